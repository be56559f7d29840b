package org.vpnhub.dataplane.internal.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.vpnhub.dataplane.Packets.ip;

import java.util.Arrays;
import org.vpnhub.dataplane.Packets;
import org.vpnhub.dataplane.Plans;
import org.vpnhub.dataplane.internal.packet.Ipv4;
import org.vpnhub.plan.GatewayPlan;

/** The hub and its three offices, two of them up; what their tests have in common. */
final class Offices {
  static final String SHANGHAI = "10.10.10.10";
  static final String HANGZHOU = "10.10.20.10";
  static final String NINGBO = "10.10.30.10";
  static final String VPC = "192.168.1.10";

  /** 1500 − 20 − 8 − 8 − 8 − 16 = 1440, floored to 4, − 2. */
  static final int MTU = 1438;

  final Bench bench = new Bench(threeOffices());
  final Bench.Peer shanghai = bench.peer("shanghai").install();
  final Bench.Peer hangzhou = bench.peer("hangzhou").install();

  static GatewayPlan threeOffices() {
    return Plans.hub(
        Plans.hubConnection("shanghai", 10),
        Plans.hubConnection("hangzhou", 20),
        Plans.hubConnection("ningbo", 30));
  }

  static byte[] oneHop(byte[] packet) {
    byte[] after = packet.clone();
    after[8]--;
    after[10] = 0;
    after[11] = 0;
    int sum = Packets.checksum(after, 0, 20, 0);
    after[10] = (byte) (sum >> 8);
    after[11] = (byte) sum;
    return after;
  }

  static void assertIcmp(byte[] b, int type, int code, String to, byte[] about) {
    assertEquals(b.length, Ipv4.soundLength(b, 0, b.length));
    assertEquals(ip("192.168.0.1"), Ipv4.source(b, 0), "the hub's own address");
    assertEquals(ip(to), Ipv4.destination(b, 0));
    assertEquals(type, b[20]);
    assertEquals(code, b[21]);
    assertEquals(0, Packets.checksum(b, 20, b.length, 0), "ICMP checksum");
    int quoted = Math.min(about.length, b.length - 28);
    assertArrayEquals(
        Arrays.copyOf(about, quoted), Arrays.copyOfRange(b, 28, 28 + quoted), "as it came");
  }
}
