package org.vpnhub.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.BasicDiagnostic;
import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.common.util.WrappedException;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.emf.ecore.InternalEObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.util.Diagnostician;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.XMIResource;
import org.eclipse.emf.ecore.xmi.impl.EcoreResourceFactoryImpl;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceFactoryImpl;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vpnhub.model.VpnhubPackage;

/**
 * The definition against the metamodels of Sirius itself, which are not part of this project: a
 * folder {@code shared/reference/sirius/metamodel} above it has them, or the test is skipped.
 */
class OdesignTest {
  private static final String METAMODELS = "shared/reference/sirius/metamodel";
  private static final List<String> ECORES =
      List.of(
          "org.eclipse.sirius.model/model/viewpoint.ecore",
          "org.eclipse.sirius.diagram.model/model/diagram.ecore");
  private static final String ENVIRONMENT = "org.eclipse.sirius.model/model/Environment.odesign";

  /** Sirius adds it when it loads a definition. */
  private static final String ADDED_LATER = "systemColorsPalette";

  private static ResourceSet resources;

  @BeforeAll
  static void readMetamodels() {
    Path folder = folder();
    assumeTrue(folder != null, "no " + METAMODELS + " above the project: not validated");
    resources = new ResourceSetImpl();
    EPackage.Registry packages = resources.getPackageRegistry();
    packages.put(EcorePackage.eNS_URI, EcorePackage.eINSTANCE);
    packages.put(
        "platform:/plugin/org.eclipse.emf.ecore/model/Ecore.ecore", EcorePackage.eINSTANCE);
    Path beside = folder.resolve("org.eclipse.emf.ecore/model/Ecore.ecore");
    packages.put(uri(beside).toString(), EcorePackage.eINSTANCE);
    packages.put(VpnhubPackage.eNS_URI, VpnhubPackage.eINSTANCE);
    var factories = resources.getResourceFactoryRegistry().getExtensionToFactoryMap();
    factories.put("ecore", new EcoreResourceFactoryImpl());
    factories.put("odesign", new XMIResourceFactoryImpl());
    resources
        .getURIConverter()
        .getURIMap()
        .put(URI.createURI("environment:/viewpoint"), uri(folder.resolve(ENVIRONMENT)));
    for (String ecore : ECORES) {
      Resource r = resources.getResource(uri(folder.resolve(ecore)), true);
      EcoreUtil.resolveAll(r);
      for (TreeIterator<EObject> i = r.getAllContents(); i.hasNext(); ) register(i.next());
    }
  }

  private static Path folder() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve(METAMODELS))) return at.resolve(METAMODELS);
    }
    return null;
  }

  private static URI uri(Path file) {
    return URI.createFileURI(file.toString());
  }

  /** Packages are known to these resources only; types of classes that are not here are text. */
  private static void register(EObject o) {
    if (o instanceof EPackage p) resources.getPackageRegistry().put(p.getNsURI(), p);
    if (o instanceof EDataType d
        && !(o instanceof EEnum)
        && d.getInstanceClassName() != null
        && d.getInstanceClass() == null) {
      d.setInstanceClassName("java.lang.String");
    }
  }

  private static String odesign() throws IOException {
    return Files.readString(Path.of("").toAbsolutePath().resolve("description/vpnhub.odesign"));
  }

  @Test
  void isAValidSiriusDefinition() throws IOException {
    List<String> problems = new ArrayList<>();
    int objects = validate(odesign(), problems);
    System.out.println("vpnhub.odesign: " + objects + " objects, " + problems.size() + " problems");
    assertEquals(List.of(), problems);
    assertTrue(objects > 150, "only " + objects + " objects");
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of("labelSize=\"10\"", "labelHeight=\"10\"", "labelHeight"),
        Arguments.of("style:SquareDescription", "style:CubeDescription", "CubeDescription"),
        Arguments.of("lineStyle=\"dash\"", "lineStyle=\"wavy\"", "wavy"),
        Arguments.of("@nodeMappings[name='Site']", "@nodeMappings[name='Sight']", "Sight"),
        Arguments.of("@entries[name='card']", "@entries[name='cart']", "cart"),
        Arguments.of("qualifiedClassName=", "qualifiedName=", "qualifiedName"),
        Arguments.of(" domainClass=\"model.Vpc\"", "", "domainClass"));
  }

  @ParameterizedTest
  @MethodSource
  void mistakes(String old, String by, String word) throws IOException {
    List<String> problems = new ArrayList<>();
    validate(odesign().replace(old, by), problems);
    assertTrue(
        problems.stream().anyMatch(p -> p.contains(word)), () -> word + " is not in " + problems);
  }

  private static int validate(String text, List<String> problems) throws IOException {
    Resource r = resources.createResource(URI.createURI("memory:/test.odesign"));
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      r.load(
          new ByteArrayInputStream(bytes), Map.of(XMIResource.OPTION_DEFER_IDREF_RESOLUTION, true));
    } catch (IOException | WrappedException e) {
      problems.add(e.getMessage());
    }
    r.getErrors().forEach(e -> problems.add("line " + e.getLine() + ": " + e.getMessage()));
    EcoreUtil.UnresolvedProxyCrossReferencer.find(r)
        .keySet()
        .forEach(p -> problems.add("dangling " + ((InternalEObject) p).eProxyURI()));
    int objects = 0;
    for (TreeIterator<EObject> i = r.getAllContents(); i.hasNext(); i.next()) objects++;
    for (EObject root : r.getContents()) {
      BasicDiagnostic all = new BasicDiagnostic();
      Diagnostician.INSTANCE.validate(root, all);
      collect(all, problems);
    }
    resources.getResources().remove(r);
    return objects;
  }

  private static void collect(Diagnostic diagnostic, List<String> problems) {
    if (diagnostic.getChildren().isEmpty() && diagnostic.getSeverity() != Diagnostic.OK) {
      String message = diagnostic.getMessage();
      if (!message.contains(ADDED_LATER)) problems.add(message);
    }
    diagnostic.getChildren().forEach(d -> collect(d, problems));
  }
}
