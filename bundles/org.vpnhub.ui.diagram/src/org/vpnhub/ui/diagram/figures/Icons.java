package org.vpnhub.ui.diagram.figures;

import org.eclipse.draw2d.Graphics;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.vpnhub.ui.Images;

/** The console's icons for painting at any scale: four times as fine as on the screen. */
final class Icons {
  private static final String PREFIX = "org.vpnhub.ui.diagram/";
  private static final int FINE = 400;

  private Icons() {}

  /** Paints an icon into a square. */
  static void paint(Graphics g, String name, int x, int y, int size) {
    Image image = get(name);
    Rectangle all = image.getBounds();
    g.drawImage(image, 0, 0, all.width, all.height, x, y, size, size);
  }

  private static Image get(String name) {
    ImageRegistry registry = JFaceResources.getImageRegistry();
    String key = PREFIX + name;
    if (registry.getDescriptor(key) == null) {
      ImageDescriptor small = Images.descriptor(name);
      registry.put(key, ImageDescriptor.createFromImageDataProvider(zoom -> fine(small, zoom)));
    }
    return registry.get(key);
  }

  private static org.eclipse.swt.graphics.ImageData fine(ImageDescriptor small, int zoom) {
    var data = small.getImageData(FINE * zoom / 100);
    return data != null ? data : small.getImageData(zoom);
  }
}
