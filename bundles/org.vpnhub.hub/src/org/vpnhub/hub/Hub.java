package org.vpnhub.hub;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Secret;
import org.vpnhub.base.Severity;
import org.vpnhub.dataplane.EngineOptions;
import org.vpnhub.dataplane.EventLog;
import org.vpnhub.dataplane.GatewayEvent;
import org.vpnhub.dataplane.GatewayStatus;
import org.vpnhub.dataplane.IpsecGateway;
import org.vpnhub.hub.HubStartException.Reason;
import org.vpnhub.hub.internal.ChannelRequests;
import org.vpnhub.hub.internal.ChannelServer;
import org.vpnhub.hub.internal.EventJson;
import org.vpnhub.hub.internal.HubSides;
import org.vpnhub.hub.internal.StatusJson;
import org.vpnhub.plan.NetworkPlan;

/**
 * A running hub: the engine by a model's plan, and the local channel. Thread-safe; a change is
 * applied by one thread at a time.
 */
public final class Hub implements AutoCloseable {
  private static final int EVENTS = 5000;
  private static final String NO_GATEWAY = "there is no VPN gateway that could run";
  private final HubSettings settings;
  private final PlanSource source;
  private final Consumer<String> log;
  private final EventLog events = new EventLog(EVENTS);
  private final HubSides sides;
  private final IpsecGateway gateway;
  private final ChannelServer channel;
  private final Instant startedAt = Instant.now();
  private final long startedNanos = System.nanoTime();
  private volatile HubModel model;
  private volatile Path modelFile;
  private boolean closed;

  private Hub(HubSettings settings, PlanSource source, HubModel model, Consumer<String> log)
      throws IOException {
    this.settings = settings;
    this.source = source;
    this.model = model;
    this.modelFile = settings.model();
    this.log =
        line -> {
          log.accept(line);
          events.accept(GatewayEvent.of(model.plan().hub().name(), Severity.INFO, line));
        };
    EngineOptions options =
        EngineOptions.defaults()
            .withForceUdpEncapsulation(settings.forceUdpEncapsulation())
            .withEvents(events);
    sides = new HubSides(settings, model.plan(), this.log);
    gateway = sides.start(this::key, options);
    try {
      channel = new ChannelServer(settings.runDirectory(), new ChannelRequests(this), this.log);
    } catch (IOException e) {
      gateway.close();
      throw e;
    }
  }

  /**
   * Starts a hub.
   *
   * @param log takes lines for people; never a secret
   * @throws HubStartException with one line and the remedy
   */
  public static Hub start(HubSettings settings, PlanSource source, Consumer<String> log)
      throws HubStartException {
    LogLines.takeEngine(log);
    HubModel model;
    try {
      model = source.load(settings.model());
    } catch (PlanUnavailableException e) {
      throw new HubStartException(Reason.INPUT, String.valueOf(e.getMessage()));
    }
    if (!model.hasGateway()) {
      throw new HubStartException(Reason.MODEL, settings.model() + ": " + NO_GATEWAY);
    }
    try {
      Hub hub = new Hub(settings, source, model, log);
      hub.logStart();
      return hub;
    } catch (IOException e) {
      throw new HubStartException(Reason.ENVIRONMENT, String.valueOf(e.getMessage()));
    }
  }

  private void logStart() {
    NetworkPlan plan = model.plan();
    log.accept(
        "VPN gateway %s (%s) runs with %d connection%s on UDP %d and %d"
            .formatted(
                plan.hub().name(),
                plan.hub().address(),
                plan.hub().connections().size(),
                plan.hub().connections().size() == 1 ? "" : "s",
                settings.ikePort(),
                settings.natPort()));
    log.accept("VPC side: " + sides.insideText());
    if (!gateway.status().nativeEsp()) {
      log.accept(
          "native ESP (IP protocol 50): no raw socket, so UDP encapsulation is forced on all"
              + " peers");
    }
    log.accept("local channel: " + RunDirectory.socket(settings.runDirectory()));
    logRefused();
  }

  private void logRefused() {
    for (GatewayStatus.Connection c : gateway.status().connections()) {
      c.refused().ifPresent(why -> log.accept("connection " + c.name() + " is refused: " + why));
    }
  }

  private Optional<Secret> key(String reference) {
    return model.keys().apply(reference);
  }

  /** The plan that runs. */
  public NetworkPlan plan() {
    return model.plan();
  }

  /** What the engine is doing. */
  public GatewayStatus engineStatus() {
    return gateway.status();
  }

  /** What the server and the engine are doing, as {@code status --json} gives it. */
  public JsonObject status() {
    GatewayStatus status = gateway.status();
    JsonObject result = new JsonObject();
    result.add("server", server(status));
    result.add("connections", StatusJson.connections(status));
    result.add("drops", StatusJson.drops(status.drops()));
    return result;
  }

  private JsonObject server(GatewayStatus status) {
    JsonObject o = new JsonObject();
    o.addProperty("model", modelFile.toString());
    o.addProperty("network", model.plan().network());
    o.addProperty("gateway", status.gateway());
    o.addProperty("address", status.address().toString());
    o.addProperty("pid", ProcessHandle.current().pid());
    o.addProperty("startedAt", startedAt.toString());
    o.addProperty("uptimeSeconds", Duration.ofNanos(System.nanoTime() - startedNanos).toSeconds());
    o.addProperty("ikePort", settings.ikePort());
    o.addProperty("natPort", settings.natPort());
    o.addProperty("nativeEsp", status.nativeEsp());
    o.addProperty(
        "udpEncapsulationForced", !status.nativeEsp() || settings.forceUdpEncapsulation());
    o.addProperty("inside", sides.insideText());
    return o;
  }

  /**
   * What has happened since a sequence number, oldest first.
   *
   * @param since 0 for everything that is kept
   */
  public JsonObject log(long since) {
    JsonObject result = new JsonObject();
    result.add("events", EventJson.write(events.since(since)));
    return result;
  }

  /** Negotiates what is missing of a connection, now. */
  public void initiate(ConnectionId id) {
    gateway.initiate(id);
  }

  /** Rekeys the security associations of a connection, phase 1 and phase 2. */
  public void rekey(ConnectionId id) {
    gateway.rekeyChild(id);
    gateway.rekeyIke(id);
  }

  /**
   * What applying a model file would change, as {@code apply --dry-run --json} gives it.
   *
   * @throws PlanUnavailableException when the model cannot be read
   */
  public JsonObject preview(Path file) throws PlanUnavailableException {
    HubModel next = source.load(file);
    HubChange change = HubChange.between(model, next);
    JsonObject result = change.toJson();
    result.add("problems", StatusJson.problems(next.problems()));
    result.addProperty("preview", change.token());
    return result;
  }

  /**
   * Applies a model file: reads it anew, and touches only the connections that differ.
   *
   * @param preview the word of the preview; what would change must be what it said
   * @return what has changed
   * @throws ApplyRefusedException when something else would change than was previewed
   */
  public synchronized JsonObject apply(Path file, String preview)
      throws PlanUnavailableException, ApplyRefusedException {
    HubModel next = source.load(file);
    if (!next.hasGateway()) throw new ApplyRefusedException("model", file + ": " + NO_GATEWAY);
    HubModel before = model;
    HubChange change = HubChange.between(before, next);
    if (!change.token().equals(preview)) {
      throw new ApplyRefusedException(
          "changed", "the model or the hub has changed since the preview: preview it again");
    }
    log.accept("applying " + file + ": " + summary(change));
    model = next;
    modelFile = file;
    gateway.apply(next.plan().hub());
    sides.route(next.plan());
    logRefused();
    for (String s : change.restartNeeded()) log.accept("only after a restart: " + s);
    return change.toJson();
  }

  private static String summary(HubChange change) {
    if (change.isEmpty()) return "nothing changes";
    List<String> connections =
        change.connections().stream().map(c -> c.name() + " " + c.kind().word()).toList();
    int routes = change.routesAdded().size() + change.routesRemoved().size();
    return (connections.isEmpty() ? "no connection" : String.join(", ", connections))
        + "; "
        + routes
        + (routes == 1 ? " route" : " routes");
  }

  /** Closes the channel and the security associations; the peers are told. */
  @Override
  public synchronized void close() {
    if (closed) return;
    closed = true;
    log.accept("stopping: the security associations are being deleted");
    channel.close();
    gateway.close();
    log.accept("stopped");
  }
}
