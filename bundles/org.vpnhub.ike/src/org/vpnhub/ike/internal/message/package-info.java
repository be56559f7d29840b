/**
 * The IKEv2 wire format (RFC 7296 §3): {@link org.vpnhub.ike.internal.message.Message} in and out,
 * and {@link org.vpnhub.ike.internal.message.Legality}, the table of which payloads each message
 * may and must hold. Values are immutable (their arrays are never changed after construction);
 * nothing here knows a state.
 */
@NullMarked
package org.vpnhub.ike.internal.message;

import org.jspecify.annotations.NullMarked;
