package org.vpnhub.ui.editor;

import org.jspecify.annotations.Nullable;
import org.vpnhub.model.IkeConfig;

/** What is said of a pre-shared key; never the key. */
final class KeyText {
  private KeyText() {}

  static String of(@Nullable IkeConfig ike) {
    if (ike == null) return "No phase 1, so no key.";
    boolean reference = ike.getPskReference() != null && !ike.getPskReference().isBlank();
    boolean literal = ike.getPsk() != null && !ike.getPsk().isEmpty();
    if (reference) return "Kept in the secret store as " + ike.getPskReference() + ".";
    if (literal) {
      return "Set, but in the model file, where everybody who reads the file reads it. Set it anew"
          + " to keep it in the secret store.";
    }
    return "Not set.";
  }
}
