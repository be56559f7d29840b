package org.vpnhub.ui.secrets;

import java.lang.reflect.InvocationTargetException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.dialogs.ProgressMonitorDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.vpnhub.base.Secret;
import org.vpnhub.model.Tunnel;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.secrets.Protection;
import org.vpnhub.secrets.SecretFiles;
import org.vpnhub.secrets.SecretStore;
import org.vpnhub.secrets.SecretStoreException;

/** The conversations with the user about the keys of one network. */
final class KeyDialogs {
  private static final String TITLE = "Keys";
  private static final int NAMED = 12;

  private final ModelDocument document;
  private final Shell shell;
  private final SecretFiles files;

  KeyDialogs(ModelDocument document, Shell shell) {
    this.document = document;
    this.shell = shell;
    files = SecretFiles.beside(document.file());
  }

  /** Sets the one key of some tunnels. */
  void set(List<Tunnel> tunnels) {
    if (!Secrets.unlock(document.file(), shell)) return;
    String device = KeyUse.farEnd(tunnels.getFirst());
    TwiceDialog dialog =
        new TwiceDialog(
            shell,
            new TwiceDialog.Words(
                "setkey",
                "Set Key",
                "Set the pre-shared key of " + device,
                "The device there needs the same key; export its configuration afterwards.",
                "Make a &random key of " + SecretStore.GENERATED_LENGTH + " characters",
                "&Type a key",
                "&Key:",
                "Set Key"),
            Typed::key);
    if (dialog.open() != Window.OK) return;
    char[] typed = dialog.answer();
    try (Secret key =
        typed.length == 0 ? SecretStore.generate(new SecureRandom()) : Typed.secret(typed)) {
      SecretStore store = Secrets.STORES.storeOrNew(document.file());
      Map<Tunnel, String> references = references(tunnels, store);
      for (String r : new TreeSet<>(references.values())) store.put(r, key);
      refer(references);
      tellDevices(references.values());
    } catch (SecretStoreException | IllegalArgumentException e) {
      Secrets.tell(shell, e);
    }
  }

  /** Makes new random keys for tunnels. */
  void rotate(List<Tunnel> tunnels) {
    var names = new TreeSet<>(KeyUse.devices(document.network(), KeyUse.references(tunnels)));
    tunnels.forEach(t -> names.add(KeyUse.farEnd(t)));
    String question =
        "Make "
            + (names.size() == 1 ? "a new random key" : "new random keys")
            + " for "
            + some(names)
            + "?\n\nThe old "
            + (names.size() == 1 ? "key is" : "keys are")
            + " gone then. Tunnels that are up stay up until they are negotiated anew;"
            + " then both ends need the new key.";
    if (!confirm("Rotate Keys", question, "Make New Keys")) return;
    if (!Secrets.unlock(document.file(), shell)) return;
    try {
      SecretStore store = Secrets.STORES.storeOrNew(document.file());
      Map<Tunnel, String> references = references(tunnels, store);
      store.rotateAll(new TreeSet<>(references.values()));
      refer(references);
      tellDevices(references.values());
    } catch (SecretStoreException | IllegalArgumentException e) {
      Secrets.tell(shell, e);
    }
  }

  /** The reference of each tunnel; a new one where there is none. */
  private Map<Tunnel, String> references(List<Tunnel> tunnels, SecretStore store) {
    Map<Tunnel, String> references = new HashMap<>();
    for (Tunnel t : tunnels) {
      String reference = KeyUse.reference(t);
      if (reference.isEmpty()) {
        List<String> taken = new ArrayList<>(store.references());
        taken.addAll(references.values());
        reference = KeyUse.freshReference(document.network(), t, taken);
      }
      references.put(t, reference);
    }
    return references;
  }

  private void refer(Map<Tunnel, String> references) {
    document.execute("Use a key of the secret store", () -> references.forEach(KeyUse::refer));
  }

  private void tellDevices(Collection<String> references) {
    List<String> devices = KeyUse.devices(document.network(), references);
    MessageDialog.openInformation(
        shell,
        TITLE,
        "Done. "
            + (devices.size() == 1 ? "The device of " : "The devices of ")
            + some(devices)
            + (devices.size() == 1 ? " has" : " have")
            + " to be configured anew: use Export Device Configurations, then deploy the network"
            + " to the hub.");
  }

  /** Shows the key of a tunnel, after a question. */
  void reveal(Tunnel tunnel) {
    String device = KeyUse.farEnd(tunnel);
    String question =
        "Show the key of " + device + " in clear?\n\nMake sure that nobody else sees your screen.";
    if (!confirm("Reveal Key", question, "Show Key")) return;
    if (!Secrets.unlock(document.file(), shell)) return;
    Optional<Secret> found =
        KeyUse.isLiteral(tunnel)
            ? Optional.of(Secret.ofText(tunnel.getIkeConfig().getPsk()))
            : Secrets.STORES.keys(document.file()).apply(KeyUse.reference(tunnel));
    if (found.isEmpty()) {
      MessageDialog.openInformation(
          shell, TITLE, device + " has no key yet: Set Key or Rotate Keys makes one.");
      return;
    }
    try (Secret key = found.get()) {
      new RevealDialog(shell, "Key of " + device, key).open();
    }
  }

  void unlock() {
    String name = String.valueOf(document.file().getFileName());
    if (!files.exists()) {
      tell(name + " has no secret store yet. Set Key or Rotate Keys makes one.");
    } else if (Secrets.isUnlocked(document.file())) {
      tell(
          protection() == Protection.KEY_FILE
              ? "The keys of " + name + " are opened by a key file; there is nothing to unlock."
              : "The keys of " + name + " are unlocked.");
    } else {
      Secrets.unlock(document.file(), shell);
    }
  }

  void lock() {
    Secrets.lock(document.file());
    String name = String.valueOf(document.file().getFileName());
    if (!files.exists()) {
      tell(name + " has no secret store yet.");
    } else if (protection() == Protection.KEY_FILE) {
      tell(
          "The keys of "
              + name
              + " are wiped from memory, but a key file beside the network opens them again without"
              + " a question. Change Protection sets a passphrase.");
    } else {
      tell("The keys of " + name + " are locked.");
    }
  }

  private Protection protection() {
    try {
      return SecretStore.protection(files.store());
    } catch (SecretStoreException e) {
      return Protection.PASSPHRASE; // it opens with nothing; the user is told when it is tried
    }
  }

  /** Changes what the store is locked with. */
  void protect() {
    if (!Secrets.unlock(document.file(), shell)) return;
    boolean byPassphrase = files.exists() && protection() == Protection.PASSPHRASE;
    TwiceDialog dialog =
        new TwiceDialog(
            shell,
            new TwiceDialog.Words(
                "protect",
                "Change Protection",
                "How are the keys of " + document.file().getFileName() + " protected?",
                byPassphrase
                    ? "A passphrase opens them now."
                    : "A key file beside the network opens them now, without a question.",
                "By a key &file that only you may read: no question is asked",
                "By a &passphrase: it is asked for once after each start",
                "&Passphrase:",
                "Protect"),
            Typed::passphrase);
    if (dialog.startTyped().open() != Window.OK) return;
    protect(dialog.answer());
  }

  /** Argon2id takes a moment: not on the thread of the user interface. */
  private void protect(char[] passphrase) {
    try {
      SecretStore store = Secrets.STORES.storeOrNew(document.file());
      new ProgressMonitorDialog(shell)
          .run(
              true,
              false,
              monitor -> {
                monitor.beginTask("Locking the keys", -1);
                try {
                  if (passphrase.length == 0) files.lockWithKeyFile(store);
                  else files.lockWithPassphrase(store, passphrase);
                } catch (SecretStoreException e) {
                  throw new InvocationTargetException(e);
                }
              });
    } catch (InvocationTargetException e) {
      Secrets.tell(shell, (Exception) e.getCause());
    } catch (SecretStoreException e) {
      Secrets.tell(shell, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      Arrays.fill(passphrase, '\0');
    }
  }

  private boolean confirm(String title, String question, String yes) {
    return MessageDialog.open(MessageDialog.QUESTION, shell, title, question, 0, yes, "Cancel")
        == 0;
  }

  private void tell(String message) {
    MessageDialog.openInformation(shell, TITLE, message);
  }

  private static String some(Collection<String> names) {
    String text = String.join(", ", names.stream().limit(NAMED).toList());
    int more = names.size() - NAMED;
    return more > 0 ? text + " and " + more + " more" : text;
  }
}
