package org.vpnhub.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EAnnotation;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EModelElement;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.impl.EcoreResourceFactoryImpl;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saving and loading lose nothing and are deterministic. */
class ModelFilesTest {
  @TempDir Path folder;

  @Test
  void everyModelComesBackEqualAndAsTheSameBytes() throws IOException {
    for (long seed = 1; seed <= 300; seed++) {
      Network made = new RandomModel(seed).network();
      String text = ModelFiles.toText(made);
      Network read = ModelFiles.parse(text, "seed " + seed);
      assertTrue(EcoreUtil.equals(made, read), "seed " + seed + "\n" + text);
      assertEquals(text, ModelFiles.toText(read), "seed " + seed);
    }
  }

  @Test
  void emfsOwnReaderUnderstandsOurFiles() throws IOException {
    for (long seed = 1; seed <= 50; seed++) {
      Network made = new RandomModel(seed).network();
      assertTrue(EcoreUtil.equals(made, readByEmf(ModelFiles.toText(made))), "seed " + seed);
    }
  }

  private static Network readByEmf(String text) throws IOException {
    assertNotNull(VpnhubPackage.eINSTANCE);
    Resource resource = new XMIResourceImpl(URI.createURI("memory:/model.vpnhub"));
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    resource.load(new ByteArrayInputStream(bytes), Map.of());
    return (Network) resource.getContents().getFirst();
  }

  @Test
  void oneElementALineAndNoTimeInTheText() throws IOException {
    String text = ModelFiles.toText(Models.threeOffices());
    assertEquals(text, ModelFiles.toText(Models.threeOffices()));
    for (String line : text.split("\n")) {
      long tags = line.chars().filter(c -> c == '<').count();
      boolean oneValue = line.matches(" *<(\\w+)>[^<]*</\\1>");
      assertTrue(tags == 1 || oneValue, line);
    }
    assertTrue(text.contains("formatVersion=\"1\""), text);
  }

  @Test
  void aChangeOfOneSiteChangesOnlyItsLines() throws IOException {
    Network network = Models.threeOffices();
    List<String> before = ModelFiles.toText(network).lines().toList();
    network.getSites().get(1).setPublicIp("203.0.113.99");
    List<String> after = new ArrayList<>(ModelFiles.toText(network).lines().toList());
    after.removeAll(before);
    assertEquals(1, after.size(), after.toString());
  }

  @Test
  void aLoadedModelLivesInAResourceAndIsFoundById() throws IOException {
    Path file = folder.resolve("net.vpnhub");
    ModelFiles.save(Models.threeOffices(), file);
    Network network = ModelFiles.load(file);
    assertEquals("Ningbo", ((Site) network.eResource().getEObject("site-ningbo")).getName());
    network.setName("changed");
    network.eResource().save(null);
    assertEquals("changed", ModelFiles.load(file).getName());
    assertArrayEquals(
        ModelFiles.toText(network).getBytes(StandardCharsets.UTF_8), Files.readAllBytes(file));
  }

  @Test
  void aResourceSetLoadsByTheSameRules() throws IOException {
    Path file = folder.resolve("net.vpnhub");
    Files.writeString(file, "<net/>");
    URI uri = URI.createFileURI(file.toString());
    Exception e =
        assertThrows(Exception.class, () -> ModelFiles.resourceSet().getResource(uri, true));
    assertTrue(e.getMessage().contains("not a model"), e.getMessage());
  }

  @Test
  void badValuesLoadAsWrittenAndAreKept() throws IOException {
    Network network = Models.threeOffices();
    network.getSites().getFirst().getCidrs().set(0, " 10.10.10.7/24 or so");
    network.getSites().getFirst().setPublicIp("300.1.2.3");
    Models.connection(network, 0).getTunnels().getFirst().getIkeConfig().setIkeEncAlg("rot13");
    Network read = ModelFiles.parse(ModelFiles.toText(network), "test");
    assertTrue(EcoreUtil.equals(network, read));
  }

  @Test
  void noValueWhereThereIsADefaultIsNotTurnedIntoTheDefault() throws IOException {
    Network network = Models.threeOffices();
    Models.connection(network, 0).getTunnels().getFirst().getIkeConfig().setIkeEncAlg(null);
    Network read = ModelFiles.parse(ModelFiles.toText(network), "test");
    assertEquals(
        "", Models.connection(read, 0).getTunnels().getFirst().getIkeConfig().getIkeEncAlg());
  }

  @Test
  void whatCouldNotBeReadAgainIsNotSaved() throws IOException {
    Path file = folder.resolve("net.vpnhub");
    ModelFiles.save(Models.threeOffices(), file);
    byte[] before = Files.readAllBytes(file);

    Network noId = Models.threeOffices();
    noId.getSites().getFirst().setId(null);
    refused(noId, file, "no id");
    Network twice = Models.threeOffices();
    twice.getSites().getFirst().setId("site-ningbo");
    refused(twice, file, "same id");
    Network dangling = Models.threeOffices();
    dangling.getSites().removeFirst();
    refused(dangling, file, "outside the model");
    Network control = Models.threeOffices();
    control.setDescription("bell \u0007");
    refused(control, file, "U+0007");
    Network half = Models.threeOffices();
    half.setDescription("half \ud83d");
    refused(half, file, "U+D83D");

    assertArrayEquals(before, Files.readAllBytes(file));
    try (var left = Files.list(folder)) {
      assertEquals(List.of(file), left.toList());
    }
  }

  private static void refused(Network network, Path file, String word) {
    IOException e = assertThrows(IOException.class, () -> ModelFiles.save(network, file));
    assertTrue(e.getMessage().contains(word), e.getMessage());
  }

  @Test
  void aByteOrderMarkDoesNoHarm() throws IOException {
    Path file = folder.resolve("net.vpnhub");
    Files.writeString(file, "\ufeff" + ModelFiles.toText(Models.threeOffices()));
    assertTrue(EcoreUtil.equals(Models.threeOffices(), ModelFiles.load(file)));
  }

  @Test
  void elementsInAnotherOrderAreRead() throws IOException {
    Network network =
        ModelFiles.parse(
            """
            <n:Network xmlns:n="urn:vpnhub:model:1" id="n">
              <sites id="s"><cidrs>10.0.0.0/8</cidrs></sites>
              <regions id="r"/>
              <sites id="t"><cidrs><![CDATA[a<b]]></cidrs></sites>
            </n:Network>
            """,
            "test");
    assertEquals(2, network.getSites().size());
    assertEquals("a<b", network.getSites().get(1).getCidrs().getFirst());
    assertSame(Profile.HUB_NATIVE, network.getProfile());
  }

  @Test
  void fiveThousandSitesAreQuick() throws IOException {
    List<SiteTable.Row> rows = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      String net = "10." + (16 + i / 200) + "." + i % 200 + ".0/24";
      String ip = "198.18." + i / 250 + "." + (1 + i % 250);
      rows.add(SiteTable.Row.of("Office " + i, ip, net, "strongswan 5.9"));
    }
    Path file = folder.resolve("large.vpnhub");
    long start = System.nanoTime();
    Network made = HubBuilder.build("large", "10.0.0.0/16", "192.0.2.1", rows);
    long built = System.nanoTime();
    ModelFiles.save(made, file);
    long saved = System.nanoTime();
    Network read = ModelFiles.load(file);
    Duration load = Duration.ofNanos(System.nanoTime() - saved);
    System.out.printf(
        "5,000 sites: built in %d ms, saved %,d bytes in %d ms, loaded in %d ms%n",
        (built - start) / 1_000_000,
        Files.size(file),
        (saved - built) / 1_000_000,
        load.toMillis());
    assertEquals(5000, read.getSites().size());
    assertTrue(load.toSeconds() < 10, "loading took " + load);
  }

  @Test
  void everyClassAndFeatureIsDocumented() {
    ResourceSet set = new ResourceSetImpl();
    set.getResourceFactoryRegistry()
        .getExtensionToFactoryMap()
        .put("ecore", new EcoreResourceFactoryImpl());
    String ecore = Models.bundle().resolve("model/vpnhub.ecore").toString();
    Resource resource = set.getResource(URI.createFileURI(ecore), true);
    List<String> bare = new ArrayList<>();
    resource
        .getAllContents()
        .forEachRemaining(
            e -> {
              if (!(e instanceof EClassifier || e instanceof EStructuralFeature)) return;
              EAnnotation doc =
                  ((EModelElement) e).getEAnnotation("http://www.eclipse.org/emf/2002/GenModel");
              String text = doc == null ? null : doc.getDetails().get("documentation");
              if (text == null || text.length() < 5) {
                bare.add(e.toString());
              }
            });
    assertEquals(List.of(), bare);
  }

  @Test
  void noSecretIsInToString() {
    EClass[] classes = {VpnhubPackage.Literals.IKE_CONFIG, VpnhubPackage.Literals.CUSTOMER_GATEWAY};
    int secrets = 0;
    for (EClass type : classes) {
      var object = EcoreUtil.create(type);
      for (EStructuralFeature f : type.getEAllStructuralFeatures()) {
        EAnnotation a = f.getEAnnotation("urn:vpnhub:model");
        if (a == null || !a.getDetails().containsKey("secret")) continue;
        object.eSet(f, "hunter2");
        secrets++;
      }
      assertFalse(object.toString().contains("hunter2"), object.toString());
    }
    assertEquals(2, secrets);
  }
}
