/**
 * Configurations for Cisco devices: IOS with a crypto map, IOS-XE with tunnel interfaces, and the
 * ASA; and readers of all three. {@link org.vpnhub.exporter.cisco.IosRouter} has what the two kinds
 * of routers have in common, {@link org.vpnhub.exporter.cisco.MapEntries} what crypto maps have.
 *
 * <p>Sources: Cisco IOS Security Command Reference (commands A to C, crypto), the IKEv2 and IPsec
 * virtual tunnel interface configuration guides of IOS-XE 17, and the Cisco ASA Series Command
 * Reference. Stateless and thread-safe.
 */
@NullMarked
package org.vpnhub.exporter.cisco;

import org.jspecify.annotations.NullMarked;
