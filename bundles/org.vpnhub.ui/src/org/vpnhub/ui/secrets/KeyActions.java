package org.vpnhub.ui.secrets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.widgets.Shell;
import org.vpnhub.base.Secret;
import org.vpnhub.model.Network;
import org.vpnhub.model.Tunnel;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.secrets.SecretStore;
import org.vpnhub.secrets.SecretStoreException;

/**
 * Changes of keys that concern store and model: the store first, so that a model never refers to a
 * key that is not there. Undo takes back the model's part; the store keeps the key.
 */
final class KeyActions {
  private KeyActions() {}

  /** Gives the tunnels of an element new random keys of their own. */
  static void renew(ModelDocument document, String elementId, Shell shell) {
    change(
        document,
        "Use a new key of the secret store",
        shell,
        store -> {
          List<Tunnel> tunnels = KeyUse.tunnels(document.network(), elementId);
          Map<Tunnel, String> references = ownReferences(document.network(), tunnels, store);
          store.rotateAll(references.values());
          return references;
        });
  }

  /** Moves the keys that stand in an element of the model to the secret store. */
  static void move(ModelDocument document, String elementId, Shell shell) {
    change(
        document,
        "Move the key to the secret store",
        shell,
        store -> {
          List<Tunnel> tunnels = KeyUse.tunnels(document.network(), elementId);
          return move(document.network(), tunnels, store);
        });
  }

  /** Puts the keys of tunnels into the store; what the model's tunnels have to refer to then. */
  static Map<Tunnel, String> move(Network network, List<Tunnel> tunnels, SecretStore store)
      throws SecretStoreException {
    Map<Tunnel, String> references = new HashMap<>();
    Map<String, Secret> keys = new HashMap<>();
    try {
      List<String> taken = new ArrayList<>(store.references());
      for (Tunnel t : tunnels) {
        if (t.getIkeConfig() == null || t.getIkeConfig().getPsk() == null) continue;
        if (!KeyUse.isLiteral(t)) {
          references.put(t, KeyUse.reference(t)); // the reference wins: the key is not used
          continue;
        }
        String reference = KeyUse.freshReference(network, t, taken);
        taken.add(reference);
        references.put(t, reference);
        keys.put(reference, Secret.ofText(t.getIkeConfig().getPsk()));
      }
      if (!keys.isEmpty()) store.putAll(keys);
    } finally {
      keys.values().forEach(Secret::close);
    }
    return references;
  }

  /** A reference for each tunnel that no device of another site uses. */
  static Map<Tunnel, String> ownReferences(
      Network network, List<Tunnel> tunnels, SecretStore store) {
    Map<Tunnel, String> references = new HashMap<>();
    List<String> taken = new ArrayList<>(store.references());
    for (Tunnel t : tunnels) {
      if (t.getIkeConfig() == null) continue;
      boolean own = !KeyUse.reference(t).isEmpty() && !KeyUse.isShared(network, t);
      String reference = own ? KeyUse.reference(t) : KeyUse.freshReference(network, t, taken);
      taken.add(reference);
      references.put(t, reference);
    }
    return references;
  }

  private interface StoreChange {
    Map<Tunnel, String> apply(SecretStore store) throws SecretStoreException;
  }

  private static void change(
      ModelDocument document, String label, Shell shell, StoreChange change) {
    if (!Secrets.unlock(document.file(), shell)) return;
    try {
      Map<Tunnel, String> references = change.apply(Secrets.STORES.storeOrNew(document.file()));
      document.execute(label, () -> references.forEach(KeyUse::refer));
    } catch (SecretStoreException | IllegalArgumentException e) {
      Secrets.tell(shell, e);
    }
  }
}
