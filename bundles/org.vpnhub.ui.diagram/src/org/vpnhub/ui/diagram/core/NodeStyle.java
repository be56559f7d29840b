package org.vpnhub.ui.diagram.core;

/**
 * How a node or container looks.
 *
 * @param borderWidth in pixels; 0 for none
 * @param arc radius of the corners in pixels
 * @param width smallest width in pixels; 0 for what the label needs
 * @param height smallest height in pixels; 0 for what the label needs
 */
public record NodeStyle(
    Shape shape,
    Tint fill,
    Tint border,
    int borderWidth,
    Line line,
    int arc,
    int width,
    int height,
    LabelStyle label) {

  /** The outline. */
  public enum Shape {
    RECTANGLE,
    ELLIPSE
  }
}
