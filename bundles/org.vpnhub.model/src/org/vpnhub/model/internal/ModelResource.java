package org.vpnhub.model.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.impl.ResourceImpl;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.ModelFiles;
import org.vpnhub.model.ModelFormatException;
import org.vpnhub.model.Network;

/** An EMF resource that reads and writes as {@link ModelFiles} does, for editors. */
public final class ModelResource extends ResourceImpl {
  public ModelResource(URI uri) {
    super(uri);
    setIntrinsicIDToEObjectMap(new HashMap<>());
  }

  @Override
  protected void doLoad(InputStream in, @Nullable Map<?, ?> options) throws IOException {
    String name = getURI().isFile() ? getURI().toFileString() : getURI().toString();
    byte[] content = in.readNBytes(ModelFiles.MAX_BYTES + 1);
    if (content.length > ModelFiles.MAX_BYTES) {
      throw new ModelFormatException(
          name, 0, "the file is too large", "check whether this is the right file");
    }
    getContents().add(new ModelReader(content, name).read());
  }

  @Override
  protected void doSave(OutputStream out, @Nullable Map<?, ?> options) throws IOException {
    if (getContents().size() != 1 || !(getContents().getFirst() instanceof Network network)) {
      throw new IOException(getURI() + " does not hold exactly one network, so it is not saved");
    }
    out.write(new ModelWriter(network).write().getBytes(StandardCharsets.UTF_8));
  }
}
