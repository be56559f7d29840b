package org.vpnhub.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.emf.common.util.ECollections;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Facts of a site that its device's configuration may need, by the columns of a table of sites. */
@NullMarked
public final class SiteFacts {
  /** Each for the attribute of the site that has its name. */
  public static final List<String> COLUMNS =
      List.of(
          "wan_interface",
          "lan_interfaces",
          "wan_zone",
          "lan_zone",
          "virtual_router",
          "next_hop",
          "tunnel_number",
          "rule_number");

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  private SiteFacts() {}

  /** The facts that are known of a site. */
  public static Map<String, String> of(Site site) {
    Map<String, String> facts = new LinkedHashMap<>();
    for (String column : COLUMNS) {
      String value = get(site, column);
      if (value != null && !value.isBlank()) facts.put(column, value);
    }
    return facts;
  }

  private static @Nullable String get(Site site, String column) {
    return switch (column) {
      case "wan_interface" -> site.getWanInterface();
      case "lan_interfaces" -> String.join(" ", site.getLanInterfaces());
      case "wan_zone" -> site.getWanZone();
      case "lan_zone" -> site.getLanZone();
      case "virtual_router" -> site.getVirtualRouter();
      case "next_hop" -> site.getNextHop();
      case "tunnel_number" -> number(site.getTunnelNumber());
      case "rule_number" -> number(site.getRuleNumber());
      default -> throw new IllegalArgumentException(column);
    };
  }

  private static @Nullable String number(int number) {
    return number > 0 ? Integer.toString(number) : null;
  }

  /** Whether a column can hold a value: some hold a number, or nothing. */
  public static boolean fits(String column, String value) {
    return !column.endsWith("_number")
        || value.isBlank()
        || NUMBER.matcher(value.strip()).matches();
  }

  /** The values in a cell of a column: some hold several. */
  public static List<String> values(String column, String cell) {
    String text = cell.strip();
    return column.equals("lan_interfaces") ? List.of(text.split("[\\s,;]+")) : List.of(text);
  }

  /**
   * Sets facts of a site, and leaves the others.
   *
   * @throws IllegalArgumentException when a column is unknown or cannot hold its value
   */
  public static void set(Site site, Map<String, String> facts) {
    facts.forEach((column, value) -> set(site, column, value.strip()));
  }

  private static void set(Site site, String column, String value) {
    switch (column) {
      case "wan_interface" -> site.setWanInterface(value);
      case "lan_interfaces" ->
          ECollections.setEList(site.getLanInterfaces(), values(column, value));
      case "wan_zone" -> site.setWanZone(value);
      case "lan_zone" -> site.setLanZone(value);
      case "virtual_router" -> site.setVirtualRouter(value);
      case "next_hop" -> site.setNextHop(value);
      case "tunnel_number" -> site.setTunnelNumber(Integer.parseInt(value));
      case "rule_number" -> site.setRuleNumber(Integer.parseInt(value));
      default -> throw new IllegalArgumentException(column);
    }
  }
}
