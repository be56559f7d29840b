package org.vpnhub.exporter;

import java.util.Optional;
import java.util.function.Function;
import org.vpnhub.base.Secret;
import org.vpnhub.plan.SitePlan;

/**
 * One export.
 *
 * @param site what the site's device is to do
 * @param keys pre-shared keys by their reference; empty where there is none. Asked even when
 *     secrets are masked, so that a key which the device cannot take is found (C08)
 * @param includeSecrets whether the files hold the keys themselves instead of placeholders
 */
public record ExportRequest(
    SitePlan site, Function<String, Optional<Secret>> keys, boolean includeSecrets) {

  /** A request with placeholders for all keys. */
  public static ExportRequest masked(SitePlan site) {
    return new ExportRequest(site, reference -> Optional.empty(), false);
  }

  /** What stands in a file in place of a key that is masked or unknown. */
  public static String placeholder(String reference) {
    return "<secret: " + reference + ">";
  }
}
