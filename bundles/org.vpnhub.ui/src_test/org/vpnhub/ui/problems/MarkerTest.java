package org.vpnhub.ui.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.eclipse.core.resources.IMarker;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.exporter.ExporterRegistry;
import org.vpnhub.model.HubBuilder;
import org.vpnhub.model.Network;
import org.vpnhub.model.SiteTable;
import org.vpnhub.model.Tunnel;
import org.vpnhub.model.VpnhubPackage;
import org.vpnhub.validation.RuleCatalog;

/** What markers say, and that only those change which have to. */
class MarkerTest {
  private static Problem problem(int n) {
    return new Problem(
        "R01", Severity.WARNING, "site-" + n, "site " + n, "no route", "create a route");
  }

  private static List<Problem> problems(int from, int to) {
    return IntStream.range(from, to).mapToObj(MarkerTest::problem).toList();
  }

  private static Map<Integer, MarkerSpec> present(List<Problem> problems) {
    Map<Integer, MarkerSpec> all = new LinkedHashMap<>();
    for (Problem p : problems) all.put(all.size(), MarkerSpec.of(p));
    return all;
  }

  @Test
  void lineOfTheProblemsView() {
    MarkerSpec spec = MarkerSpec.of(problem(7));
    assertEquals("R01 site 7: no route — create a route", spec.message());
    assertEquals("site 7", spec.location());
    assertEquals(IMarker.SEVERITY_WARNING, spec.severity());
    assertEquals(spec, MarkerSpec.of(spec.attributes()));
    Problem bare = new Problem("", Severity.ERROR, "", "file", "a.vpnhub: is no model", "");
    assertEquals("a.vpnhub: is no model", MarkerSpec.of(bare).message());
  }

  @Test
  void foreignAttributesDoNoHarm() {
    assertEquals(
        new MarkerSpec("", "", IMarker.SEVERITY_INFO, "", "", ""),
        MarkerSpec.of(Map.of("code", 5, IMarker.SEVERITY, "high")));
  }

  @Test
  void longMessagesAreCut() {
    Problem p = new Problem("R14", Severity.INFO, "", "x", "m".repeat(10_000), "");
    assertTrue(MarkerSpec.of(p).message().length() < 2100);
  }

  @Test
  void whatIsStillRightStays() {
    var d = MarkerDifference.of(present(problems(0, 5)), specs(problems(3, 8)));
    assertEquals(List.of(0, 1, 2), d.gone().stream().sorted().toList());
    assertEquals(specs(problems(5, 8)), d.fresh());
    var same = MarkerDifference.of(present(problems(0, 5)), specs(problems(0, 5)));
    assertEquals(new MarkerDifference<Integer>(List.of(), List.of()), same);
  }

  /** The same problem twice needs two markers. */
  @Test
  void repeatedProblems() {
    List<Problem> twice = List.of(problem(1), problem(1));
    assertEquals(
        specs(List.of(problem(1))),
        MarkerDifference.of(present(List.of(problem(1))), specs(twice)).fresh());
    assertEquals(1, MarkerDifference.of(present(twice), specs(List.of(problem(1)))).gone().size());
  }

  private static List<MarkerSpec> specs(List<Problem> problems) {
    return MarkerSpec.of(problems, MarkerSpec.MOST);
  }

  @Test
  void whatIsTooMuchIsCounted() {
    List<MarkerSpec> specs = MarkerSpec.of(problems(0, 5000), 2000);
    assertEquals(2001, specs.size());
    assertEquals(
        "and 3,000 more; they appear when some of these are mended", specs.getLast().message());
    assertEquals(IMarker.SEVERITY_WARNING, specs.getLast().severity());
    assertEquals(2000, MarkerSpec.of(problems(0, 2000), 2000).size());
  }

  private static Network offices(int count) {
    List<SiteTable.Row> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String place = (i >> 8) + "." + (i & 255);
      rows.add(
          SiteTable.Row.of("Office" + i, "192.0." + place, "10.1" + place + ".0/24", "strongswan"));
    }
    return HubBuilder.build("big", "10.0.0.0/16", "198.51.100.1", rows);
  }

  /** No rule repeats a key that stands in the model. */
  @Test
  void noKeyInAMarker() {
    Network network = offices(3);
    for (Tunnel t : tunnels(network)) {
      t.getIkeConfig().setPskReference(null);
      t.getIkeConfig().setPsk("cisco-Xq7");
    }
    Validation found = Validation.of(network, Optional.empty(), new ExporterRegistry(List.of()));
    Set<String> codes = new TreeSet<>(found.problems().stream().map(Problem::code).toList());
    assertTrue(codes.containsAll(Set.of("C07", "S02")), codes.toString());
    for (MarkerSpec s : specs(found.problems())) assertFalse(s.toString().contains("Xq7"));
  }

  private static List<Tunnel> tunnels(Network network) {
    return network.getRegions().getFirst().getVpcs().getFirst().getVpnGateways().stream()
        .flatMap(g -> g.getConnections().stream())
        .flatMap(c -> c.getTunnels().stream())
        .toList();
  }

  /** Beyond what can be planned while somebody types, that is said. */
  @Test
  void manySitesAreNotPlanned() {
    Validation found =
        Validation.of(
            offices(Validation.MOST_PLANNED + 1),
            Optional.empty(),
            new ExporterRegistry(List.of()));
    Problem told = found.problems().getLast();
    assertEquals("R14", told.code());
    assertTrue(told.message().startsWith("with 2,001 sites"), told.message());
    assertEquals(List.of(told), found.at("net-big"));
  }

  /** The table of fields names rules and features that there are. */
  @Test
  void rulesOfFields() {
    Set<String> features = new TreeSet<>();
    VpnhubPackage.eINSTANCE
        .eAllContents()
        .forEachRemaining(
            e -> {
              if (e instanceof org.eclipse.emf.ecore.EStructuralFeature f)
                features.add(f.getName());
            });
    RuleFields.all()
        .forEach(
            (code, fields) -> {
              assertTrue(RuleCatalog.rule(code).isPresent(), code);
              assertTrue(features.containsAll(fields), code + ": " + fields);
            });
  }

  @Test
  void problemsOfAField() {
    Problem name = new Problem("N01", Severity.ERROR, "s", "site", "name has 0 characters", "");
    Problem mtu = new Problem("S05", Severity.ERROR, "s", "x", "the link MTU (linkMtu) is 5", "");
    Problem wan =
        new Problem(
            "D01", Severity.ERROR, "s", "x", "has a device", "set wanInterface of the site");
    List<Problem> all = List.of(name, mtu, wan);
    assertEquals(List.of(name), RuleFields.at(all, Set.of("name")));
    assertEquals(List.of(mtu), RuleFields.at(all, Set.of("linkMtu", "bandwidth")));
    assertEquals(List.of(), RuleFields.at(all, Set.of("bandwidth")));
    assertEquals(List.of(wan), RuleFields.at(all, Set.of("wanInterface")));
    assertEquals(List.of(), RuleFields.at(all, Set.of("wanZone", "device")));
    assertEquals(all, RuleFields.at(all, Set.of()));
  }
}
