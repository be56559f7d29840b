package org.vpnhub.lab;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.vpnhub.base.DropReason;
import org.vpnhub.base.Secret;
import org.vpnhub.dataplane.GatewayStatus;
import org.vpnhub.dataplane.IpsecGateway;
import org.vpnhub.dataplane.NegotiationStatus;
import org.vpnhub.plan.NetworkPlan;

/**
 * Hub and sites of a plan in this process: an engine for each, real IKE and ESP between them over
 * UDP sockets on 127.0.0.1, a simulated host in each prefix. The sites initiate.
 *
 * <p>Belongs to one thread, but {@link #close} may be called from any.
 */
public final class Lab implements AutoCloseable {
  private final NetworkPlan plan;
  private final LabOptions options;
  private final Progress progress;
  private final LabNetwork network;
  private final List<String> faults = new ArrayList<>();

  public Lab(
      NetworkPlan plan,
      Function<String, Optional<Secret>> keys,
      LabOptions options,
      Progress progress) {
    this.plan = plan;
    this.options = options;
    this.progress = progress;
    network = new LabNetwork(plan, keys, event -> {});
    faults.addAll(network.faults());
  }

  /**
   * Runs everything.
   *
   * @throws IOException when the machine has no sockets to give
   * @throws InterruptedException when it is cancelled
   */
  public LabResult run() throws IOException, InterruptedException {
    IpsecGateway hub = network.hub();
    List<LabNode> sites = network.sites();
    network.start(hub);
    new Tunnels(options, progress).open(sites, network::start);
    Pings pings = new Pings(plan.reachability(), network.nodes(), progress);
    pings.sendExpected(options);
    if (!pings.all().isEmpty()) faults.addAll(Accounts.check(hub, sites, pings.all()));
    pings.sendUnexpected(options);
    faults.addAll(Accounts.checkNothingLost(hub, sites));
    GatewayStatus status = hub.status();
    Optional<LabResult.Throughput> throughput = throughput(pings.all());
    return new LabResult(
        tunnels(status), pings.pairs(plan.reachability()), throughput, drops(), faults);
  }

  private Optional<LabResult.Throughput> throughput(List<Pings.Ping> pings)
      throws InterruptedException {
    if (options.throughput().isZero()) return Optional.empty();
    Optional<Pings.Ping> first =
        pings.stream()
            .filter(p -> p.answered && p.expected)
            .filter(p -> !p.from.connections().isEmpty() && !p.to.connections().isEmpty())
            .findFirst()
            .or(() -> pings.stream().filter(p -> p.answered && p.expected).findFirst());
    if (first.isEmpty()) return Optional.empty();
    return Optional.of(new Bulk(plan, progress).measure(first.get(), options.throughput()));
  }

  private List<LabResult.Tunnel> tunnels(GatewayStatus status) {
    List<LabResult.Tunnel> tunnels = new ArrayList<>();
    for (GatewayStatus.Connection c : status.connections()) {
      tunnels.add(
          new LabResult.Tunnel(
              c.name(),
              c.peer(),
              c.status().wire(),
              c.ikeSuite(),
              c.espSuite(),
              c.packetsIn(),
              c.packetsOut(),
              trouble(c)));
    }
    return tunnels;
  }

  /** The hub's word first, since the responder knows both sides' values; then the site's. */
  private String trouble(GatewayStatus.Connection c) {
    if (c.refused().isPresent()) return "refused: " + c.refused().get();
    if (c.status() == NegotiationStatus.IPSEC_SA_ESTABLISHED) return "";
    Optional<GatewayStatus.Failure> hubs = c.lastFailure();
    if (hubs.isPresent()) return failure("hub", "site", hubs.get());
    for (LabNode site : network.sites()) {
      Optional<GatewayStatus.Failure> own =
          site.gateway().status().connection(c.id()).flatMap(GatewayStatus.Connection::lastFailure);
      if (own.isPresent()) return failure("site", "hub", own.get());
    }
    return "no answer";
  }

  private static String failure(String here, String there, GatewayStatus.Failure f) {
    return f.code() + " (" + here + ": " + f.local() + "; " + there + ": " + f.remote() + ")";
  }

  private Map<DropReason, Long> drops() {
    Map<DropReason, Long> sum = new EnumMap<>(DropReason.class);
    for (LabNode n : network.nodes().values()) {
      n.gateway().status().drops().forEach((reason, count) -> sum.merge(reason, count, Long::sum));
    }
    return sum;
  }

  @Override
  public void close() {
    network.close();
  }
}
