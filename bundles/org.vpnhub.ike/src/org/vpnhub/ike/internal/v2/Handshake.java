package org.vpnhub.ike.internal.v2;

import org.vpnhub.ike.IkeProposal;

/**
 * What IKE_SA_INIT leaves for IKE_AUTH (RFC 7296 §2.15): both messages as they went over the wire
 * are authenticated there.
 */
record Handshake(
    IkeProposal suite,
    IkeKeys keys,
    byte[] initiatorNonce,
    byte[] responderNonce,
    byte[] initiatorMessage,
    byte[] responderMessage) {}
