package org.vpnhub.ui;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.graphics.Image;

/** The icons of this bundle: {@code icons/NAME.svg}, 16 by 16. */
public final class Images {
  private static final String BUNDLE = "org.vpnhub.ui";

  private Images() {}

  /**
   * An icon by its name, for example {@code site}; belongs to the registry, never dispose of it.
   */
  public static Image get(String name) {
    ImageRegistry registry = JFaceResources.getImageRegistry();
    String key = BUNDLE + "/" + name;
    if (registry.getDescriptor(key) == null) registry.put(key, descriptor(name));
    return registry.get(key);
  }

  /** The descriptor of an icon; the red square of JFace when there is none of that name. */
  public static ImageDescriptor descriptor(String name) {
    return ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/" + name + ".svg")
        .orElse(ImageDescriptor.getMissingImageDescriptor());
  }
}
