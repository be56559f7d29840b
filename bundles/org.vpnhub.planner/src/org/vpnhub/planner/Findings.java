package org.vpnhub.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.model.NamedElement;

/** Reads values of the model as they are written, and keeps what is wrong with them. */
final class Findings {
  private final List<Problem> problems = new ArrayList<>();

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  void error(String code, NamedElement element, String kind, String message, String remedy) {
    add(code, Severity.ERROR, element, kind, message, remedy);
  }

  void warning(String code, NamedElement element, String kind, String message, String remedy) {
    add(code, Severity.WARNING, element, kind, message, remedy);
  }

  void add(Problem problem) {
    problems.add(problem);
  }

  private void add(
      String code,
      Severity severity,
      NamedElement element,
      String kind,
      String message,
      String remedy) {
    problems.add(
        new Problem(code, severity, id(element), kind + " " + name(element), message, remedy));
  }

  /** A prefix; A01 and empty when it is malformed. */
  Optional<Ipv4Prefix> prefix(
      @Nullable String text, NamedElement element, String kind, String feature) {
    if (text == null || text.isBlank()) {
      error("A01", element, kind, "has no " + feature, "give a CIDR block such as 10.10.10.0/24");
      return Optional.empty();
    }
    try {
      return Optional.of(Ipv4Prefix.parse(text.strip()));
    } catch (IllegalArgumentException e) {
      error("A01", element, kind, feature + ": " + e.getMessage(), remedy(text.strip()));
      return Optional.empty();
    }
  }

  private static String remedy(String text) {
    try {
      return "write " + Ipv4Prefix.parseMasked(text);
    } catch (IllegalArgumentException e) {
      return "write a CIDR block such as 10.10.10.0/24";
    }
  }

  /** All prefixes of a list that are well-formed; A01 for each other one. */
  List<Ipv4Prefix> prefixes(List<String> texts, NamedElement element, String kind, String feature) {
    List<Ipv4Prefix> result = new ArrayList<>();
    for (String text : texts) {
      prefix(text, element, kind, feature).filter(p -> !result.contains(p)).ifPresent(result::add);
    }
    return result;
  }

  /** An address; a problem and empty when it is malformed or not given. */
  Optional<Ipv4Address> address(
      String code, @Nullable String text, NamedElement element, String kind, String feature) {
    try {
      if (text != null && !text.isBlank()) return Optional.of(Ipv4Address.parse(text.strip()));
      error(code, element, kind, "has no " + feature, "give an address such as 203.0.113.10");
    } catch (IllegalArgumentException e) {
      error(code, element, kind, feature + ": " + e.getMessage(), "write an IPv4 address");
    }
    return Optional.empty();
  }

  static String name(NamedElement element) {
    String name = element.getName();
    return name == null || name.isBlank() ? id(element) : name;
  }

  static String id(NamedElement element) {
    return text(element.getId());
  }

  static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
