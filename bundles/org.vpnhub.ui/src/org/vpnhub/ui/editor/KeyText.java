package org.vpnhub.ui.editor;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.IkeConfig;

/** What is said of a pre-shared key; never the key. */
final class KeyText {
  private KeyText() {}

  /**
   * @param isStored whether the secret store has the key; empty while the store is locked
   */
  static String of(@Nullable IkeConfig ike, Optional<Boolean> isStored) {
    if (ike == null) return "No phase 1, so no key.";
    boolean reference = ike.getPskReference() != null && !ike.getPskReference().isBlank();
    boolean literal = ike.getPsk() != null && !ike.getPsk().isEmpty();
    if (reference) return stored(ike.getPskReference(), isStored);
    if (literal) {
      return "Set, but in the model file, where everybody who reads the file reads it. Set it anew"
          + " to keep it in the secret store.";
    }
    return "Not set.";
  }

  private static String stored(String reference, Optional<Boolean> isStored) {
    return isStored
        .map(s -> s ? "Set: " + reference : "Not set: the store has no " + reference)
        .orElse(reference + " in the secret store, which is locked");
  }
}
