package org.vpnhub.ui.editor;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.edit.ModelDocument;

/**
 * A column of a table of elements.
 *
 * @param id its id in the file of settings and for tests
 * @param title its header
 * @param chars its usual width in characters
 * @param text what a cell says
 * @param edit how a cell is changed; null when it cannot be
 */
record Column<T>(
    String id, String title, int chars, Function<T, String> text, @Nullable Edit<T> edit) {

  /** How a cell is changed. */
  interface Edit<T> {
    /** Whether this element's cell can be changed. */
    default boolean possible(T element) {
      return true;
    }

    /** The texts to choose from; empty: any text. */
    default List<String> choices(T element) {
      return List.of();
    }

    /** Whether a text that is not among the choices is taken too. */
    default boolean open() {
      return false;
    }

    /** Makes the change, as one step. */
    void apply(ModelDocument document, T element, String text);
  }

  /** A column that only tells. */
  static <T> Column<T> of(String id, String title, int chars, Function<T, String> text) {
    return new Column<>(id, title, chars, text, null);
  }

  Column<T> edited(Edit<T> by) {
    return new Column<>(id, title, chars, text, by);
  }
}
