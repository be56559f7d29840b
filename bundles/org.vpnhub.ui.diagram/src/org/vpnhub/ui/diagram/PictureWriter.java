package org.vpnhub.ui.diagram;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.SWTGraphics;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.LayerConstants;
import org.eclipse.gef.editparts.LayerManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.PaletteData;
import org.vpnhub.design.Definition;
import org.vpnhub.ui.diagram.core.SvgWriter;
import org.vpnhub.ui.diagram.parts.Session;

/** Writes a diagram as a picture, in the light colours, whatever the theme. */
final class PictureWriter {
  /** More than this no picture is to have, or the memory does not hold it. */
  static final long MOST_PIXELS = 100_000_000;

  private static final int MARGIN = 24;

  private PictureWriter() {}

  /**
   * @throws IOException when the file cannot be written
   */
  static void svg(Session session, Path file) throws IOException {
    String text =
        SvgWriter.write(
            session.scene().diagram().orElseThrow(), session.shown(), PictureWriter::icon);
    Files.writeString(file, text);
  }

  private static String icon(String path) {
    try (InputStream in = Definition.image(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  /** The scale that a picture can have at most. */
  static double scale(DiagramCanvas diagram, double wanted) {
    Rectangle r = area(diagram);
    return Math.min(wanted, Math.sqrt((double) MOST_PIXELS / ((long) r.width * r.height)));
  }

  private static Rectangle area(DiagramCanvas diagram) {
    return diagram.picture().getCopy().expand(MARGIN, MARGIN);
  }

  /**
   * @param scale pixels of the picture for one of the screen
   * @throws IOException when the file cannot be written
   */
  static void png(DiagramCanvas diagram, double scale, Path file) throws IOException {
    Rectangle area = area(diagram);
    int width = (int) Math.ceil(area.width * scale);
    int height = (int) Math.ceil(area.height * scale);
    ImageData blank = new ImageData(width, height, 24, new PaletteData(0xFF0000, 0xFF00, 0xFF));
    Image image = new Image(diagram.control().getDisplay(), blank);
    try {
      paint(diagram, area, scale, image);
      ImageLoader loader = new ImageLoader();
      loader.data = new ImageData[] {image.getImageData(100)};
      try (OutputStream out = Files.newOutputStream(file)) {
        loader.save(out, SWT.IMAGE_PNG);
      }
    } finally {
      image.dispose();
    }
  }

  private static void paint(DiagramCanvas diagram, Rectangle area, double scale, Image image) {
    var look = diagram.session().look();
    boolean dark = look.isDark();
    look.setDark(false);
    look.setScale(scale);
    GC gc = new GC(image);
    SWTGraphics g = new SWTGraphics(gc);
    try {
      g.setBackgroundColor(look.canvas());
      g.fillRectangle(0, 0, image.getBounds().width, image.getBounds().height);
      g.setAntialias(SWT.ON);
      g.setTextAntialias(SWT.ON);
      g.setInterpolation(SWT.HIGH);
      g.scale(scale);
      g.translate(-area.x, -area.y);
      LayerManager layers = (LayerManager) diagram.viewer().getRootEditPart();
      IFigure printable = layers.getLayer(LayerConstants.PRINTABLE_LAYERS);
      printable.paint(g);
    } finally {
      g.dispose();
      gc.dispose();
      look.setDark(dark);
    }
  }
}
