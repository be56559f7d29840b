package org.vpnhub.cli.internal;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.ProblemList;
import org.vpnhub.cli.ExitCode;
import org.vpnhub.cli.HubLauncher;
import org.vpnhub.cli.Surroundings;
import org.vpnhub.hub.HubSettings;
import org.vpnhub.hub.HubStartException;
import org.vpnhub.hub.LogLines;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code server}. */
@Command(
    name = "server",
    description = {
      "Runs the hub of a model.",
      "SIGTERM or Ctrl-C ends it: the security associations are closed, and the peers told.",
      "The VPC side is a TUN interface where that is permitted (root, or CAP_NET_ADMIN), else a"
          + " simulated host in this process. Ports 500 and 4500 need root or"
          + " CAP_NET_BIND_SERVICE."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  vpnhub server --model hub.vpnhub",
      "  vpnhub server --model hub.vpnhub --ike-port 10500 --nat-t-port 14500 --no-tun",
      "  vpnhub status"
    })
public final class ServerCommand extends BaseCommand {
  @Option(names = "--model", required = true, paramLabel = "FILE", description = "The model.")
  private Path model = Path.of("");

  @Option(
      names = "--listen",
      paramLabel = "IP",
      defaultValue = "0.0.0.0",
      description = "Address of this machine to listen on; otherwise all.")
  private String listen = "";

  @Option(
      names = "--ike-port",
      paramLabel = "N",
      defaultValue = "500",
      description = "UDP port for IKE; otherwise ${DEFAULT-VALUE}.")
  private int ikePort;

  @Option(
      names = "--nat-t-port",
      paramLabel = "N",
      defaultValue = "4500",
      description = "UDP port for NAT traversal; otherwise ${DEFAULT-VALUE}.")
  private int natPort;

  @ArgGroup private TunChoice tun = new TunChoice();

  /** What to do about the TUN interface. */
  static final class TunChoice {
    @Option(
        names = "--tun",
        paramLabel = "NAME",
        description = "Uses a TUN interface of this name, or does not start.")
    private @Nullable String name;

    @Option(names = "--no-tun", description = "Uses no TUN interface.")
    private boolean none;
  }

  @Option(
      names = "--tun-address",
      paramLabel = "IP",
      description = "Address of the TUN interface; otherwise the first of the VPC.")
  private @Nullable String tunAddress;

  @Option(
      names = "--force-encapsulation",
      description = "Has ESP travel in UDP even where a raw socket is to be had.")
  private boolean forceEncapsulation;

  @Option(
      names = "--shell",
      description = "Reads Gogo commands, such as vpnhub:status, from standard input.")
  private boolean shell;

  @Mixin private RunDirectoryOption runDirectory = new RunDirectoryOption();

  public ServerCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() throws Exception {
    HubSettings settings = settings();
    Models loaded = Models.load(model);
    var problems = loaded.problems();
    err().print(Problems.text(problems.stream().filter(p -> p.isError()).toList()));
    err().println(model + ": " + ProblemList.summary(problems));
    CountDownLatch end = new CountDownLatch(1);
    ModelPlanSource source = new ModelPlanSource(surroundings());
    // Before the start, so that a signal that comes during it is not lost.
    try (Signals signals = Signals.onEnd(end::countDown);
        HubLauncher.Running hub =
            surroundings().launcher().launch(settings, source, LogLines.to(err()))) {
      if (shell) Thread.ofPlatform().daemon().name("vpnhub-shell").start(() -> shell(hub));
      end.await();
    } catch (HubStartException e) {
      if (e.reason() == HubStartException.Reason.BUG) throw e;
      throw new CliException(code(e.reason()), e.getMessage());
    }
    return ExitCode.OK;
  }

  private void shell(HubLauncher.Running hub) {
    if (!hub.shell(surroundings().in(), out())) err().println("there is no Gogo shell here");
  }

  private static int code(HubStartException.Reason reason) {
    return switch (reason) {
      case INPUT -> ExitCode.INPUT;
      case MODEL -> ExitCode.ERRORS;
      case ENVIRONMENT -> ExitCode.ENVIRONMENT;
      case BUG -> ExitCode.BUG;
    };
  }

  private HubSettings settings() {
    HubSettings.Tun choice =
        tun.none
            ? HubSettings.Tun.OFF
            : tun.name != null ? HubSettings.Tun.REQUIRED : HubSettings.Tun.IF_PERMITTED;
    return new HubSettings(
        model.toAbsolutePath().normalize(),
        address("--listen", listen),
        port("--ike-port", ikePort),
        port("--nat-t-port", natPort),
        choice,
        tun.name == null ? HubSettings.DEFAULT_TUN : tun.name,
        tunAddress == null ? Optional.empty() : Optional.of(address("--tun-address", tunAddress)),
        forceEncapsulation,
        runDirectory.resolve(surroundings()));
  }

  private static Ipv4Address address(String option, String text) {
    try {
      return Ipv4Address.parse(text);
    } catch (IllegalArgumentException e) {
      throw new CliException(ExitCode.USAGE, option + ": " + e.getMessage());
    }
  }

  private static int port(String option, int port) {
    if (port >= 1 && port <= 65535) return port;
    throw new CliException(ExitCode.USAGE, option + ": " + port + " is not within 1 to 65535");
  }
}
