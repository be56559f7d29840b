/** Exporters that a test puts into jars of their own; they are loaded from there, not from here. */
package org.vpnhub.hub.tests.dropped;
