package org.vpnhub.ui.wizards.logic;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vpnhub.exporter.ExporterRegistry;
import org.vpnhub.exporter.SiteFact;

/** The columns of a table of sites; those of facts are shown where a fact is known or needed. */
public enum SiteColumn {
  NAME("name", "Name", "name"),
  PUBLIC_IP("publicIp", "Public address", "public_ip"),
  CIDRS("cidrs", "Prefixes", "cidrs"),
  DEVICE("device", "Device", "device"),
  RELEASE("release", "Release", "release"),
  WAN_INTERFACE("wanInterface", "WAN interface", "wan_interface"),
  LAN_INTERFACES("lanInterfaces", "LAN interfaces", "lan_interfaces"),
  WAN_ZONE("wanZone", "WAN zone", "wan_zone"),
  LAN_ZONE("lanZone", "LAN zone", "lan_zone"),
  VIRTUAL_ROUTER("virtualRouter", "Virtual router", "virtual_router"),
  NEXT_HOP("nextHop", "Next hop", "next_hop"),
  TUNNEL_NUMBER("tunnelNumber", "Tunnel number", "tunnel_number"),
  RULE_NUMBER("ruleNumber", "Rule number", "rule_number");

  private final String field;
  private final String title;
  private final String column;

  SiteColumn(String field, String title, String column) {
    this.field = field;
    this.title = title;
    this.column = column;
  }

  /** The last part of the id of a widget that edits it. */
  public String field() {
    return field;
  }

  public String title() {
    return title;
  }

  /** Its name in a table of sites as text. */
  public String column() {
    return column;
  }

  /** Whether it holds a fact that only some devices need. */
  public boolean isFact() {
    return compareTo(RELEASE) > 0;
  }

  /** The fact that it holds. */
  public Optional<SiteFact> fact() {
    return Stream.of(SiteFact.values()).filter(f -> f.field().equals(field)).findFirst();
  }

  /** The fact that a text for people names, as a remedy does. */
  public static Optional<SiteColumn> factIn(String text) {
    List<String> words = List.of(text.split("[^A-Za-z]+"));
    return Stream.of(values()).filter(c -> c.isFact() && words.contains(c.field)).findFirst();
  }

  /** Its title inside a sentence. */
  public String word() {
    boolean isAbbreviation = Character.isUpperCase(title.charAt(1));
    return isAbbreviation ? title : title.toLowerCase(Locale.ROOT);
  }

  /** Those that are to be shown of some sites: what is known of one, or its device needs. */
  public static Set<SiteColumn> of(List<SiteCells> sites, ExporterRegistry exporters) {
    Set<SiteColumn> shown = EnumSet.range(NAME, RELEASE);
    for (SiteCells s : sites) {
      for (SiteColumn c : values()) if (!s.get(c).isBlank()) shown.add(c);
      shown.addAll(DeviceAdvice.missing(exporters, s).keySet());
    }
    return shown;
  }
}
