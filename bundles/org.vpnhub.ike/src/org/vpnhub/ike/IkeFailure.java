package org.vpnhub.ike;

/**
 * Why a negotiation failed, with what each side holds.
 *
 * @param reason the cause, or as an initiator the most that can be known
 * @param phase 1 for the IKE SA, 2 for a CHILD SA
 * @param text one sentence for the operator
 * @param local what this end has configured or offered; of a key never the value nor a hash
 * @param remote what the peer offered or answered
 * @param atNanos when, on the clock of the calls
 */
public record IkeFailure(
    FailureReason reason, int phase, String text, String local, String remote, long atNanos) {}
