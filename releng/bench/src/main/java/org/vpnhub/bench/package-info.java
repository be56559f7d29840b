/** Benches of the engine. Run by the scripts beside the pom, never by the tests. */
package org.vpnhub.bench;
