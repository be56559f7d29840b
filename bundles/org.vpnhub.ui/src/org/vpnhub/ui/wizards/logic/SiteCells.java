package org.vpnhub.ui.wizards.logic;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.Site;
import org.vpnhub.model.SiteTable;

/**
 * One site as it is typed.
 *
 * @param name name of the site
 * @param publicIp public address of its device
 * @param cidrs its prefixes, separated by spaces or commas
 * @param device id of an exporter's device; empty when not chosen
 * @param release release of the device's software; empty when unknown
 */
public record SiteCells(String name, String publicIp, String cidrs, String device, String release) {
  public static final SiteCells BLANK = new SiteCells("", "", "", "", "");

  public static SiteCells of(SiteTable.Row row) {
    return new SiteCells(
        row.name(), row.publicIp(), String.join(" ", row.cidrs()), row.device(), row.release());
  }

  static SiteCells of(Site site) {
    return new SiteCells(
        text(site.getName()),
        text(site.getPublicIp()),
        String.join(" ", site.getCidrs()),
        text(site.getDevice()),
        text(site.getDeviceRelease()));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  public SiteTable.Row row() {
    SiteTable.Row row = SiteTable.Row.of(name, publicIp, cidrs, device);
    return release.isBlank()
        ? row
        : new SiteTable.Row(row.name(), row.publicIp(), row.cidrs(), row.device(), release.strip());
  }

  /** The prefixes one by one, as typed. */
  public List<String> prefixes() {
    return row().cidrs();
  }

  public boolean isBlank() {
    return (name + publicIp + cidrs + device + release).isBlank();
  }

  public String get(SiteColumn column) {
    return switch (column) {
      case NAME -> name;
      case PUBLIC_IP -> publicIp;
      case CIDRS -> cidrs;
      case DEVICE -> device;
      case RELEASE -> release;
    };
  }

  public SiteCells with(SiteColumn column, String value) {
    return new SiteCells(
        column == SiteColumn.NAME ? value : name,
        column == SiteColumn.PUBLIC_IP ? value : publicIp,
        column == SiteColumn.CIDRS ? value : cidrs,
        column == SiteColumn.DEVICE ? value : device,
        column == SiteColumn.RELEASE ? value : release);
  }

  /** The rows that hold something. */
  public static List<SiteTable.Row> rows(List<SiteCells> cells) {
    return cells.stream().filter(c -> !c.isBlank()).map(SiteCells::row).toList();
  }
}
