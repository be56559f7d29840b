package org.vpnhub.ui.diagram.core;

import java.util.Locale;

/**
 * A colour in both themes.
 *
 * @param light 0xRRGGBB on a light background, as the definition says
 * @param dark 0xRRGGBB on a dark background, derived from it
 */
public record Tint(int light, int dark) {
  private static final double DARKEST = 0.13;
  private static final double LIGHTEST = 0.93;

  /** The colour of a definition; its lightness is turned round for the dark theme. */
  public static Tint of(int red, int green, int blue) {
    double max = Math.max(red, Math.max(green, blue)) / 255.0;
    double min = Math.min(red, Math.min(green, blue)) / 255.0;
    double lightness = (max + min) / 2;
    double chroma = max - min;
    double turned = LIGHTEST - (LIGHTEST - DARKEST) * lightness;
    // As colourful as before, as far as the new lightness has room for it.
    double room = 1 - Math.abs(2 * turned - 1);
    double newChroma = Math.min(chroma, room * 0.8);
    double base = turned - newChroma / 2;
    int light = red << 16 | green << 8 | blue;
    if (chroma == 0) return new Tint(light, rgb(turned, turned, turned));
    return new Tint(
        light,
        rgb(
            base + newChroma * (red / 255.0 - min) / chroma,
            base + newChroma * (green / 255.0 - min) / chroma,
            base + newChroma * (blue / 255.0 - min) / chroma));
  }

  public int of(boolean darkTheme) {
    return darkTheme ? dark : light;
  }

  /** In CSS notation, for the light theme: {@code #1f5fbf}. */
  public String css() {
    return String.format(Locale.ROOT, "#%06x", light);
  }

  private static int rgb(double red, double green, double blue) {
    return channel(red) << 16 | channel(green) << 8 | channel(blue);
  }

  private static int channel(double value) {
    return (int) Math.round(Math.clamp(value, 0, 1) * 255);
  }
}
