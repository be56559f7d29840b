package org.vpnhub.ui.diagram.core;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.vpnhub.ui.diagram.core.layout.Lines;
import org.vpnhub.ui.diagram.core.layout.Lines.Point;
import org.vpnhub.ui.diagram.core.layout.Lines.Route;
import org.vpnhub.ui.diagram.core.layout.TextSizes;

/**
 * Writes a diagram as SVG in the light theme, to be printed at any size. Text stays text, in fonts
 * that every viewer has one of.
 */
public final class SvgWriter {
  private static final int MARGIN = 28;
  private static final String FONTS =
      "'Segoe UI', 'Helvetica Neue', Arial, 'Noto Sans', 'Noto Sans CJK SC', 'Microsoft YaHei',"
          + " sans-serif";

  private final Diagram diagram;
  private final Map<String, Bounds> bounds;
  private final Map<String, Route> routes;
  private final UnaryOperator<String> images;
  private final StringBuilder out = new StringBuilder();

  private SvgWriter(Diagram diagram, Positions positions, UnaryOperator<String> images) {
    this.diagram = diagram;
    this.images = images;
    bounds = Lines.absolute(diagram, positions);
    routes = Lines.of(diagram, positions);
  }

  /**
   * The picture as the text of an SVG file.
   *
   * @param images gives the SVG text of an icon by its path; empty for none
   */
  public static String write(Diagram diagram, Positions positions, UnaryOperator<String> images) {
    return new SvgWriter(diagram, positions, images).write();
  }

  private String write() {
    int left = bounds.values().stream().mapToInt(Bounds::x).min().orElse(0) - MARGIN;
    int top = bounds.values().stream().mapToInt(Bounds::y).min().orElse(0) - MARGIN;
    int right = bounds.values().stream().mapToInt(b -> b.x() + b.width()).max().orElse(0) + MARGIN;
    int bottom =
        bounds.values().stream().mapToInt(b -> b.y() + b.height()).max().orElse(0) + MARGIN;
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
            + " viewBox=\"%d %d %d %d\" font-family=\"%s\">",
        right - left, bottom - top, left, top, right - left, bottom - top, FONTS);
    add("<title>%s</title>", escape(diagram.title()));
    String canvas = diagram.definition().background().css();
    add(
        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>",
        left, top, right - left, bottom - top, canvas);
    List<Node> all = diagram.allNodes();
    List<Node> containers = all.stream().filter(Node::container).toList();
    containers.forEach(this::node);
    for (Edge e : diagram.edges()) line(e, routes.get(e.key()));
    containers.forEach(this::title);
    all.stream().filter(n -> !n.container()).forEach(this::node);
    for (Edge e : diagram.edges()) labels(e, routes.get(e.key()), canvas);
    add("</svg>");
    return out.toString();
  }

  private void node(Node node) {
    Bounds b = bounds.get(node.key());
    NodeStyle style = node.style();
    add("<g>%s", node.tooltip().isEmpty() ? "" : "<title>" + escape(node.tooltip()) + "</title>");
    String paint =
        String.format(
            Locale.ROOT,
            "fill=\"%s\" stroke=\"%s\" stroke-width=\"%d\"%s",
            style.fill().css(),
            style.border().css(),
            style.borderWidth(),
            dash(style.line(), 1));
    if (style.shape() == NodeStyle.Shape.ELLIPSE) {
      add(
          "<ellipse cx=\"%s\" cy=\"%s\" rx=\"%s\" ry=\"%s\" %s/>",
          number(b.x() + b.width() / 2.0),
          number(b.y() + b.height() / 2.0),
          number(b.width() / 2.0),
          number(b.height() / 2.0),
          paint);
    } else {
      add(
          "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\" %s/>",
          b.x(), b.y(), b.width(), b.height(), style.arc(), paint);
    }
    if (!node.container()) nodeLabel(node, b, style.label());
    add("</g>");
  }

  /** The title of a container, on a ground that hides the lines, which run over the container. */
  private void title(Node node) {
    Bounds b = bounds.get(node.key());
    NodeStyle style = node.style();
    LabelStyle label = style.label();
    int height = TextSizes.textHeight(node.label().lines().toList(), label);
    int icon = label.icon().isEmpty() ? 0 : TextSizes.ICON + TextSizes.ICON_GAP;
    add(
        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>",
        b.x() + TextSizes.PADDING_X,
        b.y() + TextSizes.PADDING_Y,
        icon + TextSizes.width(node.label(), label),
        height,
        style.fill().css());
    nodeLabel(node, b, label);
  }

  private void nodeLabel(Node node, Bounds b, LabelStyle style) {
    List<String> lines = node.label().lines().toList();
    int height = TextSizes.textHeight(lines, style);
    int inner = Math.max(height, style.icon().isEmpty() ? 0 : TextSizes.ICON);
    int middle =
        node.children().isEmpty()
            ? b.y() + b.height() / 2
            : b.y() + TextSizes.PADDING_Y + inner / 2;
    int x = b.x() + TextSizes.PADDING_X;
    if (!style.icon().isEmpty()) {
      icon(style.icon(), x, middle - TextSizes.ICON / 2);
      text(lines, style, x + TextSizes.ICON + TextSizes.ICON_GAP, middle, "start");
    } else {
      text(lines, style, b.x() + b.width() / 2.0, middle, "middle");
    }
  }

  private void icon(String path, int x, int y) {
    String svg = images.apply(path).replaceFirst("(?s)^\\s*<\\?xml.*?\\?>", "").strip();
    if (!svg.startsWith("<svg ")) return;
    String content =
        svg.replaceFirst("\\bwidth=\"\\d+\"", "").replaceFirst("\\bheight=\"\\d+\"", "");
    add(
        "<svg x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" %s",
        x, y, TextSizes.ICON, TextSizes.ICON, content.substring("<svg ".length()));
  }

  private void text(List<String> lines, LabelStyle style, double x, double middle, String anchor) {
    double y = middle - TextSizes.textHeight(lines, style) / 2.0;
    for (int i = 0; i < lines.size(); i++) {
      int height = TextSizes.lineHeight(style, i);
      add(
          "<text x=\"%s\" y=\"%s\" font-size=\"%s\" text-anchor=\"%s\" fill=\"%s\"%s%s%s>%s</text>",
          number(x),
          number(y + height * 0.76),
          number(TextSizes.pixels(style, i)),
          anchor,
          style.color().css(),
          i == 0 && style.bold() ? " font-weight=\"600\"" : "",
          style.italic() ? " font-style=\"italic\"" : "",
          i == 0 ? "" : " fill-opacity=\"0.8\"",
          escape(lines.get(i)));
      y += height;
    }
  }

  private void line(Edge edge, Route route) {
    EdgeStyle style = edge.style();
    add(
        "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-width=\"%d\""
            + " stroke-linecap=\"round\"%s/>",
        number(route.from().x()),
        number(route.from().y()),
        number(route.to().x()),
        number(route.to().y()),
        style.color().css(),
        style.width(),
        dash(style.line(), style.width()));
    arrow(style.sourceArrow(), route.to(), route.from(), style);
    arrow(style.targetArrow(), route.from(), route.to(), style);
  }

  private void arrow(Arrow arrow, Point from, Point to, EdgeStyle style) {
    if (arrow == Arrow.NONE) return;
    double angle = Math.atan2(to.y() - from.y(), to.x() - from.x());
    double length = 7 + 2 * style.width();
    StringBuilder points = new StringBuilder();
    for (double turn : new double[] {2.7, 0, -2.7}) {
      double reach = turn == 0 ? 0 : length;
      points
          .append(number(to.x() + reach * Math.cos(angle + turn)))
          .append(',')
          .append(number(to.y() + reach * Math.sin(angle + turn)))
          .append(' ');
    }
    add(
        "<%s points=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-linejoin=\"round\"/>",
        arrow == Arrow.FILLED ? "polygon" : "polyline",
        points.toString().strip(),
        arrow == Arrow.FILLED ? style.color().css() : "none",
        style.color().css());
  }

  private void labels(Edge edge, Route route, String canvas) {
    EdgeStyle style = edge.style();
    String bare = "fill=\"%s\" fill-opacity=\"0.92\"".formatted(canvas);
    String framed = "fill=\"#ffffff\" stroke=\"%s\"".formatted(style.color().css());
    label(edge.beginLabel(), style.begin(), route.begin(), bare);
    label(edge.centerLabel(), style.center(), route.center(), framed);
    label(edge.endLabel(), style.end(), route.end(), bare);
  }

  /** On a ground that hides the line. */
  private void label(String label, @Nullable LabelStyle style, Point at, String ground) {
    if (label.isEmpty() || style == null) return;
    List<String> lines = label.lines().toList();
    int width = TextSizes.width(label, style) + 16;
    int height = TextSizes.textHeight(lines, style) + 6;
    add(
        "<rect x=\"%s\" y=\"%s\" width=\"%d\" height=\"%d\" rx=\"7\" %s/>",
        number(at.x() - width / 2.0), number(at.y() - height / 2.0), width, height, ground);
    text(lines, style, at.x(), at.y(), "middle");
  }

  private static String dash(Line line, int width) {
    String pattern =
        switch (line) {
          case SOLID -> "";
          case DASH -> 4 * width + 2 + " " + (3 * width + 2);
          case DOT -> "0.1 " + (2 * width + 3);
          case DASH_DOT -> 5 * width + 2 + " " + 3 * width + " 0.1 " + 3 * width;
        };
    return pattern.isEmpty() ? "" : " stroke-dasharray=\"" + pattern + "\"";
  }

  private void add(String format, Object... arguments) {
    out.append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /** Text of XML 1.0: no mark-up, none of the characters that it cannot hold. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isText(c) ? c : 0xFFFD);
              }
            });
    return escaped.toString();
  }

  private static boolean isText(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || c >= 0x20 && c <= 0xD7FF
        || c >= 0xE000 && c <= 0xFFFD
        || c >= 0x10000;
  }
}
