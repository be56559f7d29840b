package org.vpnhub.ui.wizards.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.model.HubBuilder;
import org.vpnhub.model.IkeVersion;
import org.vpnhub.model.ModelFiles;
import org.vpnhub.model.Network;
import org.vpnhub.model.Profile;
import org.vpnhub.model.SelectorMode;
import org.vpnhub.model.Site;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.planner.Planner;
import org.vpnhub.secrets.Protection;
import org.vpnhub.secrets.SecretFiles;
import org.vpnhub.secrets.SecretStore;
import org.vpnhub.validation.Finding;
import org.vpnhub.validation.SecurityProfile;
import org.vpnhub.validation.Validator;

class NewHubTest {
  @TempDir Path dir;

  @Test
  void theNetworkIsThatOfTheBuilder() {
    NewHub hub = Samples.threeOffices();
    Network expected =
        HubBuilder.build("hub", "10.0.0.0/16", "198.51.100.1", SiteCells.rows(hub.sites()));
    assertTrue(EcoreUtil.equals(expected, hub.build(Samples.EXPORTERS)));
    assertEquals(List.of(), Validator.validate(hub.build(Samples.EXPORTERS)));
  }

  @Test
  void blankRowsAndSpacesCountForNothing() {
    NewHub hub =
        Samples.hub(SecurityProfile.STRONG, SiteCells.BLANK, Samples.SHANGHAI, SiteCells.BLANK);
    assertTrue(
        EcoreUtil.equals(
            Samples.hub(SecurityProfile.STRONG, Samples.SHANGHAI).build(Samples.EXPORTERS),
            hub.build(Samples.EXPORTERS)));
  }

  private static NewHub with(String field, String value) {
    return new NewHub(
        field.equals("name") ? value : "hub",
        field.equals("project") ? value : "vpnhub",
        field.equals("file") ? value : "hub.vpnhub",
        field.equals("vpcCidr") ? value : "10.0.0.0/16",
        field.equals("gatewayIp") ? value : "198.51.100.1",
        field.equals("region") ? value : "main",
        Profile.HUB_NATIVE,
        List.of(),
        SecurityProfile.STRONG,
        "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          name      ;              ; Give the network a name
          project   ;              ; Give the project a name
          project   ; a/b          ; A project's name cannot hold / \\ : * ? " < > |
          project   ; ..           ; A project's name cannot hold / \\ : * ? " < > |
          file      ;              ; Give the file a name
          file      ; .vpnhub      ; Give the file a name
          file      ; ../x         ; A file's name cannot hold / \\ : * ? " < > |
          file      ; there        ; The file there.vpnhub is there already
          file      ; left.vpnhub  ; left.secrets is there already, with the keys of another model: choose a file name
          vpcCidr   ;              ; Give the VPC a CIDR block, such as 10.0.0.0/16
          vpcCidr   ; 10.0.0.0     ; VPC CIDR block: '10.0.0.0' is not a CIDR block: the prefix length is missing, such as /24
          vpcCidr   ; 10.0.0.1/16  ; `VPC CIDR block: 10.0.0.1/16 has host bits set; the network is 10.0.0.0/16`
          vpcCidr   ; 10.0.0.0/30  ; The VPC's CIDR block must be a /8 to a /29
          gatewayIp ;              ; Give the gateway its public address, such as 198.51.100.1
          gatewayIp ; 198.51.100   ; Gateway address: '198.51.100' is not an IPv4 address (four numbers from 0 to 255, such as 192.0.2.1)
          gatewayIp ; 10.0.3.4     ; The gateway's public address must not be within the VPC 10.0.0.0/16
          region    ;              ; Give the region a name, such as main
          """,
      quoteCharacter = '`')
  void eachFieldSaysWhatIsWrong(String field, String value, String message) throws IOException {
    Files.createFile(dir.resolve("there.vpnhub"));
    Files.createFile(dir.resolve("left.secrets"));
    List<Fault> faults = with(field, value == null ? "" : value).networkFaults(Optional.of(dir));
    assertEquals(List.of(Fault.error(field, message)), faults);
  }

  @Test
  void rightFieldsHaveNoFaults() {
    assertEquals(List.of(), Samples.threeOffices().networkFaults(Optional.of(dir)));
    assertEquals(List.of(), with("file", "other").networkFaults(Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
                        |         |
          10.0.0.0/8    |         |
           10.0.0.0/12  |         |
          foo           | ERROR   | Summary prefix: 'foo' is not a CIDR block: the prefix length is missing, such as /24
          10.0.0.1/8    | ERROR   | Summary prefix: 10.0.0.1/8 has host bits set; the network is 10.0.0.0/8
          172.16.0.0/12 | WARNING | The summary prefix does not cover 10.0.0.0/16 (the VPC): let it cover that, or the devices do not send it into their tunnels
          10.0.0.0/16   | WARNING | The summary prefix does not cover 10.10.10.0/24 (Shanghai): let it cover that, or the devices do not send it into their tunnels
          """,
      quoteCharacter = '`')
  void aSummaryPrefixCoversTheVpcAndAllSites(String summary, Severity severity, String message) {
    List<Fault> expected =
        severity == null
            ? List.of()
            : List.of(new Fault(NewHub.SUMMARY, Fault.NO_ROW, severity, message));
    assertEquals(expected, summarised(summary == null ? "" : summary).summaryFaults());
  }

  private static NewHub summarised(String summary) {
    NewHub hub = Samples.threeOffices();
    return new NewHub(
        hub.name(),
        hub.project(),
        hub.fileName(),
        hub.vpcCidr(),
        hub.gatewayIp(),
        hub.region(),
        hub.profile(),
        hub.sites(),
        hub.security(),
        summary);
  }

  @Test
  void eachSiteHasTheSummaryPrefix() {
    Network network = summarised(" 10.0.0.0/8 ").build(Samples.EXPORTERS);
    for (Site s : network.getSites()) {
      assertEquals(SelectorMode.SUMMARY, s.getSelectorMode());
      assertEquals("10.0.0.0/8", s.getSummaryCidr());
    }
    Review review = Review.of(network, Samples.EXPORTERS);
    assertTrue(
        review
            .text()
            .contains(
                "• summary prefix 10.0.0.0/8 as the remote selector of each device: a site within"
                    + " it that is added later changes no other site's device\n"),
        review.text());
    assertEquals(List.of(), review.problems());
  }

  @Test
  void whatASummaryLeavesOutLeadsToItsField() {
    Network network = summarised("10.0.0.0/16").build(Samples.EXPORTERS);
    List<Problem> problems = Review.of(network, Samples.EXPORTERS).problems();
    assertTrue(problems.stream().anyMatch(p -> p.code().equals("R14")), problems.toString());
    for (Problem p : problems) {
      assertEquals(new Place(NewHub.SUMMARY, Fault.NO_ROW), Place.of(network, p), p.toString());
    }
  }

  @Test
  void aMissingFactLeadsToItsCell() {
    Network network =
        Samples.hub(
                SecurityProfile.STRONG,
                Samples.SHANGHAI,
                Samples.NINGBO.with(SiteColumn.DEVICE, "router"))
            .build(Samples.EXPORTERS);
    Problem missing =
        Review.of(network, Samples.EXPORTERS).problems().stream()
            .filter(p -> p.code().equals("D01"))
            .findFirst()
            .orElseThrow();
    assertEquals(new Place("wanInterface", 1), Place.of(network, missing));
  }

  @Test
  void theFileIsCalledLikeTheNetwork() {
    assertEquals("three-offices.vpnhub", NewHub.fileNameOf("three offices"));
    assertEquals("总部.vpnhub", NewHub.fileNameOf(" 总部 "));
    assertEquals("hub.vpnhub", NewHub.fileNameOf("../"));
    assertEquals("hub.vpnhub", NewHub.fileNameOf(""));
  }

  @Test
  void aPassphraseIsTypedTwice() {
    assertEquals("passphrase", NewHub.passphraseFaults("", "").getFirst().field());
    assertEquals(
        "The two passphrases differ", NewHub.passphraseFaults("abc", "abd").getFirst().message());
    assertFalse(NewHub.passphraseFaults("abc", "abc").getFirst().isError());
    assertEquals(List.of(), NewHub.passphraseFaults("correct horse", "correct horse"));
  }

  @Test
  void modelAndKeysAreWritten() throws IOException {
    Network network = Samples.threeOffices().build(Samples.EXPORTERS);
    Path file = dir.resolve("hub.vpnhub");
    NewHub.write(network, file, Optional.empty());
    assertTrue(EcoreUtil.equals(network, ModelFiles.load(file)));
    try (SecretStore store = SecretFiles.beside(file).open(() -> new char[0])) {
      assertEquals(List.of("psk-hangzhou", "psk-ningbo", "psk-shanghai"), store.references());
      assertEquals(32, store.get("psk-ningbo").orElseThrow().length());
    }
    assertFalse(Files.readString(file).contains("psk="));
  }

  @Test
  void aPassphraseOpensTheStore() throws IOException {
    Path file = dir.resolve("hub.vpnhub");
    NewHub.write(
        Samples.threeOffices().build(Samples.EXPORTERS),
        file,
        Optional.of("open sesame!".toCharArray()));
    SecretFiles files = SecretFiles.beside(file);
    assertEquals(Protection.PASSPHRASE, SecretStore.protection(files.store()));
    assertFalse(Files.exists(files.key()));
  }

  @ParameterizedTest
  @EnumSource
  void everySecurityProfileMakesALegalModel(SecurityProfile security) {
    Network network =
        Samples.hub(security, Samples.SHANGHAI, Samples.HANGZHOU, Samples.NINGBO)
            .build(Samples.EXPORTERS);
    List<Problem> errors =
        Review.of(network, Samples.EXPORTERS).problems().stream().filter(Problem::isError).toList();
    assertEquals(List.of(), errors);
    assertEquals(security, SecurityProfile.of(Planner.gateways(network).getFirst()));
    assertEquals(5, security.parameters().size());
  }

  @Test
  void ikev1HasOnePairOfNetworksInAConnection() {
    Network network =
        Samples.hub(SecurityProfile.LEGACY, Samples.HANGZHOU).build(Samples.EXPORTERS);
    List<VpnConnection> connections = Planner.gateways(network).getFirst().getConnections();
    assertEquals(
        List.of(List.of("10.10.20.0/24"), List.of("10.10.21.0/24")),
        connections.stream().map(c -> List.copyOf(c.getRemoteSubnets())).toList());
    for (VpnConnection c : connections) {
      assertEquals(IkeVersion.IKEV1, c.getTunnels().getFirst().getIkeConfig().getIkeVersion());
    }
    assertEquals(List.of("psk-hangzhou"), KeyReferences.of(network));
  }

  @Test
  void aCloudOffersNoGcm() {
    assertTrue(SecurityProfile.STRONG.isOffered(Profile.HUB_NATIVE));
    assertFalse(SecurityProfile.STRONG.isOffered(Profile.ALIBABA_2018));
    assertEquals(SecurityProfile.COMPATIBLE, SecurityProfile.strongest(Profile.ALIBABA_CURRENT));
  }

  @Test
  void theReviewSaysWhatWillBeThere() {
    Review review = Review.of(Samples.threeOffices().build(Samples.EXPORTERS), Samples.EXPORTERS);
    assertEquals(
        """
        • VPN gateway at 198.51.100.1, in the VPC 10.0.0.0/16
        • 3 customer gateways: Shanghai 203.0.113.10, Hangzhou 203.0.113.20, Ningbo 203.0.113.30
        • 3 IPsec connections (ikev2 aes256gcm16-sha256-group31), local network 0.0.0.0/0: a site \
        that is added later changes none of them
        • 4 VPC routes to the gateway: 10.10.10.0/24, 10.10.20.0/24, 10.10.21.0/24, 10.10.30.0/24
        Every site reaches the VPC and every other site, and the VPC every site (12 of 12 ways).\
        """,
        review.text());
    assertEquals(List.of(), review.problems());
  }

  @Test
  void theReviewSaysWhatDoesNotWork() {
    Network network =
        Samples.hub(
                SecurityProfile.STRONG,
                Samples.SHANGHAI,
                Samples.NINGBO.with(SiteColumn.CIDRS, "10.10.10.0/24"))
            .build(Samples.EXPORTERS);
    Review review = Review.of(network, Samples.EXPORTERS);
    Problem overlap =
        review.problems().stream().filter(p -> p.code().equals("A03")).findFirst().orElseThrow();
    assertTrue(overlap.isError());
    assertEquals(SiteColumn.CIDRS.field(), Place.of(network, overlap).field());
    assertTrue(Place.of(network, overlap).row() >= 0);
  }

  @Test
  void problemsLeadToTheirFields() {
    NewHub cloud =
        new NewHub(
            "h",
            "vpnhub",
            "hub",
            "10.0.0.0/16",
            "198.51.100.1",
            "main",
            Profile.ALIBABA_2018,
            List.of(Samples.SHANGHAI),
            SecurityProfile.STRONG,
            "");
    Network network = cloud.build(Samples.EXPORTERS);
    List<Problem> problems = Validator.validate(network).stream().map(Finding::problem).toList();
    Problem notOffered =
        problems.stream().filter(p -> p.code().equals("C31")).findFirst().orElseThrow();
    assertEquals(new Place(Place.SECURITY, Fault.NO_ROW), Place.of(network, notOffered));
  }
}
