package org.vpnhub.ui.diagram.core;

/**
 * How a label is written. Of a label with several lines only the first is bold, and the others are
 * a little smaller: the name and what is known of it.
 *
 * @param color of the text
 * @param size in points
 * @param icon path of an image inside a bundle, {@code /org.vpnhub.design/icons/site.svg}; empty
 *     for none
 */
public record LabelStyle(Tint color, int size, boolean bold, boolean italic, String icon) {

  /** Size in points of all lines but the first. */
  public int detailSize() {
    return size - 1;
  }

  /** Name of the icon: {@code site}; empty for none. */
  public String iconName() {
    return icon.substring(icon.lastIndexOf('/') + 1).replaceFirst("\\.[a-z]+$", "");
  }
}
