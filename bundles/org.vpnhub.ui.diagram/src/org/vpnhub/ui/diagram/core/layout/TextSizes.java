package org.vpnhub.ui.diagram.core.layout;

import java.util.List;
import org.vpnhub.ui.diagram.core.LabelStyle;
import org.vpnhub.ui.diagram.core.Node;
import org.vpnhub.ui.diagram.core.Size;

/**
 * Sizes by what the labels need, without a font at hand: a little generous, so that the text fits
 * whatever font draws it.
 */
public final class TextSizes implements Sizes {
  /** Room left and right of a label. */
  public static final int PADDING_X = 12;

  /** Room above and below a label. */
  public static final int PADDING_Y = 9;

  /** Width and height of an icon. */
  public static final int ICON = 24;

  /** Room between icon and text. */
  public static final int ICON_GAP = 10;

  private static final double PIXELS_PER_POINT = 96.0 / 72;
  private static final double LINE_HEIGHT = 1.35;
  private static final int WIDE_FROM = 0x1100;

  @Override
  public Size of(Node node) {
    LabelStyle style = node.style().label();
    List<String> lines = node.label().lines().toList();
    int width = width(node.label(), style);
    int icon = style.icon().isEmpty() ? 0 : ICON;
    width += 2 * PADDING_X + (icon == 0 ? 0 : ICON + ICON_GAP);
    int height = Math.max(textHeight(lines, style), icon) + 2 * PADDING_Y;
    return new Size(Math.max(node.style().width(), width), Math.max(node.style().height(), height));
  }

  /** Height of all lines of a label. */
  public static int textHeight(List<String> lines, LabelStyle style) {
    int height = 0;
    for (int i = 0; i < lines.size(); i++) height += lineHeight(style, i);
    return height;
  }

  /** Height of one line of a label. */
  public static int lineHeight(LabelStyle style, int line) {
    return (int) Math.ceil(pixels(style, line) * LINE_HEIGHT);
  }

  /** Size in pixels of the text of one line of a label. */
  public static double pixels(LabelStyle style, int line) {
    return (line == 0 ? style.size() : style.detailSize()) * PIXELS_PER_POINT;
  }

  /** Width of the longest line of a label. */
  public static int width(String label, LabelStyle style) {
    List<String> lines = label.lines().toList();
    int width = 0;
    for (int i = 0; i < lines.size(); i++) width = Math.max(width, width(lines.get(i), style, i));
    return width;
  }

  /** Width of one line of a label. */
  public static int width(String text, LabelStyle style, int line) {
    double em = pixels(style, line) * (style.bold() && line == 0 ? 1.08 : 1);
    double width = text.codePoints().mapToDouble(TextSizes::ems).sum();
    return (int) Math.ceil(width * em);
  }

  private static double ems(int character) {
    if (character >= WIDE_FROM) return character >= 0x2000 && character < 0x2E80 ? 0.7 : 1.05;
    return switch (character) {
      case 'i', 'j', 'l', 'I', '.', ',', ':', ';', '\'', '|', '!', ' ' -> 0.34;
      case 'm', 'w', 'M', 'W', '@', '%' -> 0.92;
      default -> Character.isUpperCase(character) ? 0.7 : 0.6;
    };
  }
}
