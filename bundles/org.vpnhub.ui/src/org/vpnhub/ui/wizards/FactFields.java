package org.vpnhub.ui.wizards;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.swt.widgets.Text;
import org.vpnhub.exporter.SiteFact;
import org.vpnhub.ui.wizards.logic.SiteColumn;

/**
 * A field for each fact that the chosen device needs. What was typed for another device stays in
 * its hidden field, and is there again with that device.
 */
final class FactFields {
  private final FieldGrid fields;
  private final Map<SiteColumn, Text> texts = new EnumMap<>(SiteColumn.class);
  private Map<SiteColumn, String> shown = Map.of();

  FactFields(FieldGrid fields) {
    this.fields = fields;
    for (SiteColumn c : SiteColumn.values()) c.fact().ifPresent(f -> add(c, f));
  }

  private void add(SiteColumn column, SiteFact fact) {
    String words = fact.words();
    String tip = Character.toUpperCase(words.charAt(0)) + words.substring(1);
    texts.put(column, fields.text(column.field(), column.title() + ":", "", tip));
    fields.show(column.field(), false);
  }

  /**
   * Shows the fields that a device needs, each with its example.
   *
   * @return whether they are others than before
   */
  boolean show(Map<SiteColumn, String> needs) {
    if (needs.equals(shown)) return false;
    boolean others = !needs.keySet().equals(shown.keySet());
    shown = needs;
    texts.forEach(
        (column, text) -> {
          text.setMessage(needs.getOrDefault(column, ""));
          fields.show(column.field(), needs.containsKey(column));
        });
    return others;
  }

  /** All that was typed, by the names of the columns. */
  Map<String, String> values() {
    Map<String, String> values = new HashMap<>();
    texts.forEach((column, text) -> values.put(column.column(), text.getText().strip()));
    values.values().removeIf(String::isEmpty);
    return values;
  }
}
