package org.vpnhub.ui.monitor.core;

import java.util.Map;
import org.vpnhub.plan.MissingLink;

/** What to do about a failure or a missing link, in a sentence. */
public final class Remedies {
  private static final Map<String, String> BY_CODE =
      Map.ofEntries(
          Map.entry(
              "NoResponse",
              "Check the site's public address, that its device runs, and that UDP 500 and 4500"
                  + " pass between the two ends."),
          Map.entry(
              "PeerMismatch",
              "Check the address of the customer gateway: the packets come from another one."),
          Map.entry("IkeVersionMismatch", "Set the same IKE version on both ends."),
          Map.entry("NegotiationModeMismatch", "Set the same negotiation mode on both ends."),
          Map.entry(
              "ProposalMismatch", "Set the same algorithms on both ends; exactly one of each."),
          Map.entry("EncryptionAlgorithmMismatch", "Set the same encryption on both ends."),
          Map.entry("AuthenticationAlgorithmMismatch", "Set the same authentication on both ends."),
          Map.entry("DhGroupMismatch", "Set the same DH group on both ends."),
          Map.entry("PfsMismatch", "Set the same PFS group on both ends, or none on both."),
          Map.entry(
              "PskMismatch",
              "Set the same pre-shared key on both ends: rotate it, and load it on the device."),
          Map.entry(
              "PeerIdMismatch",
              "Set the connection's remote id to what the device sends, and its local id to what"
                  + " the device expects."),
          Map.entry(
              "TrafficSelectorMismatch",
              "Make the networks of the two ends mirror each other: what is local here is remote"
                  + " there."),
          Map.entry("NatTMismatch", "Switch NAT traversal on at both ends."),
          Map.entry("SecurityProtocolMismatch", "Set the device to ESP."),
          Map.entry("EncapsulationModeMismatch", "Set the device to tunnel mode."),
          Map.entry(
              "DpdTimeout", "Check the line to the site and its device: it stopped answering."),
          Map.entry(
              "ReceiveDeleteNotify", "Look into the device's log: it has closed the tunnel."));

  private Remedies() {}

  /** What to do about a reason code. */
  public static String of(String code) {
    return BY_CODE.getOrDefault(code, "Compare the settings of both ends; the log has the values.");
  }

  /** What to do about a missing link. */
  public static String of(MissingLink.Kind kind) {
    return switch (kind) {
      case DEVICE_ROUTE ->
          "Let the summary prefix of the site cover the destination, or choose the selector mode"
              + " EXPLICIT; then load the configuration on the device anew.";
      case SOURCE_SELECTOR, DESTINATION_SELECTOR ->
          "Set the local network of the connection to 0.0.0.0/0, and its remote network to the"
              + " prefixes of the site.";
      case HUB_ROUTE ->
          "Add a destination route to the connection at the VPN gateway, or let the connection make"
              + " routes from its networks.";
      case VPC_ROUTE ->
          "Add a route entry with the VPN gateway as next hop to the VPC, or publish the gateway's"
              + " route.";
      case CONNECTION -> "Add an IPsec connection for the site, or mend the one it has.";
    };
  }
}
