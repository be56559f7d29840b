package org.vpnhub.ui.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** Pictures of the screen, kept as {@code target/screenshots/NAME.png}. */
final class Screenshots {
  private static final Path FOLDER =
      Path.of(System.getProperty("vpnhub.screenshots", "target/screenshots"));

  private Screenshots() {}

  /** The window with all that stands before it; on the user interface thread. */
  static void take(Shell window, String name) {
    Display display = window.getDisplay();
    Rectangle screen = display.getPrimaryMonitor().getBounds();
    Rectangle inside = display.map(window, null, window.getClientArea());
    screen.width = inside.x + inside.width - screen.x;
    screen.height = inside.y + inside.height - screen.y;
    Image image = new Image(display, screen.width, screen.height);
    GC gc = new GC(display);
    gc.copyArea(image, screen.x, screen.y);
    gc.dispose();
    ImageLoader loader = new ImageLoader();
    loader.data = new ImageData[] {image.getImageData()};
    image.dispose();
    try {
      Files.createDirectories(FOLDER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    loader.save(FOLDER.resolve(name + ".png").toString(), SWT.IMAGE_PNG);
  }
}
