/**
 * Configurations for H3C firewalls with Comware 7.
 *
 * <p>Sources: "H3C SecPath Firewall Series Command References (Comware V7)", VPN Command Reference
 * (IPsec commands, IKE commands, IKEv2 commands), Security Command Reference (security policy,
 * security zone) and NAT Command Reference. Stateless and thread-safe.
 */
@NullMarked
package org.vpnhub.exporter.h3c;

import org.jspecify.annotations.NullMarked;
