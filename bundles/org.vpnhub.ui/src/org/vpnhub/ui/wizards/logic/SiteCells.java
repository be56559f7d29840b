package org.vpnhub.ui.wizards.logic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.Site;
import org.vpnhub.model.SiteFacts;
import org.vpnhub.model.SiteTable;

/**
 * One site as it is typed.
 *
 * @param name name of the site
 * @param publicIp public address of its device
 * @param cidrs its prefixes, separated by spaces or commas
 * @param device id of an exporter's device; empty when not chosen
 * @param release release of the device's software; empty when unknown
 * @param facts what its device's configuration may need, by the columns of {@link SiteFacts}
 */
public record SiteCells(
    String name,
    String publicIp,
    String cidrs,
    String device,
    String release,
    Map<String, String> facts) {
  public static final SiteCells BLANK = new SiteCells("", "", "", "", "");

  public SiteCells {
    facts = Map.copyOf(facts);
  }

  /** Without facts of the device. */
  public SiteCells(String name, String publicIp, String cidrs, String device, String release) {
    this(name, publicIp, cidrs, device, release, Map.of());
  }

  public static SiteCells of(SiteTable.Row row) {
    return new SiteCells(
        row.name(),
        row.publicIp(),
        String.join(" ", row.cidrs()),
        row.device(),
        row.release(),
        row.facts());
  }

  static SiteCells of(Site site) {
    return new SiteCells(
        text(site.getName()),
        text(site.getPublicIp()),
        String.join(" ", site.getCidrs()),
        text(site.getDevice()),
        text(site.getDeviceRelease()),
        SiteFacts.of(site));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  public SiteTable.Row row() {
    Map<String, String> cells = new HashMap<>();
    for (SiteColumn c : SiteColumn.values()) cells.put(c.column(), get(c));
    return SiteTable.Row.of(cells);
  }

  /** The prefixes one by one, as typed. */
  public List<String> prefixes() {
    return row().cidrs();
  }

  public boolean isBlank() {
    return (name + publicIp + cidrs + device + release + String.join("", facts.values())).isBlank();
  }

  public String get(SiteColumn column) {
    return switch (column) {
      case NAME -> name;
      case PUBLIC_IP -> publicIp;
      case CIDRS -> cidrs;
      case DEVICE -> device;
      case RELEASE -> release;
      default -> facts.getOrDefault(column.column(), "");
    };
  }

  public SiteCells with(SiteColumn column, String value) {
    return new SiteCells(
        column == SiteColumn.NAME ? value : name,
        column == SiteColumn.PUBLIC_IP ? value : publicIp,
        column == SiteColumn.CIDRS ? value : cidrs,
        column == SiteColumn.DEVICE ? value : device,
        column == SiteColumn.RELEASE ? value : release,
        column.isFact() ? with(facts, column.column(), value) : facts);
  }

  private static Map<String, String> with(Map<String, String> facts, String column, String value) {
    Map<String, String> changed = new HashMap<>(facts);
    if (value.isBlank()) changed.remove(column);
    else changed.put(column, value);
    return changed;
  }

  /** The rows that hold something. */
  public static List<SiteTable.Row> rows(List<SiteCells> cells) {
    return cells.stream().filter(c -> !c.isBlank()).map(SiteCells::row).toList();
  }
}
