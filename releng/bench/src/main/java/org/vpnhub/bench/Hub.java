package org.vpnhub.bench;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.vpnhub.dataplane.EngineOptions;
import org.vpnhub.dataplane.IpsecGateway;
import org.vpnhub.dataplane.LinuxUnderlay;
import org.vpnhub.dataplane.SimulatedHosts;
import org.vpnhub.dataplane.UdpUnderlay;
import org.vpnhub.dataplane.Underlay;

/** Our hub, until it is ended; with the argument {@code linux} over segmentation offload. */
final class Hub {
  public static void main(String[] args) throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(end::countDown));
    var vpc =
        new SimulatedHosts(
            List.of(Scenario.VPC), List.of(Scenario.spokeLan("a"), Scenario.spokeLan("b")));
    try (var hub =
        new IpsecGateway(
            Scenario.hub(),
            Scenario.KEYS,
            underlay(args.length > 0 && args[0].equals("linux")),
            vpc,
            EngineOptions.defaults().withForceUdpEncapsulation(true))) {
      hub.start();
      System.out.println("ready");
      end.await();
    }
  }

  private static Underlay underlay(boolean linux) {
    var config = UdpUnderlay.Config.standard(Scenario.HUB);
    return linux ? new LinuxUnderlay(config) : new UdpUnderlay(config);
  }
}
