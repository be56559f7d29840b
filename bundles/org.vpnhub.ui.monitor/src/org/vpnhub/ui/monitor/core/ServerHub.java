package org.vpnhub.ui.monitor.core;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.dataplane.GatewayEvent;
import org.vpnhub.dataplane.GatewayStatus;
import org.vpnhub.hub.ChannelException;
import org.vpnhub.hub.ServerStatus;

/**
 * A server that the console is attached to by its local channel. When it does not answer it is gone
 * until it answers again; what was last seen of it stays.
 */
public final class ServerHub implements RunningHub {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
  private final Path directory;
  private final ServerChannel channel;
  private final Duration patience;
  private final Rates rates = new Rates();
  private volatile Snapshot last;
  private @Nullable Instant goneSince;
  private long pid;
  private long told;

  /** The server with this run directory. */
  public ServerHub(Path runDirectory) {
    this(runDirectory, ServerChannel.of(runDirectory), Duration.ofSeconds(3));
  }

  /**
   * @param patience how long an answer may take
   */
  ServerHub(Path directory, ServerChannel channel, Duration patience) {
    this.directory = directory;
    this.channel = channel;
    this.patience = patience;
    last =
        new Snapshot(
            Snapshot.Kind.SERVER,
            title(),
            Optional.empty(),
            "",
            Snapshot.Phase.STARTING,
            "",
            Instant.now(),
            List.of(),
            Set.of());
  }

  /** The server's run directory. */
  public Path directory() {
    return directory;
  }

  @Override
  public Snapshot.Kind kind() {
    return Snapshot.Kind.SERVER;
  }

  @Override
  public String title() {
    return "Server at " + directory;
  }

  @Override
  public Optional<Path> model() {
    return last.model();
  }

  @Override
  public Snapshot poll() {
    try {
      last = seen(ask(channel::status));
    } catch (IOException e) {
      last = gone(String.valueOf(e.getMessage()));
    }
    return last;
  }

  private Snapshot seen(ServerStatus status) {
    if (goneSince != null || status.pid() != pid) {
      rates.clear();
      if (status.pid() != pid) told = 0;
    }
    goneSince = null;
    pid = status.pid();
    long now = System.nanoTime();
    List<ConnectionSnapshot> connections = new ArrayList<>();
    Set<ConnectionId> ids = new HashSet<>();
    for (GatewayStatus.Connection c : status.gateway().connections()) {
      ids.add(c.id());
      Rate rate = rates.next(c.id(), now, c.bytesIn(), c.bytesOut());
      connections.add(new ConnectionSnapshot(c, Optional.empty(), false, rate));
    }
    rates.keep(ids);
    return new Snapshot(
        Snapshot.Kind.SERVER,
        title(),
        Optional.of(status.model()),
        status.network(),
        Snapshot.Phase.RUNNING,
        "running for " + Units.age(status.uptime()) + " as process " + status.pid(),
        Instant.now(),
        connections,
        Set.of());
  }

  private Snapshot gone(String why) {
    if (goneSince == null) goneSince = Instant.now();
    String since = CLOCK.format(goneSince.atZone(ZoneId.systemDefault()));
    List<ConnectionSnapshot> silent =
        last.connections().stream()
            .map(c -> new ConnectionSnapshot(c.hub(), c.site(), c.siteStopped(), Rate.NONE))
            .toList();
    return new Snapshot(
        Snapshot.Kind.SERVER,
        title(),
        last.model(),
        last.network(),
        Snapshot.Phase.GONE,
        "No answer since "
            + since
            + ": "
            + why
            + ". The views show what was last seen, and follow again by themselves.",
        Instant.now(),
        silent,
        Set.of());
  }

  @Override
  public List<GatewayEvent> events() {
    if (last.isGone()) return List.of();
    try {
      List<GatewayEvent> events = ask(() -> channel.log(told));
      if (!events.isEmpty()) told = events.getLast().sequence();
      return events;
    } catch (IOException e) {
      return List.of(); // the next poll tells
    }
  }

  @Override
  public void initiate(ConnectionId id) throws IOException {
    ask(
        () -> {
          channel.initiate(id);
          return true;
        });
  }

  @Override
  public void rekey(ConnectionId id) throws IOException {
    ask(
        () -> {
          channel.rekey(id);
          return true;
        });
  }

  @Override
  public ChangePreview preview(Deployment what) throws IOException {
    JsonObject answer = ask(() -> channel.preview(what.file()));
    return ChangePreview.of(answer, answer.get("preview").getAsString());
  }

  @Override
  public void deploy(Deployment what, ChangePreview previewed)
      throws IOException, ChangedSincePreviewException {
    try {
      channel.apply(what.file(), previewed.token());
    } catch (ChannelException e) {
      String message = String.valueOf(e.getMessage());
      if (e.kind().equals("changed")) throw new ChangedSincePreviewException(message);
      throw new IOException(message, e);
    }
  }

  /** Asks the server, but not longer than the patience lasts: a server may hang. */
  private <T> T ask(Callable<T> question) throws IOException {
    FutureTask<T> task = new FutureTask<>(question);
    Thread asker = Thread.ofVirtual().name("ask server").start(task);
    try {
      return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause().getMessage(), e.getCause());
    } catch (TimeoutException e) {
      asker.interrupt();
      throw new IOException("the server does not answer", e);
    } catch (InterruptedException e) {
      asker.interrupt();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {}
}
