package org.vpnhub.exporter.cisco.internal;

import java.util.Set;

/** The kinds of sections, as messages name them. */
public final class Kind {
  static final String DEVICE = "device";
  static final String IKEV1_POLICY = "ISAKMP policy";
  static final String IKEV1_PROFILE = "ISAKMP profile";
  static final String IKEV1_PEER = "ISAKMP peer";
  static final String KEYRING = "keyring";
  static final String IKEV2_PROPOSAL = "IKEv2 proposal";
  static final String IKEV2_POLICY = "IKEv2 policy";
  static final String IKEV2_PROFILE = "IKEv2 profile";
  static final String IKEV2_KEYRING = "IKEv2 keyring";

  /** A key for some addresses; value {@code of} is the keyring, {@code address} the addresses. */
  static final String KEY = "key of a keyring";

  static final String IKEV2_PEER = "peer of an IKEv2 keyring";
  static final String TRANSFORMS = "transform set";
  static final String IPSEC_PROFILE = "IPsec profile";
  static final String MAP = "crypto map";
  static final String MAP_ENTRY = "crypto map entry";
  static final String DYNAMIC_MAP = "dynamic crypto map";
  static final String INTERFACE = "interface";
  static final String LIST = "access list";
  static final String ROUTE_MAP = "route map";
  static final String ROUTE = "static route";
  static final String NAT = "NAT rule";

  /** What every router has, with or without a VPN. */
  public static final Set<String> ONLY_WHEN_USED = Set.of(INTERFACE, LIST, ROUTE_MAP, ROUTE, NAT);

  /** The keyring of {@code crypto isakmp key}. */
  static final String GLOBAL = "default";

  private Kind() {}
}
