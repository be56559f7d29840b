package org.vpnhub.ui.diagram.figures;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.RGB;
import org.vpnhub.ui.diagram.core.LabelStyle;
import org.vpnhub.ui.diagram.core.Tint;
import org.vpnhub.ui.live.LiveConnection;

/**
 * The colours and fonts of one diagram. The figures ask for them each time they paint, so that a
 * change of the theme needs no more than a repaint.
 */
public final class Look {
  private static final double FAR = 0.2;
  private static final int WHITE = 0xFFFFFF;

  private final Map<Integer, Color> colours = new HashMap<>();
  private boolean dark;
  private double scale = 1;

  /** Takes the light or the dark colours; says whether that is a change. */
  public boolean setDark(boolean dark) {
    boolean changed = this.dark != dark;
    this.dark = dark;
    return changed;
  }

  /** The zoom that is painted at. */
  public double scale() {
    return scale;
  }

  /** Whether the diagram is too small to be read: texts are bars then, and there are no icons. */
  boolean isFar() {
    return scale < FAR;
  }

  /** The width of a line that is one pixel wide at the zoom that is painted at. */
  int thin() {
    return (int) Math.max(1, Math.round(1 / scale));
  }

  public void setScale(double scale) {
    this.scale = scale;
  }

  public boolean isDark() {
    return dark;
  }

  /** Whether light text reads better on a colour than dark text. */
  public static boolean isDark(RGB rgb) {
    return 0.299 * rgb.red + 0.587 * rgb.green + 0.114 * rgb.blue < 128;
  }

  public Color canvas() {
    return pick(0xF7F9FB, 0x1B1E23);
  }

  public Color card() {
    return pick(WHITE, 0x282C34);
  }

  public Color shadow() {
    return pick(0x1F2A37, 0x000000);
  }

  public Color text() {
    return pick(0x1F2328, 0xE6EAF0);
  }

  public Color detail() {
    return pick(0x59636E, 0x9DA7B3);
  }

  public Color accent() {
    return pick(0x0969DA, 0x58A6FF);
  }

  public Color grid() {
    return pick(0xD5DBE1, 0x363C45);
  }

  public Color error() {
    return pick(0xCF222E, 0xF85149);
  }

  public Color warning() {
    return pick(0xD4860B, 0xE3A32B);
  }

  /** The colour of a connection's state in a running hub. */
  public Color state(LiveConnection.State state) {
    return switch (state) {
      case UP -> pick(0x1F883D, 0x3FB950);
      case NEGOTIATING -> pick(0xD4860B, 0xE3A32B);
      case DOWN -> pick(0x818B98, 0x7D8590);
      case FAILED, REFUSED -> error();
    };
  }

  /** A colour of the definition. */
  public Color of(Tint tint) {
    return colour(tint.of(dark));
  }

  /** The font of the first line of a label. */
  public Font nameFont(LabelStyle style) {
    return font(style.size(), style.bold() ? SWT.BOLD : SWT.NORMAL);
  }

  /** The font of the other lines of a label. */
  public Font detailFont(LabelStyle style) {
    return font(style.detailSize(), SWT.NORMAL);
  }

  private Color pick(int light, int darkOne) {
    return colour(dark ? darkOne : light);
  }

  private Color colour(int rgb) {
    return colours.computeIfAbsent(rgb, v -> new Color(rgb(v)));
  }

  private static RGB rgb(int v) {
    return new RGB(v >> 16 & 0xFF, v >> 8 & 0xFF, v & 0xFF);
  }

  private static Font font(int size, int style) {
    String key = "org.vpnhub.ui.diagram/" + size + "/" + style;
    if (!JFaceResources.getFontRegistry().hasValueFor(key)) {
      FontData base = JFaceResources.getDefaultFont().getFontData()[0];
      FontData own = new FontData(base.getName(), size, style);
      JFaceResources.getFontRegistry().put(key, new FontData[] {own});
    }
    return JFaceResources.getFontRegistry().get(key);
  }
}
