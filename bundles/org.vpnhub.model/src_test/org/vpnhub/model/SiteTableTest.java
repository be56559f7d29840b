package org.vpnhub.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of sites: RFC 4180, and errors that name line and column. */
class SiteTableTest {
  private static final String HEADER = "name,public_ip,cidrs,device\n";

  private static List<SiteTable.Row> parse(String text) throws ModelFormatException {
    return SiteTable.parse(text, "sites.csv");
  }

  private static void refused(int line, String text, String... words) {
    ModelFormatException e = assertThrows(ModelFormatException.class, () -> parse(text));
    assertEquals(line, e.line(), e.getMessage());
    assertFalse(e.getMessage().contains("\n"), e.getMessage());
    for (String word : words) assertTrue(e.getMessage().contains(word), e.getMessage());
  }

  @Test
  void rowsAreRead() throws IOException {
    assertEquals(
        List.of(
            new SiteTable.Row("A", "192.0.2.1", List.of("10.1.0.0/24"), "strongswan", ""),
            new SiteTable.Row(
                "B, the \"second\"",
                "",
                List.of("10.2.0.0/24", "10.3.0.0/24"),
                "strongswan",
                "5.9"),
            new SiteTable.Row("C", "nonsense", List.of(), "", "")),
        parse(
            HEADER
                + "A,192.0.2.1,10.1.0.0/24,strongswan\r\n\r\n"
                + "\"B, the \"\"second\"\"\",,\" 10.2.0.0/24\n10.3.0.0/24 \",strongswan 5.9\n"
                + " C , nonsense ,,"));
  }

  @Test
  void columnsMayStandInAnyOrderAndCase() throws IOException {
    assertEquals(
        List.of(new SiteTable.Row("A", "192.0.2.1", List.of("10.1.0.0/24"), "ios", "17.9")),
        parse("\ufeffDevice, CIDRs ,Name,Public_IP\nios:17.9,10.1.0.0/24,A,192.0.2.1\n"));
  }

  @Test
  void headingsMayBeWrittenAsPeopleDo() throws IOException {
    assertEquals(
        List.of(
            new SiteTable.Row(
                "A",
                "192.0.2.1",
                List.of("10.1.0.0/24"),
                "ios",
                "17.9",
                Map.of("wan_interface", "Gi1"))),
        parse(
            "Office,Public address,Prefixes,Device,Release,WAN interface\n"
                + "A,192.0.2.1,10.1.0.0/24,ios,17.9,Gi1\n"));
    refused(1, "name,site,public_ip,cidrs,device\n", "column 2: 'name' is there twice");
  }

  @Test
  void factsAreReadBackFromASite() {
    Site site = VpnhubFactory.eINSTANCE.createSite();
    Map<String, String> facts =
        Map.of(
            "wan_interface", "Gi1",
            "lan_interfaces", "Gi2 Gi3",
            "wan_zone", "untrust",
            "lan_zone", "trust",
            "virtual_router", "vr1",
            "next_hop", "192.0.2.254",
            "tunnel_number", "7",
            "rule_number", "100");
    assertEquals(Set.copyOf(SiteFacts.COLUMNS), facts.keySet());
    assertEquals(Map.of(), SiteFacts.of(site));
    SiteFacts.set(site, facts);
    SiteFacts.set(site, Map.of("lan_interfaces", "Gi4, Gi5"));
    assertEquals(List.of("Gi4", "Gi5"), site.getLanInterfaces());
    SiteFacts.set(site, Map.of("lan_interfaces", "Gi2 Gi3"));
    assertEquals(facts, SiteFacts.of(site));
  }

  @Test
  void factsOfTheDeviceStandInFurtherColumns() throws IOException {
    String table =
        "name,public_ip,cidrs,device,wan_interface,lan_interfaces,next_hop,tunnel_number,"
            + "virtual_router\n"
            + "A,192.0.2.1,10.1.0.0/24,paloalto-panos,Gi0/0/0,Gi0/0/1 Gi0/0/2,192.0.2.254,100,vr1\n"
            + "B,192.0.2.2,10.2.0.0/24,strongswan,,,,,\n";
    List<SiteTable.Row> rows = parse(table);
    assertEquals(5, rows.get(0).facts().size());
    assertEquals(
        new SiteTable.Row("B", "192.0.2.2", List.of("10.2.0.0/24"), "strongswan", ""), rows.get(1));
    Network network = HubBuilder.build("n", "10.0.0.0/16", "198.51.100.1", rows);
    Site a = network.getSites().getFirst();
    assertEquals("Gi0/0/0", a.getWanInterface());
    assertEquals(List.of("Gi0/0/1", "Gi0/0/2"), a.getLanInterfaces());
    assertEquals("192.0.2.254", a.getNextHop());
    assertEquals(100, a.getTunnelNumber());
    assertEquals("vr1", a.getVirtualRouter());
    String bad = "name,public_ip,cidrs,device,tunnel_number\nA,192.0.2.1,10.1.0.0/24,x,Tu1\n";
    refused(2, bad, "column 5 (tunnel_number) is 'Tu1'", "give a number");
  }

  @Test
  void prefixesMayStandBetweenCommasAndSemicolonsToo() throws IOException {
    List<String> two = List.of("10.2.0.0/24", "10.3.0.0/24");
    assertEquals(two, parse(HEADER + "A,b,\"10.2.0.0/24, 10.3.0.0/24\",d").getFirst().cidrs());
    assertEquals(two, parse(HEADER + "A,b,;10.2.0.0/24;10.3.0.0/24;,d").getFirst().cidrs());
    assertEquals(List.of(), parse(HEADER + "A,b,\" , \",d").getFirst().cidrs());
  }

  @Test
  void aPipeIsReadAsAShellGivesIt(@TempDir Path dir) throws Exception {
    Path pipe = dir.resolve("pipe");
    Process made = new ProcessBuilder("mkfifo", pipe.toString()).start();
    Assumptions.assumeTrue(made.waitFor() == 0, "skipped: no mkfifo on this system");
    Process writer =
        new ProcessBuilder(
                "sh",
                "-c",
                "printf '%s\\n' \"$1\" A,b,c,d > \"$2\"",
                "sh",
                HEADER.strip(),
                pipe.toString())
            .start();
    try {
      assertEquals("A", SiteTable.read(pipe).getFirst().name());
    } finally {
      writer.destroyForcibly();
    }
  }

  @Test
  void aTableWithoutRowsIsATable() throws IOException {
    assertEquals(List.of(), parse(HEADER));
  }

  @Test
  void whatCannotBeReadIsRefusedByLineAndColumn() {
    refused(0, "", "empty", "name,public_ip,cidrs,device");
    refused(1, "A,192.0.2.1,10.1.0.0/24,strongswan\n", "column 1: 'A' is unknown");
    refused(1, "name,public_ip,cidrs\n", "'device' is missing");
    refused(1, "name,public_ip,cidrs,device,colour\n", "column 5: 'colour'");
    refused(1, "name,name,public_ip,cidrs,device\n", "column 2: 'name' is there twice");
    refused(1, "name;public_ip;cidrs;device\n", "unknown", "header must be");
    refused(3, HEADER + "A,b,c,d\nA,b,c\n", "3 fields");
    refused(2, HEADER + "A,b,c,d,e\n", "5 fields");
    refused(2, HEADER + "A,192.0.2.1,10.1.0.0/24,10.2.0.0/24,strongswan\n", "5 fields", "spaces");
    refused(2, HEADER + "A\u0007,b,c,d\n", "column 1 (name)", "control");
    refused(3, HEADER + "A,b,c,d\nA,b,\u0000,d\n", "column 3 (cidrs)");
    refused(2, HEADER + "A,b,c,\"d\nB,b,c,d\n", "a quote is not closed");
    refused(3, HEADER + "A,b,c,\"d\"\nB,b,c,\"", "a quote is not closed");
    refused(0, HEADER + "A,b,\"c\"x,d\n", "quote");
  }

  @Test
  void filesThatAreNoTablesAreRefused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("sites.csv");
    assertThrows(ModelFormatException.class, () -> SiteTable.read(file));
    assertThrows(ModelFormatException.class, () -> SiteTable.read(folder));
    Files.write(file, (HEADER + "\u00e9,b,c,d").getBytes(StandardCharsets.ISO_8859_1));
    ModelFormatException e = assertThrows(ModelFormatException.class, () -> SiteTable.read(file));
    assertTrue(e.getMessage().contains("UTF-8"), e.getMessage());
    Files.write(file, new byte[17 << 20]);
    e = assertThrows(ModelFormatException.class, () -> SiteTable.read(file));
    assertTrue(e.getMessage().contains("16 MiB"), e.getMessage());
    Files.writeString(file, HEADER + "A,b,c,d" + "x".repeat(15 << 20));
    assertEquals(1, SiteTable.read(file).size());
  }
}
