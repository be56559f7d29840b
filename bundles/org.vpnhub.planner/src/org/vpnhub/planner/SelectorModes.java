package org.vpnhub.planner;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.HubBuilder;
import org.vpnhub.model.Site;
import org.vpnhub.plan.SelectorMode;

/** The selector modes of sites, by what suits their devices. */
public final class SelectorModes {
  private SelectorModes() {}

  /**
   * Gives sites the modes that suit their devices; without a known device a site keeps its own, and
   * always if that is a summary.
   *
   * @param suiting the mode that suits a device id
   */
  public static void choose(
      Collection<Site> sites, Function<String, Optional<SelectorMode>> suiting) {
    for (Site s : sites) {
      if (SitePlanner.mode(s) == SelectorMode.SUMMARY) continue;
      suiting(s.getDevice(), suiting).ifPresent(mode -> set(s, mode));
    }
  }

  /**
   * Sets the device of a site. The mode follows as long as it is the one that suits the device
   * before; another has been chosen by somebody, and stays.
   */
  public static void setDevice(
      Site site, @Nullable String device, Function<String, Optional<SelectorMode>> suiting) {
    SelectorMode usual = suiting(site.getDevice(), suiting).orElse(SelectorMode.EXPLICIT);
    boolean follows = SitePlanner.mode(site) == usual;
    site.setDevice(device);
    if (follows) suiting(device, suiting).ifPresent(mode -> set(site, mode));
  }

  /**
   * Gives sites one prefix for all that they send into their tunnels.
   *
   * @param prefix that the VPC and all sites are in, those to come included; kept as it is written,
   *     for the validator to judge
   */
  public static void summarise(Collection<Site> sites, String prefix) {
    for (Site s : sites) HubBuilder.summarise(s, prefix);
  }

  private static Optional<SelectorMode> suiting(
      @Nullable String device, Function<String, Optional<SelectorMode>> suiting) {
    return device == null ? Optional.empty() : suiting.apply(device);
  }

  private static void set(Site site, SelectorMode mode) {
    site.setSelectorMode(org.vpnhub.model.SelectorMode.get(mode.name()));
  }
}
