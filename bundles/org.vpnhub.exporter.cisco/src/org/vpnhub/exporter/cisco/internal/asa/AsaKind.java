package org.vpnhub.exporter.cisco.internal.asa;

import java.util.Set;

/** The kinds of sections, as messages name them. */
public final class AsaKind {
  static final String DEVICE = "device";
  static final String IKEV1_POLICY = "IKEv1 policy";
  static final String IKEV2_POLICY = "IKEv2 policy";
  static final String TRANSFORMS = "transform set";
  static final String PROPOSAL = "IPsec proposal";
  static final String MAP = "crypto map";
  static final String MAP_ENTRY = "crypto map entry";
  static final String TUNNEL_GROUP = "tunnel group";
  static final String GROUP_POLICY = "group policy";
  static final String INTERFACE = "interface";
  static final String OBJECT = "network object";
  static final String OBJECT_GROUP = "network object group";
  static final String LIST = "access list";
  static final String NAT = "NAT rule";

  /** What every firewall has, with or without a VPN of this kind. */
  public static final Set<String> ONLY_WHEN_USED =
      Set.of(TUNNEL_GROUP, GROUP_POLICY, INTERFACE, OBJECT, OBJECT_GROUP, LIST, NAT);

  private AsaKind() {}
}
