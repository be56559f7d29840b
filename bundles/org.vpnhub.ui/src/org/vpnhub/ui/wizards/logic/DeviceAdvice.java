package org.vpnhub.ui.wizards.logic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vpnhub.base.Problem;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.ExporterRegistry;

/** What choosing a device means for its site, in a sentence or two. */
public final class DeviceAdvice {
  /** What is said of a site whose device is not known. */
  public static final String NO_DEVICE =
      "Selector mode EXPLICIT, as long as the device is not known.";

  private static final String NEEDS =
      "\nIts configuration needs the following. You can leave it out now, and set it in Properties"
          + " later.";

  private DeviceAdvice() {}

  /** The selector mode that the site gets and why, and what it still lacks. */
  public static String of(ExporterRegistry exporters, SiteCells cells) {
    return exporters.device(cells.device().strip()).map(d -> of(d, cells)).orElse("");
  }

  /**
   * The same for a form that has a field for each fact that the device needs.
   *
   * @param summary the prefix that all sites of the hub share
   */
  public static String ofForm(
      ExporterRegistry exporters, SiteCells cells, Optional<String> summary) {
    Optional<DeviceCapabilities> device = exporters.device(cells.device().strip());
    String mode =
        summary
            .map(p -> "Selector mode SUMMARY with " + p + ", as all sites of this hub.")
            .or(() -> device.map(DeviceAdvice::mode))
            .orElse(NO_DEVICE);
    boolean needs = device.filter(d -> !d.needs().isEmpty()).isPresent();
    return needs ? mode + NEEDS : mode;
  }

  private static String mode(DeviceCapabilities device) {
    return "Selector mode " + device.selectors().recommendation() + ".";
  }

  private static String of(DeviceCapabilities device, SiteCells cells) {
    String mode = mode(device);
    Map<SiteColumn, String> missing = missing(device, cells);
    if (missing.isEmpty()) return mode;
    return mode
        + "\nIts configuration also needs: "
        + missing.entrySet().stream()
            .map(e -> e.getKey().title() + " (such as " + e.getValue() + ")")
            .collect(Collectors.joining(", "))
        + ".";
  }

  /** The facts that a site's device needs and that are not given, each with an example. */
  public static Map<SiteColumn, String> missing(ExporterRegistry exporters, SiteCells cells) {
    return exporters.device(cells.device().strip()).map(d -> missing(d, cells)).orElse(Map.of());
  }

  private static Map<SiteColumn, String> missing(DeviceCapabilities device, SiteCells cells) {
    Map<SiteColumn, String> missing = needs(device);
    missing.keySet().removeIf(c -> !cells.get(c).isBlank());
    return missing;
  }

  private static Map<SiteColumn, String> needs(DeviceCapabilities device) {
    Map<SiteColumn, String> needs = new TreeMap<>();
    for (SiteColumn c : SiteColumn.values()) {
      c.fact().map(device.needs()::get).ifPresent(example -> needs.put(c, example));
    }
    return needs;
  }

  /** The facts that a site's device needs, each with an example. */
  public static Map<SiteColumn, String> needs(ExporterRegistry exporters, String device) {
    return exporters.device(device.strip()).map(DeviceAdvice::needs).orElse(Map.of());
  }

  /** Without the facts that its device has no need of: they were typed for another. */
  public static SiteCells needed(ExporterRegistry exporters, SiteCells cells) {
    Map<SiteColumn, String> needs = needs(exporters, cells.device());
    SiteCells needed = cells;
    for (SiteColumn c : SiteColumn.values()) {
      if (c.isFact() && !needs.containsKey(c)) needed = needed.with(c, "");
    }
    return needed;
  }

  /** What an exporter says about facts that are given, each at its field. */
  static List<Fault> faults(List<Problem> problems, SiteCells cells) {
    List<Fault> faults = new ArrayList<>();
    for (Problem p : problems) {
      SiteColumn.factIn(p.remedy())
          .filter(c -> !cells.get(c).isBlank())
          .ifPresent(c -> faults.add(fault(c, p)));
    }
    return faults;
  }

  private static Fault fault(SiteColumn column, Problem p) {
    return new Fault(column.field(), 0, p.severity(), column.title() + ": " + p.message());
  }
}
