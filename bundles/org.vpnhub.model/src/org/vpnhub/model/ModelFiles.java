package org.vpnhub.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.jspecify.annotations.NullMarked;
import org.vpnhub.base.AtomicFile;
import org.vpnhub.model.internal.BoundedFile;
import org.vpnhub.model.internal.ModelReader;
import org.vpnhub.model.internal.ModelResource;
import org.vpnhub.model.internal.ModelResourceFactory;
import org.vpnhub.model.internal.ModelWriter;

/**
 * Loads and saves models: {@code .vpnhub} files, which are XMI in UTF-8.
 *
 * <p>Reading is strict: whatever the model has no place for is an error, because the next save
 * would lose it. Values of text-preserving data types (addresses, CIDR blocks, algorithm names) are
 * taken as they are; the validator judges them. Document type declarations, comments and files
 * above {@link #MAX_BYTES} are refused.
 *
 * <p>Writing is deterministic: equal models give equal bytes, one element a line, in the order of
 * the ecore, with the defaults written out, so that a later change of a default changes no file.
 * Works with and without OSGi.
 */
@NullMarked
public final class ModelFiles {
  /** The version of the file format that this program writes, and the newest that it reads. */
  public static final int FORMAT_VERSION = 1;

  /** Extension of model files, without the dot. */
  public static final String EXTENSION = "vpnhub";

  /** Size of the largest file that is read, in bytes. */
  public static final int MAX_BYTES = 64 << 20;

  private ModelFiles() {}

  /**
   * Reads a model. It comes in an EMF resource of its own, so that it can be edited with commands.
   *
   * @throws ModelFormatException when the file is missing, cannot be read or is no model; one line
   *     for the user
   */
  public static Network load(Path file) throws ModelFormatException {
    byte[] content = BoundedFile.read(file, MAX_BYTES);
    Network network = new ModelReader(content, file.toString()).read();
    URI uri = URI.createFileURI(file.toAbsolutePath().normalize().toString());
    Resource resource = new ModelResource(uri);
    resourceSet().getResources().add(resource);
    resource.getContents().add(network);
    return network;
  }

  /**
   * Reads a model from text.
   *
   * @param name what errors name as the file
   * @throws ModelFormatException when the text is no model
   */
  public static Network parse(String text, String name) throws ModelFormatException {
    return new ModelReader(text.getBytes(StandardCharsets.UTF_8), name).read();
  }

  /**
   * Writes a model, all or nothing; the file keeps its permissions.
   *
   * @throws IOException when the model cannot be written without loss (an element without an id,
   *     two with the same, a reference out of the model, a character that XML cannot hold), or the
   *     file cannot be written; the old file is untouched then
   */
  public static void save(Network network, Path file) throws IOException {
    AtomicFile.write(file, toText(network).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The text of the file that {@link #save} writes.
   *
   * @throws IOException when the model cannot be written without loss
   */
  public static String toText(Network network) throws IOException {
    return new ModelWriter(network).write();
  }

  /** A resource set that reads and writes model files by these rules, whatever their extension. */
  public static ResourceSet resourceSet() {
    ResourceSet set = new ResourceSetImpl();
    set.getPackageRegistry().put(VpnhubPackage.eNS_URI, VpnhubPackage.eINSTANCE);
    set.getResourceFactoryRegistry()
        .getExtensionToFactoryMap()
        .put(Resource.Factory.Registry.DEFAULT_EXTENSION, new ModelResourceFactory());
    return set;
  }
}
