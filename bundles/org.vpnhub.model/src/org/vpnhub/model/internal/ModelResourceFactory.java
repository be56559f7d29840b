package org.vpnhub.model.internal;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;

/** Makes {@link ModelResource}s; registered for the extension {@code vpnhub} in plugin.xml. */
public final class ModelResourceFactory implements Resource.Factory {
  @Override
  public Resource createResource(URI uri) {
    return new ModelResource(uri);
  }
}
