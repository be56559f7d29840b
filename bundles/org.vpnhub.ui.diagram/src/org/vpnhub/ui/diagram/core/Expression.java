package org.vpnhub.ui.diagram.core;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An expression of a definition; the three kinds that need no interpreter, and plain text. */
sealed interface Expression {
  /** {@code service:receiver.method(a, b)}; the receiver is {@code self} when none is named. */
  record Service(String receiver, String method, List<String> arguments) implements Expression {}

  /** {@code feature:name} of self. */
  record Feature(String name) implements Expression {}

  /** {@code var:name}. */
  record Variable(String name) implements Expression {}

  /** Anything without a prefix stands for itself. */
  record Text(String text) implements Expression {}

  Pattern SERVICE =
      Pattern.compile("(?:(\\w+)\\s*\\.\\s*)?(\\w+)\\s*(?:\\(\\s*([\\w\\s,]*?)\\s*\\))?");
  Pattern OTHER_LANGUAGE = Pattern.compile("(?s)\\s*([a-z]+:|\\[|<%|\\$).*");

  /**
   * Parses an expression.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  static Expression parse(String text) {
    if (text.startsWith("service:")) return service(text);
    if (text.startsWith("feature:")) return new Feature(name(text, "feature:"));
    if (text.startsWith("var:")) return new Variable(name(text, "var:"));
    if (OTHER_LANGUAGE.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is neither service:, feature:, var: nor plain text");
    }
    return new Text(text);
  }

  private static Expression service(String text) {
    Matcher m = SERVICE.matcher(text.substring("service:".length()).strip());
    if (!m.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not of the form service:receiver.method(variable, variable)");
    }
    String arguments = m.group(3) == null ? "" : m.group(3);
    return new Service(
        m.group(1) == null ? "self" : m.group(1),
        m.group(2),
        arguments.isBlank() ? List.of() : Arrays.asList(arguments.split("\\s*,\\s*")));
  }

  private static String name(String text, String prefix) {
    String name = text.substring(prefix.length()).strip();
    if (name.matches("\\w+")) return name;
    throw new IllegalArgumentException("'" + text + "' does not name one thing after the colon");
  }
}
