package org.vpnhub.exporter.cisco;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vpnhub.exporter.testkit.Sample.says;
import static org.vpnhub.exporter.testkit.Sample.texts;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vpnhub.exporter.read.DeviceConfiguration;
import org.vpnhub.exporter.read.Found;
import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.testkit.ReaderContract;
import org.vpnhub.exporter.testkit.Sample;

/** Running configurations as routers print them, which no exporter of ours wrote. */
class IosReaderTest {
  private static final String BRANCH =
      new Sample(Path.of("src_test/org/vpnhub/exporter/cisco/read/branch-vti.txt")).text();
  private static final String OFFICE =
      new Sample(Path.of("src_test/org/vpnhub/exporter/cisco/read/office-map.txt")).text();

  private static String key(FoundTunnel tunnel) {
    return tunnel.key().orElseThrow().text();
  }

  @Test
  void aTunnelInterfaceIsPutTogether() {
    FoundTunnel t = IosReader.TUNNEL.read(BRANCH).tunnels().getFirst();
    assertEquals("Tunnel10", t.name());
    says(t, Parameter.PEER, "198.51.100.1", 96);
    says(t, Parameter.IKE_VERSION, "ikev2", 84);
    says(t, Parameter.IKE_LIFETIME, "28800", 66);
    says(t, Parameter.LOCAL_ID, "203.0.113.20", 62);
    says(t, Parameter.REMOTE_ID, "198.51.100.1", 61);
    says(t, Parameter.ESP_ENCRYPTION, "aes256", 75);
    says(t, Parameter.ESP_HASH, "sha256", 75);
    says(t, Parameter.PFS, "group14", 83);
    says(t, Parameter.ESP_LIFETIME, "28800", 81);
    says(t, Parameter.VOLUME_LIFETIME, "none", 73);
    says(t, Parameter.DPD, "30 on-demand", 67);
    says(t, Parameter.TCP_MSS, "1360", 93);
    assertEquals(
        List.of(
            new Found("10.10.20.0/24 - 10.0.0.0/16", 135),
            new Found("10.10.20.0/24 - 10.10.30.0/24", 136)),
        t.all(Parameter.SELECTOR));
    assertEquals(
        List.of(new Found("10.0.0.0/16", 129), new Found("10.10.30.0/24", 130)),
        t.all(Parameter.ROUTE));
    assertEquals("Br4nch-Key", key(t));
  }

  /** Two ciphers and two groups are four proposals, of which the wanted one is compared. */
  @Test
  void ofSeveralProposalsTheNearestCounts() {
    FoundTunnel t = IosReader.TUNNEL.read(BRANCH).tunnels().getFirst();
    assertEquals(List.of(), t.all(Parameter.IKE_GROUP));
    FoundTunnel agreed =
        t.agreed(
            Map.of(
                Parameter.IKE_ENCRYPTION, List.of("aes128"),
                Parameter.IKE_GROUP, List.of("group14")));
    says(agreed, Parameter.IKE_ENCRYPTION, "aes128", 39);
    says(agreed, Parameter.IKE_GROUP, "group14", 41);
  }

  @Test
  void whatIsBesideTheTunnelsIsSkippedAndWhatIsWrongInThemIsNot() {
    DeviceConfiguration found = IosReader.TUNNEL.read(BRANCH);
    assertEquals(
        Map.of(68, "virtual-template 1", 137, "30 permit tcp host 10.10.20.5 any eq 443"),
        texts(found.unknown()));
    assertEquals(
        Map.of(105, "IPsec profile MISSING-PROFILE is used and defined nowhere"),
        texts(found.undefined()));
    Map<Integer, String> skipped = texts(found.skipped());
    assertEquals("hostname SZ-BR-R1", skipped.get(13));
    assertEquals("crypto pki certificate chain TP-self-signed-3314", skipped.get(33));
    assertEquals("interface GigabitEthernet0/0/0", skipped.get(107));
    assertEquals("router ospf 1", skipped.get(121));
    assertEquals("ip access-list extended NAT-ACL", skipped.get(138));
    assertEquals("banner motd ^C", skipped.get(144));
    assertEquals("line vty 0 4", skipped.get(151));
    assertEquals(33, skipped.size());
  }

  @Test
  void aCryptoMapGivesATunnelForEachEntry() {
    DeviceConfiguration found = IosReader.MAP.read(OFFICE);
    assertEquals(2, found.tunnels().size());
    FoundTunnel first = found.tunnels().getFirst();
    says(first, Parameter.IKE_VERSION, "ikev1", 0);
    says(first, Parameter.IKE_MODE, "main", 0);
    says(first, Parameter.LOCAL_ID, "203.0.113.30", 0);
    says(first, Parameter.REMOTE_ID, "198.51.100.1", 0);
    says(first, Parameter.DPD, "30", 31);
    says(first, Parameter.VOLUME_LIFETIME, "4608000", 0);
    says(first, Parameter.TCP_MSS, "1382", 88);
    assertEquals("Off1ce-Key", key(first));
    FoundTunnel second = found.tunnels().getLast();
    says(second, Parameter.IKE_VERSION, "ikev2", 71);
    says(second, Parameter.IKE_ENCRYPTION, "aes256gcm16", 36);
    says(second, Parameter.IKE_HASH, "sha384", 37);
    says(second, Parameter.LOCAL_ID, "office.example.com", 47);
    says(second, Parameter.REMOTE_ID, "hub2.example.net", 46);
    says(second, Parameter.ESP_LIFETIME, "3600", 0);
    says(second, Parameter.PFS, "none", 0);
    says(second, Parameter.DPD, "none", 0);
    says(second, Parameter.SELECTOR, "10.10.10.9/32 - 172.16.9.0/24", 98);
    assertEquals("Second-Key", key(second));
  }

  /** The second policy says neither hash nor lifetime; the third has no pre-shared key. */
  @Test
  void whatAPolicyDoesNotSayIsTheDefault() {
    FoundTunnel t = IosReader.MAP.read(OFFICE).tunnels().getFirst();
    FoundTunnel agreed =
        t.agreed(
            Map.of(
                Parameter.IKE_ENCRYPTION, List.of("3des"),
                Parameter.IKE_GROUP, List.of("group5"),
                Parameter.ESP_ENCRYPTION, List.of("3des")));
    says(agreed, Parameter.IKE_GROUP, "group2", 23);
    says(agreed, Parameter.IKE_HASH, "sha1", 0);
    says(agreed, Parameter.IKE_LIFETIME, "86400", 0);
    says(agreed, Parameter.ESP_HASH, "sha1", 54);
  }

  /** The deny behind the permit comes too late. */
  @Test
  void onlyWhatIsDeniedBeforeItIsPermittedIsExempt() {
    FoundTunnel t = IosReader.MAP.read(OFFICE).tunnels().getFirst();
    says(t, Parameter.NAT_EXEMPTION, "10.10.10.0/24 - 10.0.0.0/16", 106);
    String without = OFFICE.replaceAll("(?m)^ip nat inside source.*$", "");
    FoundTunnel untranslated = IosReader.MAP.read(without).tunnels().getFirst();
    assertTrue(untranslated.isElsewhere(Parameter.NAT_EXEMPTION));
  }

  @Test
  void unknownLinesOfTheVpnAreReportedAndNoOthers() {
    DeviceConfiguration found = IosReader.MAP.read(OFFICE);
    assertEquals(
        Map.of(
            33, "crypto isakmp shiny new-thing",
            55, "crypto ipsec transform-set OLD ah-md5-hmac esp-des",
            83, "fair-queue"),
        texts(found.unknown()));
    assertEquals(Map.of(), texts(found.undefined()));
    assertEquals(12, found.skipped().size());
  }

  @Test
  void aMapWithoutAnInterfaceDoesNothing() {
    String text = OFFICE.replace(" crypto map OUTSIDE\n", "");
    DeviceConfiguration found = IosReader.MAP.read(text);
    assertEquals(List.of(), found.tunnels());
    assertEquals(Map.of(58, "OUTSIDE is a crypto map on no interface"), texts(found.undefined()));
  }

  @Test
  void aggressiveModeByPeerAndMissingNames() {
    FoundTunnel t =
        IosReader.MAP
            .read(
                """
                crypto isakmp peer address 198.51.100.1
                 set aggressive-mode password Aggr-Key
                 set aggressive-mode client-endpoint fqdn sz.example.com
                crypto map M 1 ipsec-isakmp
                 set peer 198.51.100.1
                 set transform-set T
                 match address 100
                interface Dialer1
                 ip address negotiated
                 crypto map M
                """)
            .tunnels()
            .getFirst();
    says(t, Parameter.IKE_MODE, "aggressive", 2);
    says(t, Parameter.LOCAL_ID, "sz.example.com", 3);
    assertEquals("Aggr-Key", key(t));
  }

  @Test
  void keepsTheContractOfReaders() {
    String[] keys = {"Br4nch-Key", "Off1ce-Key", "Wide-Key", "Second-Key", "s3cr3t"};
    for (String sample : List.of(BRANCH, OFFICE, BRANCH + OFFICE)) {
      assertEquals(List.of(), ReaderContract.check(IosReader.MAP, sample, keys));
    }
  }

  @Test
  void missingIndentationChangesNothing() {
    for (String sample : List.of(BRANCH, OFFICE)) {
      String flat = sample.replaceAll("(?m)^ +", "");
      assertEquals(
          IosReader.MAP.read(sample).tunnels().toString(),
          IosReader.MAP.read(flat).tunnels().toString());
    }
  }

  @Test
  void ofPoliciesThatOverlapTheFirstCounts() {
    String twice =
        """
        crypto ikev2 proposal A
         encryption aes-cbc-256
         integrity sha256
         group 14
        crypto ikev2 proposal B
         encryption aes-cbc-128
         integrity sha1
         prf sha256
         group 5
        crypto ikev2 policy A
         match address local 203.0.113.20
         proposal A
        crypto ikev2 policy B
         match address local %s
         proposal B
        crypto ipsec profile P
         set ikev2-profile Q
        interface Tunnel1
         ip unnumbered Loopback0
         tunnel source 203.0.113.20
         tunnel destination 198.51.100.1
         tunnel mode ipsec ipv4
         tunnel protection ipsec profile P
        """;
    FoundTunnel same = IosReader.TUNNEL.read(twice.formatted("203.0.113.20")).tunnels().getFirst();
    says(same, Parameter.IKE_GROUP, "group14", 4);
    String swapped = twice.replaceFirst("local 203.0.113.20", "local 192.0.2.1");
    FoundTunnel second =
        IosReader.TUNNEL.read(swapped.formatted("203.0.113.20")).tunnels().getFirst();
    says(second, Parameter.IKE_GROUP, "group5", 9);
    says(second, Parameter.IKE_HASH, "sha1 with PRF sha256", 8);
  }

  /** A name is the router's own; without a domain in the text nobody knows it. */
  @Test
  void theRoutersOwnNameIsItsIdentity() {
    String text =
        """
        hostname sz
        ip domain name example.com
        crypto isakmp identity hostname
        crypto map M 1 ipsec-isakmp
         set peer 198.51.100.1
        interface Dialer1
         ip address negotiated
         crypto map M
        """;
    says(IosReader.MAP.read(text).tunnels().getFirst(), Parameter.LOCAL_ID, "sz.example.com", 3);
    FoundTunnel unknown =
        IosReader.MAP.read(text.replace("ip domain", "ip host")).tunnels().getFirst();
    assertTrue(unknown.isElsewhere(Parameter.LOCAL_ID));
  }
}
