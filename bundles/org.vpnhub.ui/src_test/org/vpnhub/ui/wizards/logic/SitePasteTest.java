package org.vpnhub.ui.wizards.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.vpnhub.ui.wizards.logic.Samples.HANGZHOU;
import static org.vpnhub.ui.wizards.logic.Samples.NINGBO;
import static org.vpnhub.ui.wizards.logic.Samples.SHANGHAI;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vpnhub.exporter.SiteFact;
import org.vpnhub.model.SiteFacts;

class SitePasteTest {
  private static final List<SiteCells> ALL = List.of(SHANGHAI, HANGZHOU, NINGBO);

  @Test
  void cellsOfASpreadsheet() {
    String text =
        "Shanghai\t203.0.113.10\t10.10.10.0/24\tstrongswan\n"
            + "Hangzhou\t203.0.113.20\t10.10.20.0/24, 10.10.21.0/24\tstrongswan\t5.9\r\n"
            + "Ningbo\t203.0.113.30\t10.10.30.0/24\tstrongswan\n\n";
    assertEquals(ALL, SitePaste.parse(text));
  }

  @Test
  void aHeaderPutsTheColumnsInAnyOrder() {
    String text =
        "Prefixes\tSite\tFloor\tPublic address\tDevice\n"
            + "10.10.10.0/24\tShanghai\t3\t203.0.113.10\tstrongswan\n"
            + "\"10.10.20.0/24\n10.10.21.0/24\"\tHangzhou\t1\t203.0.113.20\tstrongswan 5.9\n"
            + "10.10.30.0/24\tNingbo\t2\t203.0.113.30\tstrongswan";
    assertEquals(ALL, SitePaste.parse(text));
  }

  @Test
  void aCsvFile() {
    String text =
        "\ufeffname,public_ip,cidrs,device\n"
            + "Shanghai,203.0.113.10,10.10.10.0/24,strongswan\n"
            + "Hangzhou,203.0.113.20,10.10.20.0/24;10.10.21.0/24,strongswan:5.9\n"
            + "Ningbo,203.0.113.30,10.10.30.0/24,strongswan\n";
    assertEquals(ALL, SitePaste.parse(text));
  }

  @Test
  void everyFactHasAColumn() {
    assertEquals(
        Set.copyOf(SiteFacts.COLUMNS),
        Arrays.stream(SiteColumn.values())
            .filter(SiteColumn::isFact)
            .map(SiteColumn::column)
            .collect(Collectors.toSet()));
    assertEquals(
        Arrays.stream(SiteFact.values()).map(SiteFact::field).collect(Collectors.toSet()),
        Arrays.stream(SiteColumn.values())
            .filter(SiteColumn::isFact)
            .map(SiteColumn::field)
            .collect(Collectors.toSet()));
  }

  @Test
  void columnsWithFactsOfTheDevice() {
    SiteCells site =
        SitePaste.parse(
                "name\tpublic_ip\tcidrs\tdevice\tWAN interface\ttunnel_number\n"
                    + "Ningbo\t203.0.113.30\t10.10.30.0/24\tstrongswan\tGi1\t7\n")
            .getFirst();
    assertEquals(
        NINGBO.with(SiteColumn.WAN_INTERFACE, "Gi1").with(SiteColumn.TUNNEL_NUMBER, "7"), site);
    assertEquals(
        EnumSet.of(
            SiteColumn.NAME,
            SiteColumn.PUBLIC_IP,
            SiteColumn.CIDRS,
            SiteColumn.DEVICE,
            SiteColumn.RELEASE,
            SiteColumn.WAN_INTERFACE,
            SiteColumn.TUNNEL_NUMBER),
        SiteColumn.of(List.of(NINGBO, site), Samples.EXPORTERS));
    assertEquals(
        EnumSet.range(SiteColumn.NAME, SiteColumn.WAN_INTERFACE),
        SiteColumn.of(List.of(NINGBO.with(SiteColumn.DEVICE, "router")), Samples.EXPORTERS));
  }

  @Test
  void semicolonsAndQuotes() {
    String text =
        "\"Shanghai\";203.0.113.10;10.10.10.0/24;strongswan\n"
            + "Hangzhou;203.0.113.20;\"10.10.20.0/24;10.10.21.0/24\";strongswan;5.9\n"
            + "Ningbo;203.0.113.30;10.10.30.0/24;strongswan\n";
    assertEquals(ALL, SitePaste.parse(text));
    assertEquals(
        "The \"Old\" Mill", SitePaste.parse("\"The \"\"Old\"\" Mill\";x").getFirst().name());
  }

  @Test
  void namesAloneAndNothingAtAll() {
    assertEquals(
        List.of("a", "b c"), SitePaste.parse("a\nb c\n").stream().map(SiteCells::name).toList());
    assertEquals(List.of(), SitePaste.parse(" \n\t\n"));
    assertEquals(List.of(), SitePaste.parse(""));
  }

  @Test
  void aQuoteThatIsNotClosedLosesNoCell() {
    SiteCells site = SitePaste.parse("\"a b\t203.0.113.10\nc\td").getFirst();
    assertEquals(List.of("a b", "203.0.113.10"), List.of(site.name(), site.publicIp()));
  }
}
