package org.vpnhub.plan;

/**
 * Dead peer detection.
 *
 * @param enabled whether it is on
 * @param intervalSeconds seconds without traffic from the peer before it is asked
 */
public record DpdPlan(boolean enabled, int intervalSeconds) {}
