package org.vpnhub.ui.editor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.model.Network;
import org.vpnhub.model.Site;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.planner.Planner;
import org.vpnhub.ui.live.LiveConnection;
import org.vpnhub.ui.live.LiveSnapshot;
import org.vpnhub.ui.live.LiveStates;
import org.vpnhub.ui.problems.Problems;

/** How sites and connections stand, in a few words: the running hub's, or the model's problems. */
final class SiteStatus {
  static final SiteStatus NONE = new SiteStatus(Map.of(), Optional.empty());

  private final Map<Site, VpnConnection> connections;
  private final Optional<LiveSnapshot> live;

  private SiteStatus(Map<Site, VpnConnection> connections, Optional<LiveSnapshot> live) {
    this.connections = connections;
    this.live = live;
  }

  /** The state of a document at this moment. */
  static SiteStatus of(ModelDocument document) {
    return new SiteStatus(connections(document.network()), LiveStates.of(document.file()));
  }

  private static Map<Site, VpnConnection> connections(Network network) {
    Map<Site, VpnConnection> all = new HashMap<>();
    Planner.gateways(network).stream()
        .flatMap(g -> g.getConnections().stream())
        .filter(c -> c.getSite() != null)
        .forEach(c -> all.putIfAbsent(c.getSite(), c));
    return all;
  }

  String text(Site site) {
    VpnConnection connection = connections.get(site);
    String running = connection == null ? "" : running(connection);
    return running.isEmpty()
        ? text(Problems.of(site), connection == null ? "not connected" : "ok")
        : running;
  }

  String text(VpnConnection connection) {
    String running = running(connection);
    return running.isEmpty() ? text(Problems.of(connection), "ok") : running;
  }

  private String running(VpnConnection connection) {
    return live.map(s -> s.connections().get(connection.getId())).map(SiteStatus::words).orElse("");
  }

  private static String words(LiveConnection c) {
    String state =
        switch (c.state()) {
          case UP -> "up";
          case NEGOTIATING -> "negotiating";
          case DOWN -> "down";
          case FAILED -> "failed";
          case REFUSED -> "refused";
        };
    String more = c.state() == LiveConnection.State.UP ? c.suite() : c.reason();
    return more.isEmpty() ? state : state + ": " + more;
  }

  /** The worst problem in its own words, or that there is none. */
  static String text(List<Problem> problems, String none) {
    return problems.stream()
        .filter(p -> p.severity() != Severity.INFO)
        .min((a, b) -> a.severity().compareTo(b.severity()))
        .map(Problem::message)
        .orElse(none);
  }
}
