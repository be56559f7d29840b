package org.vpnhub.model.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vpnhub.model.Network;
import org.vpnhub.model.Site;
import org.vpnhub.model.SiteFacts;
import org.vpnhub.model.SiteTable.Row;

/** Sites on the clipboard. */
class SiteTextTest {
  private static final Row SUZHOU =
      new Row("Suzhou", "203.0.113.40", List.of("10.10.40.0/24"), "strongswan", "5.9");

  private static void gives(String text, List<Row> rows, String... problems) {
    assertEquals(new SiteText.Content(rows, List.of(problems)), SiteText.parse(text));
  }

  @Test
  void whatIsCopiedCanBePasted() {
    Network network = Offices.network();
    Site site = network.getSites().getFirst();
    site.setName("Shanghai \"Bund\"\tWest");
    site.getCidrs().add("10.10.11.0/24");
    String text = SiteText.of(network.getSites());
    assertEquals("name\tpublic_ip\tcidrs\tdevice", text.lines().findFirst().orElseThrow());
    assertEquals(
        List.of(
            Row.of(
                "Shanghai \"Bund\" West",
                "203.0.113.10",
                "10.10.10.0/24 10.10.11.0/24",
                "strongswan 5.9"),
            Row.of("Hangzhou", "203.0.113.20", "10.10.20.0/24", "strongswan 5.9"),
            Row.of("Ningbo", "203.0.113.30", "10.10.30.0/24", "strongswan 5.9")),
        SiteText.parse(text).rows());
  }

  @Test
  void factsOfTheDeviceGoWithTheSite() {
    Network network = Offices.network();
    Map<String, String> facts = Map.of("wan_interface", "Gi1", "tunnel_number", "7");
    SiteFacts.set(network.getSites().get(1), facts);
    String text = SiteText.of(network.getSites());
    assertEquals(
        "name\tpublic_ip\tcidrs\tdevice\twan_interface\ttunnel_number",
        text.lines().findFirst().orElseThrow());
    assertEquals(
        List.of(Map.of(), facts, Map.of()),
        SiteText.parse(text).rows().stream().map(Row::facts).toList());
    SiteText.Content wrong =
        SiteText.parse(
            "Site,IP,Prefixes,LAN interfaces,Tunnel number\n"
                + "A,192.0.2.1,10.1.0.0/24,Gi2 Gi3,Tu1\n");
    assertEquals(
        List.of("row 2, tunnel number: 'Tu1' is no number, and left out"), wrong.problems());
    assertEquals(Map.of("lan_interfaces", "Gi2 Gi3"), wrong.rows().getFirst().facts());
  }

  @Test
  void aSpreadsheetWithoutAHeader() {
    gives("Suzhou\t203.0.113.40\t10.10.40.0/24\tstrongswan 5.9\r\n", List.of(SUZHOU));
  }

  @Test
  void aSpreadsheetWithItsOwnHeaderAndFurtherColumns() {
    gives(
        """
        Office\tContact\tPrefixes\tPublic IP

        Suzhou\tMs Li\t10.10.40.0/24\t203.0.113.40
        """,
        List.of(new Row("Suzhou", "203.0.113.40", List.of("10.10.40.0/24"), "", "")));
  }

  @Test
  void commasAndSemicolons() {
    gives("Suzhou,203.0.113.40,10.10.40.0/24,strongswan 5.9", List.of(SUZHOU));
    gives(
        "name;public_ip;cidrs;device\nSuzhou;203.0.113.40;10.10.40.0/24;strongswan:5.9",
        List.of(SUZHOU));
    gives("Suzhou,203.0.113.40,10.10.40.0/24,strongswan,5.9", List.of(SUZHOU));
    gives(
        "Suzhou,203.0.113.40,\"10.10.40.0/24, 10.10.41.0/24\"",
        List.of(Row.of("Suzhou", "203.0.113.40", "10.10.40.0/24 10.10.41.0/24", "")));
  }

  @Test
  void problemsNameRowAndColumn() {
    gives(
        """
        name\tpublic_ip\tcidrs\tdevice
        Suzhou\t203.0.113.400\t10.10.40.0/24\tstrongswan 5.9

        \t203.0.113.50\t10.10.50.0/24
        Suzhou\t\t10.10.60.0/33 10.10.61.0/24\t\tabc
        """,
        List.of(
            new Row("Suzhou", "203.0.113.400", List.of("10.10.40.0/24"), "strongswan", "5.9"),
            Row.of("Suzhou", "", "10.10.60.0/33 10.10.61.0/24", "")),
        "row 2, public address: '203.0.113.400' is no IPv4 address",
        "row 4, name: is empty; the row is left out",
        "row 5: column 5 is one too many",
        "row 5, name: is there twice: 'Suzhou'",
        "row 5, public address: is empty",
        "row 5, prefixes: '10.10.60.0/33' is no prefix such as 10.10.20.0/24");
  }

  @Test
  void textThatIsNoTable() {
    gives(" \n", List.of(), "the table is empty");
    gives("name,public_ip\n", List.of(), "there is no row below the header");
    gives(
        "Suzhou,\"203",
        List.of(),
        "table:1: a quote is not closed; the table's last one is in this line; close it, or double"
            + " a quote that is part of a value");
  }
}
