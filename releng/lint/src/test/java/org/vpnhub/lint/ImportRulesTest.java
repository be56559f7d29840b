package org.vpnhub.lint;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may import whom, over the compiled classes and the manifests of all bundles. */
class ImportRulesTest {
  private static final Path BUNDLES = Path.of(System.getProperty("bundles"));

  /** What every part of the console may import. */
  private static final Set<String> CONSOLE =
      Set.of(
          "base",
          "model",
          "model.edit",
          "validation",
          "plan",
          "planner",
          "exporter",
          "exporter.host",
          "secrets");

  /** What a vendor's bundle may import: the same as that of a third party. */
  private static final Set<String> VENDOR = Set.of("base", "plan", "exporter", "exporter.template");

  /** For each bundle, the bundles of ours that it may import. A bundle not listed is a mistake. */
  private static final Map<String, Set<String>> MAY_IMPORT =
      Map.ofEntries(
          Map.entry("base", Set.of()),
          Map.entry("testkit", Set.of("base")),
          Map.entry("crypto", Set.of("base")),
          Map.entry("esp", Set.of("base", "crypto")),
          Map.entry("ike", Set.of("base", "crypto")),
          Map.entry("plan", Set.of("base")),
          Map.entry("dataplane", Set.of("base", "crypto", "esp", "ike", "plan")),
          Map.entry("model", Set.of("base")),
          Map.entry("secrets", Set.of("base")),
          Map.entry("validation", Set.of("base", "model")),
          Map.entry("planner", Set.of("base", "model", "plan")),
          Map.entry("exporter", Set.of("base", "plan")),
          Map.entry("exporter.testkit", Set.of("base", "plan", "exporter")),
          Map.entry("exporter.host", Set.of("base", "exporter")),
          Map.entry("exporter.template", Set.of("base", "plan", "exporter")),
          Map.entry("exporter.alibaba", VENDOR),
          Map.entry("exporter.checkpoint", VENDOR),
          Map.entry("exporter.cisco", VENDOR),
          Map.entry("exporter.clouds", VENDOR),
          Map.entry("exporter.fortinet", VENDOR),
          Map.entry("exporter.generic", VENDOR),
          Map.entry("exporter.h3c", VENDOR),
          Map.entry("exporter.hillstone", VENDOR),
          Map.entry("exporter.huawei", VENDOR),
          Map.entry("exporter.juniper", VENDOR),
          Map.entry("exporter.libreswan", VENDOR),
          Map.entry("exporter.meraki", VENDOR),
          Map.entry("exporter.mikrotik", VENDOR),
          Map.entry("exporter.openiked", VENDOR),
          Map.entry("exporter.opnsense", VENDOR),
          Map.entry("exporter.paloalto", VENDOR),
          Map.entry("exporter.pfsense", VENDOR),
          Map.entry("exporter.sangfor", VENDOR),
          Map.entry("exporter.sonicwall", VENDOR),
          Map.entry("exporter.sophos", VENDOR),
          Map.entry("exporter.strongswan", VENDOR),
          Map.entry("exporter.ubiquiti", VENDOR),
          Map.entry("exporter.vyos", VENDOR),
          Map.entry("exporter.windows", VENDOR),
          Map.entry("exporter.yamaha", VENDOR),
          Map.entry("hub", Set.of("base", "plan", "dataplane")),
          Map.entry("lab", Set.of("base", "plan", "dataplane", "secrets")),
          Map.entry("model.edit", Set.of("base", "model")),
          Map.entry("design", Set.of("base", "model", "model.edit", "plan", "planner")),
          Map.entry("ui", CONSOLE),
          Map.entry("ui.diagram", and(CONSOLE, "ui", "design")),
          Map.entry("ui.monitor", and(CONSOLE, "ui", "hub", "lab", "dataplane")),
          Map.entry("app", Set.of("base", "model", "model.edit", "ui")),
          Map.entry(
              "cli",
              Set.of(
                  "base",
                  "plan",
                  "model",
                  "validation",
                  "planner",
                  "exporter",
                  "exporter.host",
                  "secrets",
                  "dataplane",
                  "hub",
                  "lab")));

  private static final String[] WIDGETS = {
    "org.eclipse.swt..",
    "org.eclipse.jface..",
    "org.eclipse.draw2d..",
    "org.eclipse.gef..",
    "org.eclipse.ui.."
  };

  private static JavaClasses classes;

  @BeforeAll
  static void read() throws IOException {
    List<Path> folders = new ArrayList<>();
    for (String bundle : bundles()) {
      Path compiled = BUNDLES.resolve("org.vpnhub." + bundle + "/target/classes");
      assertTrue(
          Files.isDirectory(compiled), () -> compiled + " is missing: build the bundles first");
      folders.add(compiled);
    }
    classes = new ClassFileImporter().importPaths(folders);
    assertTrue(classes.size() > 50, "too few classes read: " + classes.size());
  }

  private static Set<String> bundles() throws IOException {
    try (var list = Files.list(BUNDLES)) {
      return list.filter(d -> Files.exists(d.resolve("META-INF/MANIFEST.MF")))
          // Stand-ins for bundles of others, and fragments with their packages, are not ours.
          .filter(d -> Files.isDirectory(d.resolve("src/org/vpnhub")))
          .map(d -> d.getFileName().toString().substring("org.vpnhub.".length()))
          .filter(name -> !name.endsWith(".tests"))
          .collect(TreeSet::new, Set::add, Set::addAll);
    }
  }

  @Test
  void everyBundleHasARule() throws IOException {
    assertEquals(new TreeSet<>(MAY_IMPORT.keySet()), bundles());
  }

  @Test
  void bundlesImportOnlyWhatTheyMay() {
    Map<String, Set<String>> offences = new TreeMap<>();
    for (JavaClass from : classes) {
      String bundle = bundleOf(from);
      for (var dependency : from.getDirectDependenciesFromSelf()) {
        JavaClass to = dependency.getTargetClass().getBaseComponentType();
        if (!to.getPackageName().startsWith("org.vpnhub")) continue;
        String target = bundleOf(to);
        if (!target.equals(bundle) && !MAY_IMPORT.get(bundle).contains(target)) {
          offences
              .computeIfAbsent(bundle, b -> new TreeSet<>())
              .add(from.getName() + " -> " + to.getName());
        }
      }
    }
    assertTrue(offences.isEmpty(), offences::toString);
  }

  /** Rule 2. */
  @Test
  void emfStaysWithTheModel() {
    noClasses()
        .that(
            not(
                resideInAnyPackage(
                    "org.vpnhub.model..",
                    "org.vpnhub.validation..",
                    "org.vpnhub.planner..",
                    "org.vpnhub.design..",
                    "org.vpnhub.ui..",
                    "org.vpnhub.cli..")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.eclipse.emf..")
        .check(classes);
  }

  /** Rule 2. */
  @Test
  void widgetsStayInTheConsole() {
    noClasses()
        .that(not(resideInAnyPackage("org.vpnhub.ui..", "org.vpnhub.app..")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(WIDGETS)
        .check(classes);
  }

  /** What is below the widgets can be tested without a display. */
  @Test
  void theConsolesLogicHasNoWidgets() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.vpnhub.ui.diagram.core..",
            "org.vpnhub.ui.monitor.core..",
            "org.vpnhub.ui..logic..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(WIDGETS)
        .check(classes);
  }

  /** Rule 4. */
  @Test
  void frameworkApiStaysInInternalOsgi() {
    noClasses()
        .that(not(resideInAnyPackage("..internal.osgi..")).and(not(generated())))
        .should()
        .dependOnClassesThat(frameworkApi())
        .check(classes);
  }

  /** Rule 4: the engine runs as plain Java. */
  @Test
  void theEngineIsPlainJava() {
    classes()
        .that()
        .resideInAnyPackage(
            "org.vpnhub.base..",
            "org.vpnhub.crypto..",
            "org.vpnhub.ike..",
            "org.vpnhub.esp..",
            "org.vpnhub.plan..",
            "org.vpnhub.dataplane..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..", "javax.crypto..", "jdk.net..", "org.jspecify.annotations..", "org.vpnhub..")
        .check(classes);
  }

  /** The protocol engines see neither sockets nor threads nor the clock. */
  @Test
  void protocolsDoNoIo() {
    noClasses()
        .that()
        .resideInAnyPackage("org.vpnhub.ike..", "org.vpnhub.esp..", "org.vpnhub.crypto..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net..", "java.nio.channels..", "java.util.concurrent.locks..")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(Thread.class, java.time.Clock.class, java.time.Instant.class)
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(classes);
  }

  /** Rule 5. */
  @Test
  void internalPackagesAreNotExportedAndOurCodeIsImportedByPackage() throws IOException {
    for (String bundle : bundles()) {
      Path file = BUNDLES.resolve("org.vpnhub." + bundle + "/META-INF/MANIFEST.MF");
      try (var in = Files.newInputStream(file)) {
        Attributes main = new Manifest(in).getMainAttributes();
        String exported = main.getValue("Export-Package");
        assertFalse(
            exported != null && exported.contains(".internal"),
            () -> file + " exports an internal package");
        String required = main.getValue("Require-Bundle");
        assertFalse(
            required != null && required.contains("org.vpnhub"),
            () -> file + ": use Import-Package for our own code");
        assertFalse(required != null && required.contains("reexport"), () -> file + " re-exports");
      }
    }
  }

  private static Set<String> and(Set<String> some, String... more) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(List.of(more));
    return all;
  }

  private static String bundleOf(JavaClass type) {
    String name = type.getPackageName().substring("org.vpnhub.".length());
    String best = null;
    for (String bundle : MAY_IMPORT.keySet()) {
      boolean fits = name.equals(bundle) || name.startsWith(bundle + ".");
      if (fits && (best == null || bundle.length() > best.length())) best = bundle;
    }
    if (best == null) throw new AssertionError(type.getName() + " is in no bundle's package");
    return best;
  }

  private static DescribedPredicate<JavaClass> frameworkApi() {
    return describe(
        "the OSGi framework API",
        type ->
            (type.getPackageName().startsWith("org.osgi.")
                    && !type.getPackageName().startsWith("org.osgi.service.component.annotations"))
                || type.getPackageName().startsWith("org.eclipse.equinox"));
  }

  private static DescribedPredicate<JavaClass> generated() {
    return resideInAnyPackage("org.vpnhub.model", "org.vpnhub.model.impl", "org.vpnhub.model.util");
  }
}
