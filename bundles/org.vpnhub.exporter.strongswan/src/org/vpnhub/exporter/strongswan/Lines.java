package org.vpnhub.exporter.strongswan;

/** Text of nested sections, indented by two spaces. */
final class Lines {
  private final StringBuilder text = new StringBuilder();
  private int depth;

  Lines line(String line) {
    if (!line.isEmpty()) text.append("  ".repeat(depth)).append(line);
    text.append('\n');
    return this;
  }

  Lines set(String key, String value) {
    return line(key + " = " + value);
  }

  Lines open(String name) {
    line(name + " {");
    depth++;
    return this;
  }

  Lines close() {
    depth--;
    return line("}");
  }

  /** All lines of another text at this depth. */
  Lines append(Lines other) {
    other.text.toString().lines().forEach(this::line);
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
