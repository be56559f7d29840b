/**
 * Configurations for Cisco routers: IOS with a crypto map, IOS-XE with a tunnel interface.
 *
 * <p>Sources: Cisco IOS Security Command Reference (commands A to C, crypto), and the IKEv2 and
 * IPsec virtual tunnel interface configuration guides of IOS-XE 17. Stateless and thread-safe.
 */
@NullMarked
package org.vpnhub.exporter.cisco;

import org.jspecify.annotations.NullMarked;
