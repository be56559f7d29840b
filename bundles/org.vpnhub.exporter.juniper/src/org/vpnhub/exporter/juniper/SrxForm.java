package org.vpnhub.exporter.juniper;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A configuration as set commands, each with the line that it comes from: what is shown with braces
 * is flattened, as {@code display set} does.
 */
final class SrxForm {
  private static final Pattern BRACES = Pattern.compile("(?m)^(?!\\s*(set|#)\\s).*\\{\\s*$");

  /** Such as {@code ; ## SECRET-DATA}. */
  private static final Pattern REMARK = Pattern.compile("\\s*##.*$");

  private static final Pattern LIST = Pattern.compile("(.*?)\\s*\\[ (.*) ]");
  private static final String INACTIVE = "inactive:";

  private final StringBuilder text = new StringBuilder();
  private final List<Integer> lines = new ArrayList<>();
  private final Deque<String> path = new ArrayDeque<>();
  private final Deque<Boolean> inactive = new ArrayDeque<>();
  private boolean annotation;

  private SrxForm() {}

  /** Any text; one without braces stays as it is. */
  static SrxForm of(String configuration) {
    SrxForm form = new SrxForm();
    List<String> all = configuration.lines().toList();
    boolean braces = BRACES.matcher(configuration).find();
    for (int i = 0; i < all.size(); i++) {
      if (braces) form.flatten(all.get(i).strip(), i + 1);
      else form.add(all.get(i), i + 1);
    }
    return form;
  }

  String text() {
    return text.toString();
  }

  /** The line of the configuration that a line of the text comes from, both from 1. */
  int line(int ofText) {
    if (lines.isEmpty()) return 1;
    return lines.get(Math.clamp(ofText, 1, lines.size()) - 1);
  }

  private void flatten(String line, int number) {
    if (annotation || line.startsWith("/*")) {
      annotation = !line.endsWith("*/");
      return;
    }
    String words = REMARK.matcher(line).replaceFirst("");
    boolean off = words.startsWith(INACTIVE);
    if (off) words = words.substring(INACTIVE.length()).strip();
    if (words.endsWith("{")) {
      path.addLast(words.substring(0, words.length() - 1).strip());
      inactive.addLast(off);
    } else if (words.equals("}")) {
      close(number);
    } else if (words.endsWith(";")) {
      leaf(words.substring(0, words.length() - 1), number);
      if (off) add("deactivate " + under(words.substring(0, words.length() - 1)), number);
    } else if (!words.isEmpty() && !words.startsWith("#")) {
      add(words, number);
    }
  }

  private void close(int number) {
    if (path.isEmpty()) {
      add("}", number);
      return;
    }
    if (inactive.removeLast()) add("deactivate " + under(""), number);
    path.removeLast();
  }

  private void leaf(String words, int number) {
    Matcher list = LIST.matcher(words);
    if (!list.matches()) {
      add("set " + under(words), number);
      return;
    }
    for (String value : list.group(2).split(" ")) {
      add("set " + under(list.group(1) + " " + value), number);
    }
  }

  private String under(String words) {
    return (String.join(" ", path) + " " + words).strip();
  }

  private void add(String command, int number) {
    text.append(command).append('\n');
    lines.add(number);
  }
}
