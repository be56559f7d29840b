package org.vpnhub.hub.internal;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What differs between two records of one type, component by component, for people. */
public final class RecordDiff {
  private RecordDiff() {}

  /** Lines such as {@code ike.encryption: aes256gcm16 -> aes128gcm16}. */
  public static List<String> lines(Record before, Record after) {
    List<String> lines = new ArrayList<>();
    compare("", before, after, lines);
    return lines;
  }

  private static void compare(String path, Record before, Record after, List<String> lines) {
    for (RecordComponent component : before.getClass().getRecordComponents()) {
      Object old = value(component, before);
      Object now = value(component, after);
      if (Objects.equals(old, now)) continue;
      String name = path + component.getName();
      if (isStructure(old) && old.getClass() == now.getClass()) {
        compare(name + ".", (Record) old, (Record) now, lines);
      } else if (old instanceof List<?> a && now instanceof List<?> b && areAlike(a, b)) {
        for (int i = 0; i < a.size(); i++) {
          String one = a.size() == 1 ? name : name + "[" + i + "]";
          compare(one + ".", (Record) a.get(i), (Record) b.get(i), lines);
        }
      } else {
        lines.add(name + ": " + text(old) + " -> " + text(now));
      }
    }
  }

  /** Lists of as many records, which are best compared one by one. */
  private static boolean areAlike(List<?> a, List<?> b) {
    return a.size() == b.size()
        && a.stream().allMatch(RecordDiff::isStructure)
        && b.stream().allMatch(RecordDiff::isStructure);
  }

  /** A record of several values that has no text of its own. */
  private static boolean isStructure(Object value) {
    return value instanceof Record r
        && r.getClass().getRecordComponents().length > 1
        && value.toString().startsWith(r.getClass().getSimpleName() + "[");
  }

  private static Object value(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }

  private static String text(Object value) {
    return switch (value) {
      case Optional<?> o -> o.isEmpty() ? "none" : text(o.get());
      case List<?> l ->
          l.isEmpty() ? "none" : String.join(", ", l.stream().map(RecordDiff::text).toList());
      case Record r when isStructure(r) -> structure(r);
      case String s when s.isEmpty() -> "none";
      default -> value.toString();
    };
  }

  private static String structure(Record record) {
    List<String> parts = new ArrayList<>();
    for (RecordComponent c : record.getClass().getRecordComponents()) {
      parts.add(c.getName() + " " + text(value(c, record)));
    }
    return "(" + String.join(", ", parts) + ")";
  }
}
