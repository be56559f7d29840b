package org.vpnhub.ui.diagram.figures;

import java.util.stream.Collectors;
import org.eclipse.draw2d.Label;
import org.eclipse.draw2d.MarginBorder;
import org.eclipse.draw2d.PositionConstants;

/** The text under a resting pointer, in lines that the eye can follow. */
final class TooltipFigure extends Label {
  private static final int LONGEST = 72;
  private static final int MOST_LINES = 16;

  TooltipFigure(String text, Look look) {
    super(wrapped(text));
    setOpaque(true);
    setBackgroundColor(look.card());
    setForegroundColor(look.text());
    setBorder(new MarginBorder(5, 8, 5, 8));
    setLabelAlignment(PositionConstants.LEFT);
  }

  private static String wrapped(String text) {
    return text.lines()
        .map(TooltipFigure::broken)
        .flatMap(String::lines)
        .limit(MOST_LINES)
        .collect(Collectors.joining("\n"));
  }

  /** Breaks a line between words. */
  private static String broken(String line) {
    StringBuilder out = new StringBuilder();
    String rest = line;
    while (rest.length() > LONGEST) {
      int at = rest.lastIndexOf(' ', LONGEST);
      if (at < LONGEST / 3) break;
      out.append(rest, 0, at).append('\n');
      rest = "    " + rest.substring(at + 1);
    }
    return out.append(rest).toString();
  }
}
