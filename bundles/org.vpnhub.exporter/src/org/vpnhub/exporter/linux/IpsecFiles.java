package org.vpnhub.exporter.linux;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.exporter.Objection;
import org.vpnhub.exporter.view.Dialect;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.Identity;
import org.vpnhub.plan.SitePlan;

/**
 * Values in {@code ipsec.conf} and {@code ipsec.secrets}, as strongSwan and libreswan read them.
 *
 * <p>Source: ipsec.conf(5) and ipsec.secrets(5) of both. A key in double quotes cannot hold a
 * double quote; as {@code 0s} and Base64, without quotes, it can be anything.
 */
public final class IpsecFiles {
  private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z0-9!$%&()*+,./:;<=>?@_`|~^-]+");

  /** The language of both files; keys are for {@code ipsec.secrets}. */
  public static final Dialect DIALECT =
      key -> {
        boolean encoded = key.startsWith("0x") || key.startsWith("0s");
        if (!encoded && PLAIN_KEY.matcher(key).matches()) return '"' + key + '"';
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return "0s" + Base64.getEncoder().encodeToString(bytes);
      };

  private IpsecFiles() {}

  /**
   * An identity with its type: {@code @} marks a name. What it may hold has been checked before.
   */
  public static String identity(Identity identity) {
    return switch (identity) {
      case Identity.Address a -> a.address().toString();
      case Identity.Fqdn f -> "@" + f.name();
      case Identity.Email e -> e.address();
    };
  }

  /**
   * Warns of a second tunnel, for a device that cannot hold two with the same selectors: the other
   * one is written, and started by hand.
   */
  public static List<Problem> standbyByHand(SitePlan site) {
    List<Problem> problems = new ArrayList<>();
    for (ConnectionPlan c : site.gateway().connections()) {
      if (!isStandby(site, c)) continue;
      problems.add(
          Objection.to(
              c,
              "C27",
              Severity.WARNING,
              "is the standby tunnel, and the device cannot hold two tunnels with the same"
                  + " networks: it is written, but a person must start it",
              "see the checklist, or choose a device that fails over by itself"));
    }
    return problems;
  }

  private static boolean isStandby(SitePlan site, ConnectionPlan c) {
    boolean routed = false;
    for (var r : site.gateway().destinationRoutes()) {
      if (!r.nextHop().equals(c.id())) continue;
      if (r.weight() > 0) return false;
      routed = true;
    }
    return routed;
  }

  /** Whether everything leads into another tunnel as long as that is up. */
  public static boolean isStandby(TunnelView t) {
    return t.routes().isEmpty() && !t.standbyRoutes().isEmpty();
  }

  /** Whether some tunnel of the site is a standby. */
  public static boolean hasStandby(SiteView site) {
    return site.tunnels().stream().anyMatch(IpsecFiles::isStandby);
  }
}
