package org.vpnhub.exporter;

import java.util.List;

/**
 * A part of the checklist: a page of a device's user interface, or a step at its command line.
 *
 * @param title what the part is about, for example {@code Install} or {@code Verify}
 * @param items in the order in which they are done
 */
public record ChecklistSection(String title, List<Item> items) {
  /** Title of the part that says how to see that the tunnel works; every checklist has it. */
  public static final String VERIFY = "Verify";

  /** Title of the part that takes everything back; every checklist has it. */
  public static final String ROLL_BACK = "Roll back";

  public ChecklistSection {
    items = List.copyOf(items);
  }

  /**
   * One thing to do, to fill in or to see.
   *
   * @param what the step, or the field of the user interface
   * @param value the command, the field's value or the expected output; empty when there is none
   */
  public record Item(String what, String value) {}

  void appendTo(StringBuilder text) {
    text.append(title).append('\n');
    for (Item item : items) {
      text.append("  [ ] ").append(item.what()).append('\n');
      if (item.value().isEmpty()) continue;
      for (String line : item.value().split("\n", -1)) {
        text.append("        ").append(line).append('\n');
      }
    }
  }
}
