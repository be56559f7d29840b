package org.vpnhub.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Three strongSwan daemons as the offices, our server as the hub, and a host in the VPC, shared by
 * the scenarios of one run. Each scenario begins with {@link #bring}, which puts a model in force.
 */
final class Rig implements AutoCloseable {

  /** An SA is up within this time of its being possible. */
  static final Duration UP = Duration.ofSeconds(15);

  private static final String EXPORTS = "export";

  private final Product product = new Product();
  private final Path work = Path.of(System.getProperty("work", "target/interop")).toAbsolutePath();
  private final Path sockets;
  private final Topology topology;
  private final Map<String, Charon> daemons = new LinkedHashMap<>();
  private final HubServer hub;
  private final AtomicInteger models = new AtomicInteger();
  private final Thread onExit = new Thread(this::release, "interop-rig-exit");
  private boolean released;

  Rig() {
    try {
      Files.createDirectories(work);
      deleteBelow(work);
      removeOldSockets();
      sockets = Files.createTempDirectory(Namespace.prefix());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(onExit);
    topology = new Topology();
    hub = new HubServer("hub", topology.hub(), product, work, sockets, List.of());
    for (String site : Topology.SITES) {
      daemons.put(site, new Charon(site, topology.site(site).namespace(), work, sockets));
    }
  }

  Topology topology() {
    return topology;
  }

  Product product() {
    return product;
  }

  HubServer hub() {
    return hub;
  }

  Path work() {
    return work;
  }

  Host site(String name) {
    return topology.site(name);
  }

  Charon daemon(String site) {
    Charon daemon = daemons.get(site);
    if (daemon == null) throw new IllegalArgumentException("no daemon of " + site);
    return daemon;
  }

  /** A new model of the three offices in a folder of its own. */
  ModelFile model(String name) {
    Path folder = work.resolve(name + "-" + models.incrementAndGet());
    return ModelFile.create(product, folder, Topology.SITES);
  }

  /** A server of its own in the hub's place; the shared one must not be running. */
  HubServer server(String name, List<String> before) {
    return new HubServer(name, topology.hub(), product, work, sockets, before);
  }

  /** Our engine in a site's place; the site's daemon must not be running. */
  HubServer peer(String site) {
    return new HubServer("peer-" + site, site(site).namespace(), product, work, sockets, List.of());
  }

  /** The hub's model seen from a site: its LAN is the VPC, and the hub is the only site. */
  ModelFile mirror(String site, String key) {
    Path folder = work.resolve("mirror-" + models.incrementAndGet());
    String table =
        "name,public_ip,cidrs,device\nhub,%s,%s,strongswan\n"
            .formatted(Topology.HUB_ADDRESS, Topology.VPC_CIDR);
    ModelFile mirror =
        ModelFile.create(product, folder, Topology.cidr(site), Topology.publicAddress(site), table);
    return mirror.ike("hub", "pskReference", "").ike("hub", "psk", key);
  }

  /** Puts a model in force at the hub and at every site, and waits until all tunnels are up. */
  void bring(ModelFile model) {
    serve(model);
    load(model);
    awaitUp(model, Topology.SITES, UP);
  }

  /** Starts the hub on a model, or applies it to the hub that runs. */
  void serve(ModelFile model, String... applyOptions) {
    if (hub.isRunning()) {
      hub.apply(model, applyOptions);
    } else {
      hub.start(model);
      hub.await("answers", Duration.ofSeconds(30), s -> true);
    }
  }

  /** Exports the model, and loads each site's daemon with what was exported for it. */
  void load(ModelFile model) {
    load(model, Topology.SITES);
  }

  /** Exports the model, and loads the daemons of some sites. */
  void load(ModelFile model, List<String> sites) {
    export(model);
    for (String site : sites) {
      Charon daemon = daemon(site);
      if (!daemon.isRunning()) daemon.start();
      daemon.terminateAll();
      daemon.load(exported(model, site));
    }
  }

  private void export(ModelFile model) {
    String folder = model.folder().resolve(EXPORTS).toString();
    product.run("export", model.path().toString(), "--out", folder, "--include-secrets").ok();
  }

  /** What was exported for a site when the model was last loaded. */
  Path exported(ModelFile model, String site) {
    return exportedFolder(model, site).resolve("swanctl.conf");
  }

  Path exportedFolder(ModelFile model, String site) {
    return model.folder().resolve(EXPORTS).resolve(site);
  }

  /** Waits until both ends of these sites' tunnels say that they are up. */
  void awaitUp(ModelFile model, List<String> sites, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    for (String site : sites) {
      Charon daemon = daemon(site);
      Await.until(
          site + "'s CHILD SA is installed",
          Duration.ofNanos(Math.max(0, end - System.nanoTime())),
          () -> daemon.children().stream().anyMatch(Charon.Child::isInstalled),
          () -> daemon.lastLog() + "\n" + hub.lastLog());
    }
    hub.await(
        "all of " + sites + " are up",
        Duration.ofNanos(Math.max(0, end - System.nanoTime())),
        s -> sites.stream().allMatch(site -> s.isUp(model.connectionId(site))));
  }

  /** Pings every ordered pair of the VPC and these sites; answers the pairs that failed. */
  List<String> unreachable(List<String> sites) {
    List<Host> hosts = topology.hosts(sites);
    List<String> failed = new ArrayList<>();
    for (Host from : hosts) {
      for (Host to : hosts) {
        if (from != to && !from.reaches(to, 2)) failed.add(from.name() + " to " + to.name());
      }
    }
    return failed;
  }

  /** Streams of pings that go on until they are closed, and all of which have begun to flow. */
  Traffic traffic(List<Pair> pairs) {
    return new Traffic(pairs, work);
  }

  /** Every ordered pair of the VPC and these sites. */
  List<Pair> allPairs(List<String> sites) {
    List<Host> hosts = topology.hosts(sites);
    return hosts.stream()
        .flatMap(a -> hosts.stream().filter(b -> a != b).map(b -> new Pair(a, b)))
        .toList();
  }

  /** Source and destination of a stream of pings. */
  record Pair(Host from, Host to) {}

  /** Also called when the process is told to end. */
  private synchronized void release() {
    if (released) return;
    released = true;
    if (hub != null) hub.close();
    daemons.values().forEach(Charon::close);
    if (topology != null) topology.close();
    try {
      deleteBelow(sockets);
      Files.deleteIfExists(sockets);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those of a run that was killed. */
  private static void removeOldSockets() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      for (Path folder : folders.toList()) {
        if (!Namespace.isLeftover(folder.getFileName().toString())) continue;
        deleteBelow(folder);
        Files.deleteIfExists(folder);
      }
    }
  }

  private static void deleteBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        if (!file.equals(folder)) Files.delete(file);
      }
    }
  }

  @Override
  public void close() {
    release();
    Runtime.getRuntime().removeShutdownHook(onExit);
  }
}
