/**
 * IKE (RFC 7296) as a pure state machine: datagrams, the time and commands go in; datagrams, SA
 * installs and events come out. No sockets, threads or clock; randomness only from the given
 * source; the same inputs give the same outputs.
 *
 * <p>Start with {@link org.vpnhub.ike.IkeEndpoint}. It belongs to one thread at a time.
 *
 * <p>Everything but this package is internal: {@code internal.message} is the codec with the table
 * of message legality, {@code internal.v2} the IKEv2 machine (its package comment has the state
 * diagram). IKEv1 will live beside it.
 */
@NullMarked
package org.vpnhub.ike;

import org.jspecify.annotations.NullMarked;
