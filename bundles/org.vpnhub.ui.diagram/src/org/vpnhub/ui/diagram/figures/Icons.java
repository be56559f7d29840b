package org.vpnhub.ui.diagram.figures;

import org.eclipse.draw2d.Graphics;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;

/** The icons that a definition names by paths like {@code /org.vpnhub.design/icons/site.svg}. */
public final class Icons {
  /** As fine as a print wants them. */
  private static final int FINE = 400;

  private Icons() {}

  /** An icon for a button or menu; belongs to the registry. */
  public static Image small(String path) {
    return get(path, descriptor(path));
  }

  /** Paints an icon into a square, sharp at any zoom. */
  static void paint(Graphics g, String path, int x, int y, int size) {
    ImageDescriptor small = descriptor(path);
    Image image =
        get(path + "#fine", ImageDescriptor.createFromImageDataProvider(z -> fine(small, z)));
    Rectangle all = image.getBounds();
    g.drawImage(image, 0, 0, all.width, all.height, x, y, size, size);
  }

  private static ImageData fine(ImageDescriptor small, int zoom) {
    ImageData data = small.getImageData(FINE * zoom / 100);
    return data != null ? data : small.getImageData(zoom);
  }

  public static ImageDescriptor descriptor(String path) {
    int end = path.indexOf('/', 1);
    return ResourceLocator.imageDescriptorFromBundle(
            path.substring(1, end), path.substring(end + 1))
        .orElse(ImageDescriptor.getMissingImageDescriptor());
  }

  private static Image get(String key, ImageDescriptor descriptor) {
    ImageRegistry registry = JFaceResources.getImageRegistry();
    if (registry.getDescriptor(key) == null) registry.put(key, descriptor);
    return registry.get(key);
  }
}
