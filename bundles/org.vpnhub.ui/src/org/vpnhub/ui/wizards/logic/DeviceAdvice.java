package org.vpnhub.ui.wizards.logic;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.ExporterRegistry;
import org.vpnhub.exporter.SiteFact;

/** What choosing a device means for its site, in a sentence or two. */
public final class DeviceAdvice {
  /** What is said of a site whose device is not known. */
  public static final String NO_DEVICE =
      "Selector mode EXPLICIT, as long as the device is not known.";

  private DeviceAdvice() {}

  /** The selector mode that the site gets and why, and what it still lacks. */
  public static String of(ExporterRegistry exporters, SiteCells cells) {
    return exporters.device(cells.device().strip()).map(d -> of(d, cells)).orElse("");
  }

  private static String of(DeviceCapabilities device, SiteCells cells) {
    String mode = "Selector mode " + device.selectors().recommendation() + ".";
    Map<SiteColumn, String> missing = missing(device, cells);
    if (missing.isEmpty()) return mode;
    return mode
        + "\nIts configuration also needs: "
        + missing.entrySet().stream()
            .map(e -> e.getKey().title() + " (such as " + e.getValue() + ")")
            .collect(Collectors.joining(", "))
        + ".";
  }

  /** The columns that the device needs and that are empty, each with an example. */
  static Map<SiteColumn, String> missing(DeviceCapabilities device, SiteCells cells) {
    Map<SiteColumn, String> missing = new TreeMap<>();
    for (SiteColumn c : SiteColumn.values()) {
      for (Map.Entry<SiteFact, String> need : device.needs().entrySet()) {
        boolean same = need.getKey().field().equals(c.field());
        if (same && cells.get(c).isBlank()) missing.put(c, need.getValue());
      }
    }
    return missing;
  }
}
