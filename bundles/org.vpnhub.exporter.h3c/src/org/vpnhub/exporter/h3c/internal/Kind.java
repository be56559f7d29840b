package org.vpnhub.exporter.h3c.internal;

import java.util.Set;

/** The kinds of sections, as messages name them. */
public final class Kind {
  static final String DEVICE = "device";
  static final String ACL = "ACL";
  static final String IKE_PROPOSAL = "IKE proposal";
  static final String KEYCHAIN = "IKE keychain";
  static final String PROFILE = "IKE profile";
  static final String IKEV2_PROPOSAL = "IKEv2 proposal";
  static final String IKEV2_POLICY = "IKEv2 policy";
  static final String IKEV2_KEYCHAIN = "IKEv2 keychain";
  static final String IKEV2_PROFILE = "IKEv2 profile";

  /**
   * A key of a keychain of either version: {@code of} is the keychain, {@code address} for whom.
   */
  static final String KEY = "key of a keychain";

  static final String TRANSFORMS = "IPsec transform set";

  /** An entry of an IPsec policy; value {@code group} is the policy. */
  static final String POLICY = "IPsec policy";

  static final String INTERFACE = "interface";
  static final String ZONE = "security zone";
  static final String PERMISSION = "security policy rule";
  static final String ROUTE = "static route";

  /** What every firewall has, with or without a VPN. */
  public static final Set<String> ONLY_WHEN_USED = Set.of(ACL, INTERFACE, ZONE, PERMISSION, ROUTE);

  private Kind() {}
}
