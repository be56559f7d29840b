package org.vpnhub.ui.monitor.core;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.dataplane.GatewayEvent;
import org.vpnhub.dataplane.GatewayStatus;
import org.vpnhub.hub.HubChange;
import org.vpnhub.hub.HubModel;
import org.vpnhub.lab.LabSession;
import org.vpnhub.lab.LabStatus;
import org.vpnhub.lab.Progress;
import org.vpnhub.plan.NetworkPlan;

/** A lab in this process as a running hub. */
public final class LabHub implements RunningHub {
  private final Path model;
  private final LabSession session;
  private final Rates rates = new Rates();
  private volatile boolean started;
  private Snapshot last;
  private long told;

  /** A lab that does not run yet. */
  public LabHub(Deployment what) {
    model = what.file();
    session = new LabSession(what.plan(), what.keys());
    last = snapshot(session.status());
  }

  /**
   * Starts hub and sites; returns when their tunnels are up, or nothing more is to be hoped for.
   */
  public void start(Progress progress) throws IOException, InterruptedException {
    session.start(progress);
    started = true;
  }

  /** The lab, for what only a lab can do. */
  public LabSession session() {
    return session;
  }

  @Override
  public Snapshot.Kind kind() {
    return Snapshot.Kind.LAB;
  }

  @Override
  public String title() {
    return "Lab of " + name(model);
  }

  static String name(Path model) {
    return String.valueOf(model.getFileName()).replaceFirst("\\.vpnhub$", "");
  }

  @Override
  public Optional<Path> model() {
    return Optional.of(model);
  }

  @Override
  public Snapshot poll() {
    try {
      last = snapshot(session.status());
    } catch (IllegalStateException beingClosed) {
      // The last one stands.
    }
    return last;
  }

  private Snapshot snapshot(LabStatus status) {
    long now = System.nanoTime();
    List<ConnectionSnapshot> connections = new ArrayList<>();
    Set<ConnectionId> ids = new HashSet<>();
    for (GatewayStatus.Connection c : status.hub().connections()) {
      ids.add(c.id());
      Rate rate = rates.next(c.id(), now, c.bytesIn(), c.bytesOut());
      Optional<GatewayStatus.Connection> site =
          Optional.ofNullable(status.sites().get(c.peer())).flatMap(s -> s.connection(c.id()));
      boolean stopped = started && status.stopped().contains(c.peer());
      connections.add(new ConnectionSnapshot(c, site, stopped, rate));
    }
    rates.keep(ids);
    return new Snapshot(
        Snapshot.Kind.LAB,
        title(),
        model(),
        session.plan().network(),
        started ? Snapshot.Phase.RUNNING : Snapshot.Phase.STARTING,
        String.join("; ", status.faults()),
        Instant.now(),
        connections,
        started ? status.stopped() : Set.of());
  }

  @Override
  public List<GatewayEvent> events() {
    List<GatewayEvent> events = session.log(told);
    if (!events.isEmpty()) told = events.getLast().sequence();
    return events;
  }

  @Override
  public void initiate(ConnectionId id) {
    session.initiate(id);
  }

  @Override
  public void rekey(ConnectionId id) {
    session.rekey(id);
  }

  @Override
  public ChangePreview preview(Deployment what) {
    NetworkPlan next = what.plan();
    HubModel before = new HubModel(session.plan(), session.keys(), List.of());
    HubModel after = new HubModel(next, session.keys().next(next, what.keys()), what.problems());
    JsonObject change = HubChange.between(before, after).toJson();
    ChangePreview hub = ChangePreview.of(change, change.toString());
    Set<String> anew = new HashSet<>();
    for (ChangePreview.Change c : hub.connections()) anew.add(c.name());
    return hub.with(SiteChanges.between(session.plan(), next, anew));
  }

  @Override
  public void deploy(Deployment what, ChangePreview previewed)
      throws IOException, InterruptedException, ChangedSincePreviewException {
    if (!preview(what).token().equals(previewed.token())) {
      throw new ChangedSincePreviewException("the model or the lab has changed since the preview");
    }
    session.apply(what.plan(), what.keys(), Progress.NONE);
  }

  @Override
  public void close() {
    session.close();
  }
}
