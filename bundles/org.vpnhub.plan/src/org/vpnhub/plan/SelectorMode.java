package org.vpnhub.plan;

/** What a site's device names as the remote side of its selectors. */
public enum SelectorMode {
  /** 0.0.0.0/0; routes decide what enters the tunnel. */
  ANY,
  /** One prefix that covers the VPC and all sites. */
  SUMMARY,
  /** The VPC and each other site. */
  EXPLICIT
}
