package org.vpnhub.cli.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Collection;
import java.util.Locale;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.exporter.ShellText;

/** Lists of problems as text and as JSON. */
final class Problems {
  private Problems() {}

  private static String word(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  /** Each problem with its remedy on a line of its own, whatever line ends the names in it have. */
  static String text(Collection<Problem> problems) {
    StringBuilder text = new StringBuilder();
    for (Problem p : problems) {
      String head = "%-7s %-4s ".formatted(word(p.severity()), p.code());
      String sentence = ShellText.oneLine(p.element() + ": " + p.message());
      text.append(head).append(sentence).append('\n');
      if (!p.remedy().isEmpty()) {
        text.append(" ".repeat(head.length())).append("-> ").append(p.remedy()).append('\n');
      }
    }
    return text.toString();
  }

  static JsonArray json(Collection<Problem> problems) {
    JsonArray array = new JsonArray();
    for (Problem p : problems) {
      JsonObject o = new JsonObject();
      o.addProperty("id", p.code());
      o.addProperty("severity", word(p.severity()));
      o.addProperty("element", p.element());
      o.addProperty("elementId", p.elementId());
      o.addProperty("message", p.message());
      o.addProperty("remedy", p.remedy());
      array.add(o);
    }
    return array;
  }
}
