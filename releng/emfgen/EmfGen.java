import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.emf.codegen.ecore.generator.Generator;
import org.eclipse.emf.codegen.ecore.genmodel.GenModel;
import org.eclipse.emf.codegen.ecore.genmodel.GenModelPackage;
import org.eclipse.emf.codegen.ecore.genmodel.generator.GenBaseGeneratorAdapter;
import org.eclipse.emf.codegen.ecore.genmodel.generator.GenModelGeneratorAdapterFactory;
import org.eclipse.emf.common.util.BasicMonitor;
import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.plugin.EcorePlugin;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.xmi.impl.EcoreResourceFactoryImpl;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceFactoryImpl;

/**
 * Generates the model code of a .genmodel as plain Java, without an IDE: {@code EmfGen BUNDLE
 * GENMODEL STAGING SOURCES}, the last three relative to the bundle's folder.
 *
 * <p>EMF writes whole projects; they go to the staging folder, and only the Java files are carried
 * over, only where they differ. So nothing hand-written is touched, and an unchanged model causes
 * no recompilation. The class path is that of the antrun plug-in in {@code
 * bundles/org.vpnhub.model/pom.xml}; {@code releng/emfgen/generate} runs it without the build.
 */
public final class EmfGen {
  private EmfGen() {}

  public static void main(String[] args) throws IOException {
    Path bundle = Path.of(args[0]).toRealPath();
    Path staging = Files.createDirectories(bundle.resolve(args[2]));
    GenModel model = load(bundle, staging, bundle.resolve(args[1]));
    generate(model);
    carryOver(staging.resolve(args[3]), bundle.resolve(args[3]));
  }

  private static GenModel load(Path bundle, Path staging, Path file) {
    String project = bundle.getFileName().toString();
    EcorePlugin.getPlatformResourceMap().put(project, URI.createFileURI(staging + "/"));
    GenModelPackage.eINSTANCE.eClass();
    ResourceSet set = new ResourceSetImpl();
    var factories = set.getResourceFactoryRegistry().getExtensionToFactoryMap();
    factories.put("ecore", new EcoreResourceFactoryImpl());
    factories.put(Resource.Factory.Registry.DEFAULT_EXTENSION, new XMIResourceFactoryImpl());
    set.getURIConverter().getURIMap().putAll(EcorePlugin.computePlatformURIMap(false));
    Resource resource = set.getResource(URI.createFileURI(file.toString()), true);
    GenModel model = (GenModel) resource.getContents().getFirst();
    model.reconcile(); // adds every class and feature of the ecore with the default settings
    model.setCanGenerate(true);
    model.setForceOverwrite(true);
    check(model.diagnose());
    return model;
  }

  private static void generate(GenModel model) {
    Generator generator = new Generator();
    generator
        .getAdapterFactoryDescriptorRegistry()
        .addDescriptor(GenModelPackage.eNS_URI, GenModelGeneratorAdapterFactory.DESCRIPTOR);
    generator.setInput(model);
    Object code = GenBaseGeneratorAdapter.MODEL_PROJECT_TYPE;
    check(generator.generate(model, code, new BasicMonitor()));
  }

  private static void check(Diagnostic result) {
    if (result.getSeverity() >= Diagnostic.ERROR) throw new IllegalStateException(describe(result));
  }

  private static String describe(Diagnostic d) {
    return d.getMessage()
        + d.getChildren().stream().map(c -> "\n" + describe(c)).collect(Collectors.joining());
  }

  private static void carryOver(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    Set<Path> made = javaFiles(from);
    int changed = 0;
    for (Path file : made) {
      Path target = to.resolve(file);
      if (Files.exists(target) && Files.mismatch(from.resolve(file), target) < 0) continue;
      Files.createDirectories(target.getParent());
      Files.copy(from.resolve(file), target, StandardCopyOption.REPLACE_EXISTING);
      changed++;
    }
    for (Path file : javaFiles(to)) if (!made.contains(file)) Files.delete(to.resolve(file));
    System.out.println("EMF: " + made.size() + " files generated, " + changed + " changed");
  }

  private static Set<Path> javaFiles(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> files = all.filter(p -> p.toString().endsWith(".java")).toList();
      return files.stream().map(folder::relativize).collect(Collectors.toSet());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
