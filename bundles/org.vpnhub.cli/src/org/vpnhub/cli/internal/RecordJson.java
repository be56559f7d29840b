package org.vpnhub.cli.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;

/**
 * Plans as JSON: a record is an object with its components, a value with a text of its own
 * (address, prefix, id, algorithm) is that text, an empty optional is null.
 */
final class RecordJson {
  private RecordJson() {}

  static JsonElement of(Object value) {
    return switch (value) {
      case Boolean b -> new JsonPrimitive(b);
      case Number n -> new JsonPrimitive(n);
      case Optional<?> o -> o.isEmpty() ? JsonNull.INSTANCE : of(o.get());
      case List<?> list -> {
        JsonArray array = new JsonArray();
        list.forEach(e -> array.add(of(e)));
        yield array;
      }
      case Record record when isStructure(record) -> object(record);
      default -> new JsonPrimitive(value.toString());
    };
  }

  private static boolean isStructure(Record record) {
    return record.toString().startsWith(record.getClass().getSimpleName() + "[");
  }

  private static JsonObject object(Record record) {
    JsonObject object = new JsonObject();
    for (RecordComponent c : record.getClass().getRecordComponents()) {
      try {
        object.add(c.getName(), of(c.getAccessor().invoke(record)));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("cannot read " + c, e);
      }
    }
    return object;
  }
}
