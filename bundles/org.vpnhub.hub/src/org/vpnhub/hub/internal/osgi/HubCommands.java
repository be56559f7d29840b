package org.vpnhub.hub.internal.osgi;

import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vpnhub.dataplane.GatewayStatus;
import org.vpnhub.dataplane.NegotiationStatus;
import org.vpnhub.hub.Hub;
import org.vpnhub.hub.HubService;
import org.vpnhub.hub.MatrixText;
import org.vpnhub.hub.RoutesText;
import org.vpnhub.hub.StatusText;
import org.vpnhub.plan.ReachabilityMatrix;

/** The Gogo commands {@code vpnhub:status} and so on; there while a hub is. */
@Component(
    service = HubCommands.class,
    property = {
      "osgi.command.scope=vpnhub",
      "osgi.command.function=status",
      "osgi.command.function=connections",
      "osgi.command.function=routes",
      "osgi.command.function=matrix",
      "osgi.command.function=drops"
    })
public final class HubCommands {
  private final HubService service;

  @Activate
  public HubCommands(@Reference HubService service) {
    this.service = service;
  }

  /** Everything about server, connections and drops. */
  public String status() {
    return service.hub().map(h -> StatusText.of(h.status())).orElseGet(this::failure);
  }

  /** The connections as a table. */
  public String connections() {
    return service.hub().map(h -> StatusText.connections(h.status())).orElseGet(this::failure);
  }

  /** The routes in the order in which they are looked up. */
  public String routes() {
    return service.hub().map(h -> RoutesText.of(h.plan().hub())).orElseGet(this::failure);
  }

  /** Who reaches whom by the model, and whose tunnels are down. */
  public String matrix() {
    return service.hub().map(HubCommands::matrix).orElseGet(this::failure);
  }

  private static String matrix(Hub hub) {
    GatewayStatus status = hub.engineStatus();
    ReachabilityMatrix matrix = hub.plan().reachability();
    Set<String> up =
        status.connections().stream()
            .filter(c -> c.status() == NegotiationStatus.IPSEC_SA_ESTABLISHED)
            .map(GatewayStatus.Connection::peer)
            .collect(Collectors.toSet());
    up.add(hub.plan().vpc().name());
    return MatrixText.live(matrix, (from, to) -> up.contains(from) && up.contains(to));
  }

  /** Packets dropped by reason. */
  public String drops() {
    return service.hub().map(h -> StatusText.drops(h.status())).orElseGet(this::failure);
  }

  private String failure() {
    return service.failure().map(Throwable::getMessage).orElse("no hub runs");
  }
}
