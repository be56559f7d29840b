package org.vpnhub.ui.diagram.core;

/**
 * A rectangle in pixels at zoom 100 %. Of a node inside another, x and y count from the upper left
 * corner of that one; of an outermost node they may be negative.
 */
public record Bounds(int x, int y, int width, int height) {
  public Bounds at(int newX, int newY) {
    return new Bounds(newX, newY, width, height);
  }

  public boolean overlaps(Bounds other) {
    return x < other.x + other.width
        && other.x < x + width
        && y < other.y + other.height
        && other.y < y + height;
  }
}
