/**
 * ESP in tunnel mode (RFC 4303): seals and opens batches of packets in place.
 *
 * <p>Start with {@link org.vpnhub.esp.OutboundSa} and {@link org.vpnhub.esp.InboundSa}, one object
 * for each security association; {@link org.vpnhub.esp.EspSuite} knows the sizes and the MTU. The
 * associations do headers, padding, sequence numbers and replay protection; the cryptography of a
 * batch stands behind the package's {@code Transform}, so that a multi-buffer native one fits in.
 *
 * <pre>
 *  SPI | sequence number | IV | inner IPv4 packet | padding | pad length | next header | ICV
 *  \________authenticated_________________________________________________/
 *                             \________________encrypted__________________/
 * </pre>
 *
 * <p>An association belongs to the packet thread; only its counters may be read from others. Where
 * a datagram comes from, which association it belongs to, what the inner packet may be and where it
 * goes is the dataplane's. Keys live in memory alone: a sequence number that is used twice under
 * one AES-GCM key would give the key stream away, so neither is ever stored.
 */
@NullMarked
package org.vpnhub.esp;

import org.jspecify.annotations.NullMarked;
