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
  /** The width and height of an icon's own picture, in points. */
  private static final int NATURAL = 24;

  /** As fine as a print wants them, in percent of the natural size. */
  private static final int FINE = 400;

  private Icons() {}

  /** An icon for a button or menu; belongs to the registry. */
  public static Image small(String path) {
    return get(path, descriptor(path));
  }

  /**
   * Paints an icon into a square, sharp at any zoom: from a picture of just this size where nothing
   * is zoomed, which is many times faster than to shrink the fine one.
   */
  static void paint(Graphics g, Look look, String path, int x, int y, int size) {
    int percent = look.scale() == 1 ? Math.ceilDiv(100 * size, NATURAL) : FINE;
    ImageDescriptor small = descriptor(path);
    Image image =
        get(
            path + "@" + percent,
            ImageDescriptor.createFromImageDataProvider(z -> sized(small, percent, z)));
    Rectangle all = image.getBounds();
    g.drawImage(image, 0, 0, all.width, all.height, x, y, size, size);
  }

  private static ImageData sized(ImageDescriptor small, int percent, int zoom) {
    ImageData data = small.getImageData(percent * zoom / 100);
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
