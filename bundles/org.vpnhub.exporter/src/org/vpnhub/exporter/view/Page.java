package org.vpnhub.exporter.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vpnhub.exporter.ChecklistSection;
import org.vpnhub.exporter.ChecklistSection.Item;

/** A page of a device's user interface in the making: its fields in the order of the page. */
public final class Page {
  private final String title;
  private final List<Item> items = new ArrayList<>();

  public Page(String title) {
    this.title = title;
  }

  /** A field and its value, or a step without one; never a key. */
  public Page add(String what, Object value) {
    items.add(new Item(what, value.toString()));
    return this;
  }

  /** A field with one value on each line; left out when there is none. */
  public Page add(String what, List<?> values) {
    if (values.isEmpty()) return this;
    return add(what, values.stream().map(Object::toString).collect(Collectors.joining("\n")));
  }

  /** Like {@link #add(String, Object)}, only where a condition holds. */
  public Page addIf(boolean holds, String what, Object value) {
    return holds ? add(what, value) : this;
  }

  /** The page as a part of a checklist. */
  public ChecklistSection section() {
    return new ChecklistSection(title, items);
  }
}
