package org.vpnhub.exporter.vyos.internal;

import java.util.Set;

/** The kinds of sections, as messages name them. */
public final class Kind {
  static final String DEVICE = "device";
  static final String IKE = "IKE group";
  static final String ESP = "ESP group";
  static final String IKE_PROPOSAL = "proposal of an IKE group";
  static final String ESP_PROPOSAL = "proposal of an ESP group";
  static final String PSK = "pre-shared key";
  static final String PEER = "peer";
  static final String TUNNEL = "tunnel of a peer";
  static final String VTI = "tunnel interface";
  static final String ROUTE = "static route";
  static final String NAT = "source NAT rule";
  static final String RULE = "firewall rule";

  /** What every router has, with or without a VPN. */
  public static final Set<String> ONLY_WHEN_USED = Set.of(ROUTE, NAT, RULE, VTI);

  private Kind() {}
}
