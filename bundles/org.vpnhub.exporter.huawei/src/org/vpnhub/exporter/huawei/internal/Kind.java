package org.vpnhub.exporter.huawei.internal;

import java.util.Set;

/** The kinds of sections, as messages name them. */
public final class Kind {
  static final String DEVICE = "device";
  static final String ACL = "ACL";
  static final String IKE_PROPOSAL = "IKE proposal";
  static final String IKE_PEER = "IKE peer";
  static final String IPSEC_PROPOSAL = "IPsec proposal";

  /** An entry of an IPsec policy; value {@code group} is the policy. */
  static final String POLICY = "IPsec policy";

  static final String PROFILE = "IPsec profile";
  static final String INTERFACE = "interface";
  static final String ZONE = "zone";
  static final String PERMISSION = "security policy rule";
  static final String TRANSLATION = "NAT policy rule";
  static final String ROUTE = "static route";
  static final String ADDRESSES = "address set";

  /** What every device has, with or without a VPN. */
  public static final Set<String> ONLY_WHEN_USED =
      Set.of(ACL, INTERFACE, ZONE, PERMISSION, TRANSLATION, ROUTE, ADDRESSES);

  private Kind() {}
}
