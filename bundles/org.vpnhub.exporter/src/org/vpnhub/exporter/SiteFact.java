package org.vpnhub.exporter;

import java.util.Optional;
import java.util.regex.Pattern;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.plan.DevicePlan;

/** Facts of a site that a device's configuration may need, and only its owner knows. */
public enum SiteFact {
  WAN_INTERFACE("wanInterface", "the name of the interface to the Internet"),
  LAN_INTERFACE("lanInterfaces", "the name of the interface to the office network"),
  WAN_ZONE("wanZone", "the security zone of the interface to the Internet"),
  LAN_ZONE("lanZone", "the security zone of the office network"),
  VIRTUAL_ROUTER("virtualRouter", "the virtual router of the interfaces"),
  NEXT_HOP("nextHop", "the default gateway towards the Internet"),
  TUNNEL_NUMBER("tunnelNumber", "the number of a tunnel interface that is free"),
  RULE_NUMBER("ruleNumber", "a number that is free in the numbered lists");

  /** How devices name their interfaces and zones; the plainest common denominator of all. */
  private static final Pattern WORD =
      Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._/:@+ -]{0,62}[A-Za-z0-9._/:@+-])?");

  private static final Pattern NUMBER = Pattern.compile("0*[1-9][0-9]*");

  private final String field;
  private final String words;

  SiteFact(String field, String words) {
    this.field = field;
    this.words = words;
  }

  /** The attribute of the model's site that holds it. */
  public String field() {
    return field;
  }

  /** What it is, for people. */
  public String words() {
    return words;
  }

  /** Whether the fact is known of a device. */
  public boolean isKnown(DevicePlan device) {
    return switch (this) {
      case WAN_INTERFACE -> !device.wanInterface().isBlank();
      case LAN_INTERFACE -> !device.lanInterfaces().isEmpty();
      case WAN_ZONE -> !device.wanZone().isBlank();
      case LAN_ZONE -> !device.lanZone().isBlank();
      case VIRTUAL_ROUTER -> !device.virtualRouter().isBlank();
      case NEXT_HOP -> device.nextHop().isPresent();
      case TUNNEL_NUMBER -> device.tunnelNumber() > 0;
      case RULE_NUMBER -> device.ruleNumber() > 0;
    };
  }

  /**
   * What is wrong with a value as it is written, one of several; empty when devices can have it.
   */
  public Optional<String> objection(String value) {
    return switch (this) {
      case NEXT_HOP -> address(value);
      case TUNNEL_NUMBER, RULE_NUMBER ->
          NUMBER.matcher(value).matches()
              ? Optional.empty()
              : Optional.of(no(value) + "number above 0");
      case WAN_INTERFACE, LAN_INTERFACE, WAN_ZONE, LAN_ZONE, VIRTUAL_ROUTER ->
          WORD.matcher(value).matches()
              ? Optional.empty()
              : Optional.of(no(value) + "name that a device gives");
    };
  }

  private static String no(String value) {
    return "'" + ShellText.oneLine(value) + "' is not a ";
  }

  private static Optional<String> address(String value) {
    try {
      Ipv4Address.parse(value);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
