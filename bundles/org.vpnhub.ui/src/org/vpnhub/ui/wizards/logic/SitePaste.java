package org.vpnhub.ui.wizards.logic;

import java.util.List;
import org.vpnhub.model.ModelFormatException;
import org.vpnhub.model.SiteTable;
import org.vpnhub.model.edit.SiteText;

/**
 * Reads sites from text that was copied from a spreadsheet, a CSV file or a message: cells between
 * tabs, semicolons or commas, quoted where need be. With a header line its columns may come in any
 * order; without one they are name, public address, prefixes, device, release.
 */
public final class SitePaste {
  private SitePaste() {}

  /** The sites in a text; none when there is nothing but space. */
  public static List<SiteCells> parse(String text) {
    List<List<String>> lines =
        cells(text).stream().filter(l -> l.stream().anyMatch(c -> !c.isBlank())).toList();
    if (lines.isEmpty()) return List.of();
    List<String> header = SiteText.header(lines.getFirst());
    return header.isEmpty()
        ? lines.stream().map(l -> site(l, SiteText.COLUMNS)).toList()
        : lines.stream().skip(1).map(l -> site(l, header)).toList();
  }

  /** The cells; when a quote is not closed, of the text without its quotes. */
  private static List<List<String>> cells(String text) {
    try {
      return SiteTable.cells(text, "table");
    } catch (ModelFormatException e) {
      return text.contains("\"") ? cells(text.replace("\"", "")) : List.of();
    }
  }

  private static SiteCells site(List<String> cells, List<String> columns) {
    List<String> printable =
        cells.stream().map(c -> c.replaceAll("[\\p{Cntrl}\\s]+", " ")).toList();
    return SiteCells.of(SiteTable.Row.of(SiteText.cells(printable, columns)));
  }
}
