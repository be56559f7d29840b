package org.vpnhub.dataplane;

/** How far a connection has come; the wire value is the resource API's {@code Status}. */
public enum NegotiationStatus {
  /** No IKE SA. */
  IKE_SA_NOT_ESTABLISHED("ike_sa_not_established"),
  /** IKE SA up, no CHILD SA asked for yet. */
  IKE_SA_ESTABLISHED("ike_sa_established"),
  /** IKE SA up, but its CHILD SA failed or is gone. */
  IPSEC_SA_NOT_ESTABLISHED("ipsec_sa_not_established"),
  /** At least one CHILD SA installed in both directions. */
  IPSEC_SA_ESTABLISHED("ipsec_sa_established");

  private final String wire;

  NegotiationStatus(String wire) {
    this.wire = wire;
  }

  /** The value of the resource API. */
  public String wire() {
    return wire;
  }

  @Override
  public String toString() {
    return wire;
  }
}
