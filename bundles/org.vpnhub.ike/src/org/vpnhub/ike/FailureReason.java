package org.vpnhub.ike;

/**
 * Reason codes of failed negotiations: the catalogue of {@code FailedReasonCode} of the cloud's
 * diagnosis, as far as IKEv2 can meet them. The constant's {@link #code} is the wire text.
 */
public enum FailureReason {
  NO_RESPONSE("NoResponse"),
  PEER_MISMATCH("PeerMismatch"),
  IKE_VERSION_MISMATCH("IkeVersionMismatch"),
  PROPOSAL_MISMATCH("ProposalMismatch"),
  ENCRYPTION_ALGORITHM_MISMATCH("EncryptionAlgorithmMismatch"),
  AUTHENTICATION_ALGORITHM_MISMATCH("AuthenticationAlgorithmMismatch"),
  DH_GROUP_MISMATCH("DhGroupMismatch"),
  PFS_MISMATCH("PfsMismatch"),
  PSK_MISMATCH("PskMismatch"),
  PEER_ID_MISMATCH("PeerIdMismatch"),
  TRAFFIC_SELECTOR_MISMATCH("TrafficSelectorMismatch"),
  SECURITY_PROTOCOL_MISMATCH("SecurityProtocolMismatch"),
  ENCAPSULATION_MODE_MISMATCH("EncapsulationModeMismatch"),
  NAT_T_MISMATCH("NatTMismatch"),
  DPD_TIMEOUT("DpdTimeout"),
  RECEIVE_DELETE_NOTIFY("ReceiveDeleteNotify"),
  NEGOTIATION_FAILED("NegotiationFailed");

  private final String code;

  FailureReason(String code) {
    this.code = code;
  }

  /** The code as the cloud writes it. */
  public String code() {
    return code;
  }

  @Override
  public String toString() {
    return code;
  }
}
