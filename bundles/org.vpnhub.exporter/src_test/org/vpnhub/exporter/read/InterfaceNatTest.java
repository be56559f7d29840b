package org.vpnhub.exporter.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InterfaceNatTest {
  private static final String TO_HUB = "10.10.20.0/24 - 10.0.0.0/8";
  private static final String TO_OTHER = "10.10.20.0/24 - 172.16.0.0/16";

  private final Reading reading = new Reading("", Set.of());
  private final FoundTunnel tunnel =
      new FoundTunnel("hub", 1).add(Parameter.SELECTOR, "10.10.20.0/24 - 10.8.0.0/16", 2);

  private List<String> exempt(String... translations) {
    List<Found> all = List.of(translations).stream().map(t -> new Found(t, 9)).toList();
    new InterfaceNat(reading, "ACL").exemptions(tunnel, all);
    return tunnel.all(Parameter.NAT_EXEMPTION).stream().map(Found::value).toList();
  }

  @Test
  void whatIsDeniedBeforeItIsPermittedAndTouchesTheTunnelIsExempt() {
    reading
        .section("ACL", "3000", 3)
        .add("deny", TO_HUB, 4)
        .add("deny", TO_OTHER, 5)
        .add("permit", "10.10.20.0/24 - 0.0.0.0/0", 6);
    assertEquals(List.of(TO_HUB), exempt("3000 address-group 1"));
  }

  @Test
  void aDenyBehindThePermitComesTooLate() {
    reading
        .section("ACL", "lan", 3)
        .add("deny", TO_HUB, 5)
        .add("permit", "10.10.20.0/24 - 0.0.0.0/0", 4);
    assertEquals(List.of(), exempt("name lan"));
  }

  /** One list leaves it out, the other interface rule takes all. */
  @Test
  void everyTranslationMustLeaveItOut() {
    reading.section("ACL", "3000", 3).add("deny", TO_HUB, 4);
    assertEquals(List.of(), exempt("3000", "interface Loopback0"));
  }

  @Test
  void withoutATranslationNothingNeedsAnExemption() {
    assertEquals(List.of(), exempt());
    assertTrue(tunnel.isElsewhere(Parameter.NAT_EXEMPTION));
  }

  @Test
  void aListThatIsNotThereIsReported() {
    assertEquals(List.of(), exempt("3999"));
    assertEquals(
        List.of(new DeviceConfiguration.Line(9, "ACL 3999 is used and defined nowhere")),
        reading.result().undefined());
  }

  @Test
  void masksMayBeLengths() {
    assertEquals("10.0.0.0/8", Networks.withMaskOrLength("10.1.2.3", "8").orElseThrow().toString());
    assertEquals(
        "10.0.0.0/8", Networks.withMaskOrLength("10.1.2.3", "255.0.0.0").orElseThrow().toString());
    assertTrue(Networks.withMaskOrLength("10.1.2.3", "33").isEmpty());
    assertTrue(Networks.withMaskOrLength("10.1.2.3", "255.0.255.0").isEmpty());
  }
}
