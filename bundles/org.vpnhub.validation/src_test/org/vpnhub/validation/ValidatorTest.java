package org.vpnhub.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.model.HubBuilder;
import org.vpnhub.model.IkeVersion;
import org.vpnhub.model.ModelFiles;
import org.vpnhub.model.Network;
import org.vpnhub.model.Profile;
import org.vpnhub.model.SiteTable;

/** The validator as a whole. */
class ValidatorTest {

  private static Network example() throws Exception {
    return ModelFiles.load(RuleCatalogTest.root().resolve("examples/three-offices.vpnhub"));
  }

  @Test
  void exampleIsClean() throws Exception {
    assertEquals(List.of(), Validator.validate(example()));
  }

  /** What the issue asks to be shown, in one model, each named with id, element and remedy. */
  @Test
  void scenarioOfTheIssue() {
    Net n = Net.of(Profile.ALIBABA_2018);
    n.sites(11);
    n.site(1).getCidrs().set(0, "10.10.10.128/25");
    n.site(2).getCidrs().set(0, "10.0.30.0/24");
    n.ike(3).setIkeVersion(IkeVersion.IKEV1);
    n.connection(3).getRemoteSubnets().add("10.40.0.0/24");
    n.connection(4).getRemoteSubnets().set(0, "10.20.4.1/24");
    n.table.getEntries().remove(5);
    List<String> found = lines(n.validate(), Severity.ERROR);
    for (String wanted :
        List.of(
            "A01 IPsec connection Office4 [vco-office4]",
            "A02 site Ningbo [site-ningbo]",
            "A03 site Hangzhou [site-hangzhou]",
            "G04 VPN gateway hub [vpn-hub]",
            "C03 IPsec connection Office3 [vco-office3]",
            "R01 site Office5 [site-office5]")) {
      assertTrue(found.contains(wanted), wanted + " in " + found);
    }
  }

  private static List<String> lines(List<Finding> findings, Severity severity) {
    return findings.stream()
        .map(Finding::problem)
        .filter(p -> p.severity() == severity)
        .map(p -> p.code() + " " + p.element() + " [" + p.elementId() + "]")
        .toList();
  }

  /** By severity, then rule, then the order of the model. */
  @Test
  void order() {
    Net n = Net.of(Profile.HUB_NATIVE);
    for (int i : new int[] {2, 1}) {
      n.ike(i).setIkeVersion(IkeVersion.IKEV1);
      n.ike(i).setIkeEncAlg("des");
      n.ike(i).setIkePfs("group14");
      n.esp(i).setIpsecPfs("group14");
      n.connection(i).getRemoteSubnets().add("10.1" + i + ".1.1/24");
    }
    n.site(0).setName("");
    assertEquals(
        List.of(
            "N01 site-shanghai",
            "A01 vco-hangzhou",
            "A01 vco-ningbo",
            "C03 vco-hangzhou",
            "C03 vco-ningbo",
            "C11 vco-hangzhou",
            "C11 vco-ningbo",
            "S01 vco-hangzhou",
            "S01 vco-ningbo",
            "C16 vco-hangzhou",
            "C16 vco-ningbo"),
        n.validate().stream()
            .map(f -> f.problem().code() + " " + f.problem().elementId())
            .toList());
  }

  @Test
  void profileOfTheModelUnlessAnotherIsAskedFor() throws Exception {
    Network network = example();
    assertFalse(Validator.validate(network, Profile.ALIBABA_2018).isEmpty());
    network.setProfile(Profile.ALIBABA_CURRENT);
    assertEquals(
        problems(Validator.validate(network, Profile.ALIBABA_CURRENT)),
        problems(Validator.validate(network)));
  }

  private static List<Problem> problems(List<Finding> findings) {
    return findings.stream().map(Finding::problem).toList();
  }

  @Test
  void anEmptyNetworkHasNoFindings() {
    assertEquals(List.of(), Validator.validate(Net.NEW.createNetwork()));
  }

  /** A key never stands in a finding, whatever is wrong with it. */
  @Test
  void keysStayOutOfFindings() {
    for (String key : List.of("hunter2", "with space in it long", "dup-dup-Dup-Dup", "ключ-ключ")) {
      Net n = Net.of(Profile.HUB_NATIVE);
      for (int i = 0; i < 2; i++) {
        n.ike(i).setPskReference(null);
        n.ike(i).setPsk(key);
      }
      n.twin(1, "10.10.21.0/24").getTunnels().getFirst().getIkeConfig().setPsk("other");
      List<Finding> findings = n.validate();
      assertTrue(findings.stream().anyMatch(f -> f.problem().code().equals("C13")));
      for (Finding f : findings) {
        String text = f.problem() + " " + f.quickFixes();
        assertFalse(text.contains(key), text);
      }
    }
  }

  /** Values of the user's make neither a second line nor an endless one. */
  @Test
  void findingsAreOneBoundedLine() {
    Net n = Net.of(Profile.HUB_NATIVE);
    n.site(1).getCidrs().set(0, "10.0.0.0/\n\u001b[31m" + "9".repeat(100_000));
    n.site(1).setName("Hang\u2028zhou");
    n.ike(1).setIkeEncAlg("x\ty");
    for (Finding f : n.validate()) {
      Problem p = f.problem();
      for (String text : List.of(p.element(), p.message(), p.remedy())) {
        assertTrue(text.length() <= 501, text.length() + " characters");
        assertTrue(text.codePoints().noneMatch(c -> Character.isISOControl(c) || c == 0x2028));
      }
    }
  }

  @Test
  void elementIsTheOneOfTheId() {
    Net n = Net.of(Profile.HUB_NATIVE);
    n.slave(1).setEnableDpd(true);
    n.connection(1).getTunnels().get(1).setDpdInterval(0);
    Finding f = n.validate().getFirst();
    assertSame(n.connection(1).getTunnels().get(1), f.element());
    assertEquals("tun-hangzhou-2", f.problem().elementId());
    assertEquals("tunnel Hangzhou-2 of IPsec connection Hangzhou", f.problem().element());
  }

  private static final int MANY = 5000;

  /** The time bound is loose, for a machine that does other things; squares would burst it. */
  @Test
  void manySites() {
    List<SiteTable.Row> rows = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      String place = (i >> 8) + "." + (i & 255);
      rows.add(Net.row("site" + i, "203." + place + ".1", "11." + place + ".0/24"));
    }
    Network sound = HubBuilder.build("big", "10.0.0.0/16", "198.51.100.1", rows);
    assertTimeout(
        Duration.ofSeconds(20), () -> assertEquals(MANY, count(Validator.validate(sound), "A06")));
    rows.replaceAll(r -> Net.row(r.name(), r.publicIp(), "10.10.0.0/16"));
    Network alike = HubBuilder.build("alike", "10.0.0.0/16", "198.51.100.1", rows);
    assertTimeout(
        Duration.ofSeconds(40),
        () -> assertEquals(MANY - 1, count(Validator.validate(alike), "A03")));
  }

  private static long count(List<Finding> findings, String rule) {
    return findings.stream().filter(f -> f.problem().code().equals(rule)).count();
  }
}
