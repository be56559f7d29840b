package org.vpnhub.ui.problems;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.vpnhub.base.Problem;
import org.vpnhub.base.ProblemList;
import org.vpnhub.base.Severity;
import org.vpnhub.exporter.CapabilityCheck;
import org.vpnhub.exporter.ExporterRegistry;
import org.vpnhub.exporter.host.InstalledExporters;
import org.vpnhub.model.ModelFiles;
import org.vpnhub.model.ModelFormatException;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Network;
import org.vpnhub.model.Profile;
import org.vpnhub.plan.NetworkPlan;
import org.vpnhub.plan.SitePlan;
import org.vpnhub.planner.Planner;
import org.vpnhub.validation.Finding;
import org.vpnhub.validation.QuickFixes;
import org.vpnhub.validation.Validator;

/** What one validation of a network found, by element. Immutable; any thread may read it. */
public final class Validation {
  static final Validation NOTHING = new Validation(List.of(), Set.of(), Map.of());

  /** Up to so many sites the planner is asked, too. */
  static final int MOST_PLANNED = 2_000;

  private final List<Problem> problems;
  private final Set<Problem> fixable;
  private final Map<String, List<Problem>> byElement = new HashMap<>();
  private final Map<String, Severity> worstBelow;

  private Validation(
      List<Problem> problems, Set<Problem> fixable, Map<String, Severity> worstBelow) {
    this.problems = List.copyOf(problems);
    this.fixable = fixable;
    this.worstBelow = worstBelow;
    for (Problem p : problems) {
      byElement.computeIfAbsent(p.elementId(), id -> new ArrayList<>()).add(p);
    }
  }

  /**
   * Validates and plans a network, and checks what the sites' devices can do, with the exporters
   * that are installed; takes its time. Nobody may change the network meanwhile.
   */
  public static Validation of(Network network) {
    return of(network, Optional.empty(), InstalledExporters.registry());
  }

  /**
   * The same, and what may not be changed since a file was saved.
   *
   * @param saved the file, if the network differs from it
   */
  static Validation of(Network network, Optional<Path> saved) {
    return of(network, saved, InstalledExporters.registry());
  }

  /** With these exporters. */
  static Validation of(Network network, Optional<Path> saved, ExporterRegistry exporters) {
    List<Finding> findings = new ArrayList<>(Validator.validate(network));
    saved.ifPresent(file -> findings.addAll(changes(network, file)));
    List<Problem> problems =
        ProblemList.join(
            findings.stream().map(Finding::problem).toList(), planned(network, exporters));
    Set<Problem> fixable = new HashSet<>();
    for (Finding f : findings) if (!f.quickFixes().isEmpty()) fixable.add(f.problem());
    for (Problem p : problems) if (QuickFixes.isOfOthers(p.code())) fixable.add(p);
    return new Validation(problems, fixable, worstBelow(network, problems));
  }

  /** Whether something may not be changed since the file was saved: our own hub allows all. */
  static boolean asksForSaved(Network network) {
    return network.getProfile() != Profile.HUB_NATIVE;
  }

  private static List<Finding> changes(Network network, Path file) {
    if (!asksForSaved(network)) return List.of();
    try {
      return Validator.compare(ModelFiles.load(file), network, network.getProfile());
    } catch (ModelFormatException e) {
      return List.of(); // the editor tells of it
    }
  }

  /** A file that holds no model. */
  static Validation unreadable(String message) {
    Problem problem = new Problem("", Severity.ERROR, "", "file", message, "");
    return new Validation(List.of(problem), Set.of(), Map.of());
  }

  /** What the planner and the devices say; the way of every site to every other is quadratic. */
  private static List<Problem> planned(Network network, ExporterRegistry exporters) {
    int connections =
        Planner.gateways(network).stream().mapToInt(g -> g.getConnections().size()).sum();
    int nodes = Math.max(network.getSites().size(), connections);
    if (nodes > MOST_PLANNED) return List.of(notPlanned(network, nodes));
    NetworkPlan plan = Planner.plan(network);
    List<Problem> problems = new ArrayList<>(plan.problems());
    for (SitePlan site : plan.sites()) {
      exporters
          .device(site.device().deviceId())
          .ifPresent(device -> problems.addAll(CapabilityCheck.check(site, device)));
    }
    return problems;
  }

  private static Problem notPlanned(Network network, int nodes) {
    return new Problem(
        "R14",
        Severity.INFO,
        network.getId() == null ? "" : network.getId(),
        "network " + network.getName(),
        String.format(
            Locale.ROOT,
            "with %,d sites, who reaches whom and what the devices can do is not checked while you"
                + " edit",
            nodes),
        "it is checked by 'vpnhub validate FILE' in a terminal");
  }

  /** The worst severity at each element that has a problem at or below it. */
  private static Map<String, Severity> worstBelow(Network network, List<Problem> problems) {
    Map<String, NamedElement> elements = new HashMap<>();
    putById(elements, network);
    network.eAllContents().forEachRemaining(e -> putById(elements, e));
    Map<String, Severity> worst = new HashMap<>();
    for (Problem p : problems) {
      for (EObject e = elements.get(p.elementId()); e != null; e = e.eContainer()) {
        if (e instanceof NamedElement n && n.getId() != null) {
          worst.merge(n.getId(), p.severity(), Validation::worse);
        }
      }
    }
    return worst;
  }

  private static void putById(Map<String, NamedElement> elements, EObject e) {
    if (e instanceof NamedElement n && n.getId() != null) elements.put(n.getId(), n);
  }

  private static Severity worse(Severity a, Severity b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  /** All problems, by severity. */
  public List<Problem> problems() {
    return problems;
  }

  /** The problems at the element with an id. */
  public List<Problem> at(String elementId) {
    return byElement.getOrDefault(elementId, List.of());
  }

  /** Whether validation offers a quick fix for one of these problems. */
  public boolean isFixable(Problem problem) {
    return fixable.contains(problem);
  }

  /** The worst severity at an element, or also below it. */
  public Optional<Severity> worst(String elementId, boolean withChildren) {
    if (withChildren) return Optional.ofNullable(worstBelow.get(elementId));
    return at(elementId).stream().map(Problem::severity).min(Severity::compareTo);
  }
}
