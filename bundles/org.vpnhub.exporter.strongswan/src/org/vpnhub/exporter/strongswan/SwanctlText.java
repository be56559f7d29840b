package org.vpnhub.exporter.strongswan;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.vpnhub.exporter.ShellText;
import org.vpnhub.exporter.view.Dialect;
import org.vpnhub.plan.Identity;

/**
 * Values as the parser of strongSwan's settings reads them.
 *
 * <p>Inside double quotes a backslash escapes, a quote ends; everything else, also hash sign,
 * braces and dollar, stands for itself. A value of a secret that starts with {@code 0x} or {@code
 * 0s} is decoded as hexadecimal or Base64 (swanctl.conf(5)).
 */
final class SwanctlText {
  /** Keys so that exactly their bytes are loaded. */
  static final Dialect DIALECT = SwanctlText::secret;

  private SwanctlText() {}

  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String secret(String key) {
    boolean readable = key.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
    boolean encoded = key.startsWith("0x") || key.startsWith("0s");
    if (readable && !encoded) return quoted(key);
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    return quoted("0s" + Base64.getEncoder().encodeToString(bytes));
  }

  /** An identity with its type, so that strongSwan does not guess. */
  static String identity(Identity identity) {
    return switch (identity) {
      case Identity.Address a -> a.address().toString();
      case Identity.Fqdn f -> quoted("fqdn:" + ShellText.oneLine(f.name()));
      case Identity.Email e -> quoted("email:" + ShellText.oneLine(e.address()));
    };
  }
}
