package org.vpnhub.ui.wizards.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vpnhub.ui.wizards.logic.Samples.HANGZHOU;
import static org.vpnhub.ui.wizards.logic.Samples.NINGBO;
import static org.vpnhub.ui.wizards.logic.Samples.SHANGHAI;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vpnhub.base.Severity;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.SiteFact;
import org.vpnhub.model.Network;

class SiteCheckTest {
  private static List<Fault> check(SiteCells... rows) {
    return SiteCheck.check(
        List.of(rows), Neighbours.ofVpc("10.0.0.0/16"), Samples.EXPORTERS.devices());
  }

  @Test
  void rightSitesHaveNoFaults() {
    assertEquals(List.of(), check(SHANGHAI, HANGZHOU, SiteCells.BLANK, NINGBO));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NAME      |                           | ERROR   | Row 1, name is missing
          PUBLIC_IP |                           | ERROR   | Shanghai, public address is missing; write one such as 203.0.113.10
          PUBLIC_IP | 203.0.113                 | ERROR   | Shanghai, public address: '203.0.113' is not an IPv4 address (four numbers from 0 to 255, such as 192.0.2.1)
          CIDRS     |                           | ERROR   | Shanghai, prefixes are missing; write at least one such as 10.10.10.0/24
          CIDRS     | 10.10.10.0                | ERROR   | Shanghai, prefixes: '10.10.10.0' is not a CIDR block: the prefix length is missing, such as /24
          CIDRS     | 10.10.10.7/24             | ERROR   | Shanghai, prefixes: 10.10.10.7/24 has host bits set; the network is 10.10.10.0/24
          CIDRS     | 10.0.7.0/24               | ERROR   | Shanghai, prefixes: 10.0.7.0/24 overlaps the VPC, 10.0.0.0/16
          DEVICE    |                           | INFO    | Shanghai, device is not chosen; its configuration cannot be exported yet
          DEVICE    | toaster                   | WARNING | Shanghai, device: 'toaster' has no exporter; choose one of the list, or leave it empty
          RELEASE   | 4.1                       | WARNING | Shanghai, release: 4.1 is older than the oldest supported, 5.9
          """)
  void eachCellIsNamedWithWhatIsWrong(
      SiteColumn column, String value, Severity severity, String message) {
    List<Fault> faults = check(SHANGHAI.with(column, value == null ? "" : value));
    assertEquals(List.of(new Fault(column.field(), 0, severity, message)), faults);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          router     | WAN_INTERFACE |     | INFO  | Shanghai, WAN interface is needed before the configuration can be exported, such as Gi1
          router     | WAN_INTERFACE | a;b | ERROR | Shanghai, WAN interface: 'a;b' is not a name that a device gives; give one such as Gi1
          strongswan | RULE_NUMBER   | x   | ERROR | Shanghai, rule number: 'x' is no number; give one, or nothing
          strongswan | WAN_INTERFACE | a;b |       |
          """)
  void theFactsThatADeviceNeedsAreChecked(
      String device, SiteColumn column, String value, Severity severity, String message) {
    SiteCells typed =
        SHANGHAI.with(SiteColumn.DEVICE, device).with(column, value == null ? "" : value);
    List<Fault> faults = check(typed);
    if (severity == null) {
      assertEquals(List.of(), faults);
    } else {
      assertEquals(severity, faults.getFirst().severity());
      assertEquals(message, faults.getFirst().message());
    }
  }

  @Test
  void eachOfSeveralInterfacesIsChecked() {
    DeviceCapabilities firewall =
        DeviceCapabilities.of("firewall", "Test", "text")
            .release(Samples.EXPORTERS.devices().getFirst().releases().getFirst())
            .needs(SiteFact.LAN_INTERFACE, "Gi2")
            .build();
    SiteCells site = SHANGHAI.with(SiteColumn.DEVICE, "firewall");
    assertEquals(
        List.of(
            "LAN interfaces are needed before the configuration can be exported, such as Gi2",
            "LAN interfaces: '?' is not a name that a device gives; give one such as Gi2"),
        Stream.of("", "Gi2, ?", "Gi2, Gi3 Gi4")
            .map(lan -> site.with(SiteColumn.LAN_INTERFACES, lan))
            .flatMap(
                s ->
                    SiteCheck.checkOne(s, Neighbours.ofVpc("10.0.0.0/16"), List.of(firewall))
                        .stream())
            .map(Fault::message)
            .toList());
  }

  @Test
  void aNameLongerThanAllowedIsAnError() {
    assertEquals(
        "is longer than 128 characters",
        check(SHANGHAI.with(SiteColumn.NAME, "x".repeat(129)))
            .getFirst()
            .message()
            .replaceFirst("x+, name ", ""));
  }

  @Test
  void sitesMustDifferInNameAddressAndPrefixes() {
    List<Fault> faults =
        check(
            SHANGHAI,
            new SiteCells("Shanghai", "203.0.113.10", "10.10.10.128/25", "strongswan", ""));
    assertEquals(List.of("name", "publicIp", "cidrs"), faults.stream().map(Fault::field).toList());
    assertEquals(
        "Shanghai, public address: 203.0.113.10 is already that of Shanghai",
        faults.get(1).message());
    assertEquals(
        "Shanghai, prefixes: 10.10.10.128/25 overlaps 10.10.10.0/24 of site Shanghai",
        faults.get(2).message());
    assertTrue(faults.stream().allMatch(f -> f.row() == 1));
  }

  @Test
  void aFormForOneSiteNamesTheFieldAlone() {
    List<Fault> faults =
        SiteCheck.checkOne(
            SiteCells.BLANK, Neighbours.ofVpc("10.0.0.0/16"), Samples.EXPORTERS.devices());
    assertEquals(
        List.of(
            "Name is missing",
            "Public address is missing; write one such as 203.0.113.10",
            "Prefixes are missing; write at least one such as 10.10.10.0/24",
            "Device is not chosen; its configuration cannot be exported yet"),
        faults.stream().map(Fault::message).toList());
  }

  @Test
  void theLaterOfTwoSitesThatOverlapIsAtFault() {
    List<Fault> faults = check(NINGBO, SHANGHAI.with(SiteColumn.CIDRS, "10.10.0.0/16"));
    assertEquals(1, faults.size());
    assertEquals(1, faults.getFirst().row());
    assertEquals(
        "Shanghai, prefixes: 10.10.0.0/16 overlaps 10.10.30.0/24 of site Ningbo",
        faults.getFirst().message());
  }

  @Test
  void sitesOfTheModelCountToo() {
    Network network = Samples.threeOffices().build(Samples.EXPORTERS);
    Neighbours all = Neighbours.of(network, Set.of());
    List<Fault> faults = SiteCheck.check(List.of(NINGBO), all, Samples.EXPORTERS.devices());
    assertEquals(List.of("name", "publicIp", "cidrs"), faults.stream().map(Fault::field).toList());
    Neighbours others = Neighbours.of(network, Set.of(network.getSites().getLast()));
    assertEquals(List.of(), SiteCheck.check(List.of(NINGBO), others, Samples.EXPORTERS.devices()));
  }

  @Test
  void manySitesAreCheckedAtOnce() {
    List<SiteCells> rows = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      String cidr = "10." + (64 + i / 256) + "." + i % 256 + ".0/24";
      rows.add(
          new SiteCells("s" + i, "203." + i / 256 + ".113." + i % 256, cidr, "strongswan", ""));
    }
    rows.add(new SiteCells("last", "9.9.9.9", "10.64.0.0/10", "strongswan", ""));
    List<Fault> faults =
        SiteCheck.check(rows, Neighbours.ofVpc("10.0.0.0/16"), Samples.EXPORTERS.devices());
    assertTrue(faults.stream().allMatch(f -> f.row() == 5000));
    assertEquals(5000, faults.size());
  }
}
