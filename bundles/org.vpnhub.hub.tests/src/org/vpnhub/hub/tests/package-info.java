/** Tests of the headless product's services in a real OSGi framework. */
package org.vpnhub.hub.tests;
