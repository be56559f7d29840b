package org.vpnhub.ui.monitor.core;

import java.util.Locale;
import java.util.function.Predicate;
import org.vpnhub.dataplane.GatewayEvent;

/**
 * Which events the log shows.
 *
 * @param connection name of the connection; empty for all
 * @param phase 1 or 2; 0 for all
 * @param failuresOnly whether only what went wrong is shown
 * @param text what an event has to contain, whatever the case; empty for all
 */
public record LogFilter(String connection, int phase, boolean failuresOnly, String text)
    implements Predicate<GatewayEvent> {
  public static final LogFilter ALL = new LogFilter("", 0, false, "");

  @Override
  public boolean test(GatewayEvent e) {
    if (!connection.isEmpty() && !e.name().equals(connection)) return false;
    if (phase != 0 && e.phase() != phase) return false;
    if (failuresOnly && e.severity() == org.vpnhub.base.Severity.INFO) return false;
    if (text.isEmpty()) return true;
    String all =
        String.join("\n", e.gateway(), e.name(), e.code(), e.text(), e.local(), e.remote());
    return all.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
  }
}
