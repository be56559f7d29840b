package org.vpnhub.ui.navigator;

import java.util.List;
import java.util.function.Function;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;

/**
 * One value of a new element.
 *
 * @param id last part of the id of its widget
 * @param label what it is called
 * @param value what stands in it at first
 * @param example what it may look like; shown while it is empty
 * @param choices what can be chosen; empty for free text
 * @param check says what is wrong with a value that is not empty; empty when nothing
 */
record Field(
    String id,
    String label,
    String value,
    String example,
    List<String> choices,
    Function<String, String> check) {

  static Field name(String value) {
    return new Field("name", "Name", value, "", List.of(), v -> "");
  }

  static Field word(String id, String label, String value, String example) {
    return new Field(id, label, value, example, List.of(), v -> "");
  }

  static Field prefix(String id, String label, String example) {
    return new Field(id, label, "", example, List.of(), Field::prefixFault);
  }

  static Field address(String label, String example) {
    return new Field("address", label, "", example, List.of(), Field::addressFault);
  }

  static Field choice(String id, String label, List<String> choices) {
    return new Field(id, label, choices.getFirst(), "", choices, v -> "");
  }

  /** What is wrong with a value; empty when nothing. */
  String fault(String value) {
    if (!value.isEmpty()) return check.apply(value);
    return example.isEmpty() ? "type a value" : "type a value such as " + example;
  }

  private static String prefixFault(String value) {
    try {
      Ipv4Prefix.parse(value);
      return "";
    } catch (IllegalArgumentException e) {
      return "'" + value + "' is no prefix such as 10.1.0.0/16, without host bits";
    }
  }

  private static String addressFault(String value) {
    try {
      Ipv4Address.parse(value);
      return "";
    } catch (IllegalArgumentException e) {
      return "'" + value + "' is no IPv4 address such as 203.0.113.10";
    }
  }
}
