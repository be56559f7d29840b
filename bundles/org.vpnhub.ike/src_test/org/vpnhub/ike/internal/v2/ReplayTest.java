package org.vpnhub.ike.internal.v2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vpnhub.ike.IkeDatagram;

/** Messages that come again, cut short or bent. */
class ReplayTest extends Tampering {
  @Test
  void replaysAndForgeriesChangeNothing() {
    up();
    for (IkeDatagram d : List.copyOf(world.seen)) {
      byte[] cut = Arrays.copyOf(d.message(), d.message().length - 1);
      byte[] bent = d.message().clone();
      bent[bent.length - 1] ^= 1;
      for (byte[] m : List.of(d.message(), cut, bent)) {
        Node to = d.remote().equals(Configs.HUB) ? hub : site;
        to.receive(
            world.now(), new IkeDatagram(d.remote(), d.remotePort(), d.local(), d.localPort(), m));
      }
    }
    world.run(Duration.ofSeconds(30));
    Agreement.holds(world.now(), hub, site, 1, "after replays");
    assertEquals(List.of(), hub.failures());
  }
}
