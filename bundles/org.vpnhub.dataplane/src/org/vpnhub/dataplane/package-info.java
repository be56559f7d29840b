/**
 * The IPsec engine: it joins IKE and ESP and carries packets between an outer side ({@link
 * org.vpnhub.dataplane.Underlay}) and an inner one ({@link org.vpnhub.dataplane.Inside}). Start
 * with {@link org.vpnhub.dataplane.IpsecGateway}.
 *
 * <p><b>The road of one packet</b> from a host in Shanghai to a host in Ningbo through the hub,
 * class by class; all of it on the hub's packet thread, a batch at a time, in the buffer that the
 * socket filled:
 *
 * <ol>
 *   <li>{@code UdpPort} (or {@code RawEsp}) reads the datagram into a slot of a {@link
 *       org.vpnhub.base.PacketBatch} and writes the model's addresses beside it.
 *   <li>{@code PacketPath.demultiplex} tells IKE from ESP (RFC 3948) and finds the security
 *       association by its SPI in the {@code SpiMap}. IKE goes by a bounded queue to the control
 *       thread.
 *   <li>{@link org.vpnhub.esp.InboundSa} opens all packets of one association: replay window,
 *       integrity, decryption in place.
 *   <li>{@code PacketPath.check}: is it sound IPv4 ({@code Ipv4}), does it come from Shanghai's own
 *       prefixes ({@code AddressSet}), do the selectors let it through ({@code SelectorSet}), how
 *       do the ECN marks join ({@code Ecn})?
 *   <li>{@code PacketPath.forward}: {@code RouteTable} names the connection, Ningbo; its {@code
 *       Tunnel} the newest outbound association whose selectors cover the packet.
 *   <li>{@code PacketPath.admit}: time to live, MTU; if need be {@code IcmpError} answers or {@code
 *       Fragmenter} splits; {@code MssClamp} lowers the MSS of a TCP SYN.
 *   <li>{@link org.vpnhub.esp.OutboundSa} seals all packets of one association in place.
 *   <li>{@code UdpPort} (or {@code RawEsp}) sends them.
 * </ol>
 *
 * <p>A packet that ends on the way is counted under its {@link org.vpnhub.base.DropReason}.
 *
 * <p><b>Threads.</b> The packet thread is the sole owner of associations, routes and sockets. The
 * control thread is the sole owner of the IKE endpoint; what IKE wants done comes to the packet
 * thread through a bounded queue, in order. Devices that no selector can watch (TUN, raw socket)
 * have a thread that reads ahead.
 *
 * <p><b>What the portable path cannot do:</b> a DatagramChannel does not show the TOS octet of what
 * it receives, so ESP in UDP cannot carry an outer congestion mark inwards; such associations send
 * their own outer headers as Not-ECT instead (RFC 6040 §4.1). Native ESP keeps the whole table.
 * ICMP about outer packets is not seen either, so these leave without DF.
 */
@NullMarked
package org.vpnhub.dataplane;

import org.jspecify.annotations.NullMarked;
