package org.vpnhub.exporter.hillstone.internal;

import java.util.Set;

/** The kinds of sections, as messages name them. */
public final class Kind {
  static final String DEVICE = "device";
  static final String IKE_PROPOSAL = "ISAKMP proposal";
  static final String PEER = "ISAKMP peer";
  static final String IPSEC_PROPOSAL = "IPsec proposal";
  static final String TUNNEL = "tunnel";
  static final String INTERFACE = "interface";
  static final String ZONE = "zone";
  static final String ADDRESS = "address book entry";
  static final String ROUTE = "route";

  /** A rule of source NAT: {@code from}, {@code to}, {@code eif}, {@code no-trans}. */
  static final String TRANSLATION = "SNAT rule";

  static final String RULE = "policy rule";

  /** What every firewall has, with or without a VPN; proposals come with the device. */
  public static final Set<String> ONLY_WHEN_USED =
      Set.of(IKE_PROPOSAL, IPSEC_PROPOSAL, INTERFACE, ZONE, ADDRESS, ROUTE, TRANSLATION, RULE);

  private Kind() {}
}
