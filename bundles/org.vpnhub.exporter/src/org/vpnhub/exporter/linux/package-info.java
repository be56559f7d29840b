/**
 * What the exporters for Linux routers have in common: the packet filter and the kernel parameters
 * beside the IPsec daemon, and the two files {@code ipsec.conf} and {@code ipsec.secrets} that
 * strongSwan and libreswan have inherited from one ancestor.
 *
 * <p>Stateless and thread-safe.
 */
@NullMarked
package org.vpnhub.exporter.linux;

import org.jspecify.annotations.NullMarked;
