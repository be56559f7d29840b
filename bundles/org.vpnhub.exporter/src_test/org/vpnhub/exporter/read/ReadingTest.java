package org.vpnhub.exporter.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.exporter.read.DeviceConfiguration.Line;

class ReadingTest {

  @Test
  void sectionsThatNothingUsesAreSkippedAndTheOthersTellTheirUnknownLines() {
    Reading reading =
        new Reading("peer a\r\n what\r\nlist b\r\n foo\r\nlist c\r\n bar", Set.of("list"));
    reading.section("peer", "a", 1).unknown(2);
    reading.section("list", "b", 3).unknown(4);
    reading.section("list", "c", 5).unknown(6);
    reading.use("list", new Found("c", 2));
    reading.use("list", new Found("d", 2));
    DeviceConfiguration found = reading.result();
    assertEquals(List.of(new Line(3, "list b")), found.skipped());
    assertEquals(List.of(new Line(2, "what"), new Line(6, "bar")), found.unknown());
    assertEquals(List.of(new Line(2, "list d is used and defined nowhere")), found.undefined());
  }

  @Test
  void aLineIsToldWithoutItsKey() {
    List<String> lines =
        List.of(
            "crypto isakmp key K3y address 192.0.2.1",
            "pre-shared-key cipher K3y",
            "set psksecret ENC K3y",
            "set vpn ipsec psk hub secret 'K3y'",
            "set key \"K3y\"",
            "snmp-server community K3y RO",
            "<pre-shared-key>K3y</pre-shared-key>",
            "secret=K3y");
    Reading reading = new Reading(String.join("\n", lines), Set.of());
    for (int i = 1; i <= lines.size(); i++) reading.unknown(i);
    for (Line line : reading.result().unknown()) {
      assertTrue(!line.text().contains("K3y") && line.text().endsWith(" ..."), line.text());
    }
  }

  @Test
  void wordsThatOnlySoundLikeAKeyStay() {
    Reading reading = new Reading("keyring local HUB\nkeepalive 30\nmonkey business", Set.of());
    for (int i = 1; i <= 3; i++) reading.unknown(i);
    assertEquals(
        List.of("keyring local HUB", "keepalive 30", "monkey business"),
        reading.result().unknown().stream().map(Line::text).toList());
  }

  @Test
  void thePeersAgreeOnTheNearestProposal() {
    FoundTunnel tunnel =
        new FoundTunnel("t", 1)
            .oneOf(
                List.of(
                    new Proposal()
                        .add(Parameter.IKE_ENCRYPTION, "aes128", 1)
                        .add(Parameter.IKE_GROUP, "group2", 2),
                    new Proposal()
                        .add(Parameter.IKE_ENCRYPTION, "aes256", 3)
                        .add(Parameter.IKE_GROUP, "group5", 4)))
            .elsewhere(Parameter.LOCAL_ID);
    FoundTunnel agreed =
        tunnel.agreed(
            Map.of(
                Parameter.IKE_ENCRYPTION, List.of("aes256"),
                Parameter.IKE_GROUP, List.of("group14")));
    assertEquals(Optional.of(new Found("aes256", 3)), agreed.one(Parameter.IKE_ENCRYPTION));
    assertEquals(Optional.of(new Found("group5", 4)), agreed.one(Parameter.IKE_GROUP));
    assertTrue(agreed.isElsewhere(Parameter.LOCAL_ID));
    assertEquals(Optional.empty(), tunnel.one(Parameter.IKE_GROUP));
  }

  @Test
  void networksAsDevicesWriteThem() {
    Optional<Ipv4Prefix> ten = Optional.of(Ipv4Prefix.parse("10.0.0.0/8"));
    assertEquals(ten, Networks.withMask("10.1.2.3", "255.0.0.0"));
    assertEquals(ten, Networks.withWildcard("10.0.0.0", "0.255.255.255"));
    assertEquals(ten, Networks.parse("10.0.0.1/8"));
    assertEquals(Optional.empty(), Networks.withMask("10.0.0.0", "255.0.255.0"));
    assertEquals(Optional.empty(), Networks.withWildcard("any", "0.0.0.255"));
    assertEquals(Optional.empty(), Networks.parse("hub.example.com"));
    assertTrue(Networks.isAddress("192.0.2.1") && !Networks.isAddress("192.0.2.0/24"));
  }
}
