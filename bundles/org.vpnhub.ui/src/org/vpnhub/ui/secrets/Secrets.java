package org.vpnhub.ui.secrets;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchListener;
import org.eclipse.ui.PlatformUI;
import org.vpnhub.base.Secret;
import org.vpnhub.model.ModelFiles;
import org.vpnhub.model.ModelFormatException;
import org.vpnhub.model.Site;
import org.vpnhub.model.SiteSync;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.planner.Planner;
import org.vpnhub.secrets.SecretFiles;
import org.vpnhub.secrets.SecretStoreException;
import org.vpnhub.ui.Documents;

/**
 * The keys of models, for the parts of the console that need them. A passphrase is asked for once;
 * then the store stays unlocked, in memory only, until it is locked or the console closes.
 */
public final class Secrets {
  static final OpenStores STORES = new OpenStores();

  static {
    PlatformUI.getWorkbench().addWorkbenchListener(new LockAtShutdown());
  }

  private Secrets() {}

  /**
   * Looks up the keys of a model by their references: those of its secret store, then those that
   * stand in the model itself. Asks for the passphrase when one is needed. The answer may be called
   * from any thread; who gets a key from it closes the key.
   *
   * @return empty when the user gave up, or was told that the store cannot be opened
   */
  public static Optional<Function<String, Optional<Secret>>> keys(Path model, Shell shell) {
    if (!unlock(model, shell)) return Optional.empty();
    Function<String, Optional<Secret>> stored = STORES.keys(model);
    Map<String, Secret> literal = literalKeys(model);
    return Optional.of(
        reference ->
            stored
                .apply(reference)
                .or(() -> Optional.ofNullable(literal.get(reference)).map(Secrets::copy)));
  }

  private static Map<String, Secret> literalKeys(Path model) {
    Path file = model.toAbsolutePath().normalize();
    for (ModelDocument d : Documents.all()) {
      if (d.file().equals(file)) return Planner.literalKeys(d.network());
    }
    try {
      return Planner.literalKeys(ModelFiles.load(file));
    } catch (ModelFormatException e) {
      return Map.of(); // a model that is only being made
    }
  }

  private static Secret copy(Secret secret) {
    byte[] bytes = secret.bytes();
    try {
      return new Secret(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /**
   * Makes random keys for those references that have none, in the store of a model; a store that a
   * key file locks is made when there is none.
   *
   * @return whether all have a key now; the user knows why not
   */
  public static boolean createKeys(Path model, Collection<String> references, Shell shell) {
    if (references.isEmpty()) return true;
    if (!unlock(model, shell)) return false;
    try {
      STORES.createMissing(model, references);
      return true;
    } catch (SecretStoreException | IllegalArgumentException e) {
      tell(shell, e);
      return false;
    }
  }

  /**
   * Like {@link #createKeys(Path, Collection, Shell)}, for the connections that were just made, and
   * for those of sites that were.
   */
  public static boolean createKeys(
      ModelDocument document, Collection<? extends EObject> made, Shell shell) {
    List<String> references =
        made.stream()
            .flatMap(Secrets::connections)
            .flatMap(c -> c.getTunnels().stream())
            .filter(t -> t.getIkeConfig() != null && t.getIkeConfig().getPskReference() != null)
            .map(t -> t.getIkeConfig().getPskReference())
            .filter(r -> !r.isBlank())
            .distinct()
            .toList();
    return createKeys(document.file(), references, shell);
  }

  private static Stream<VpnConnection> connections(EObject made) {
    return switch (made) {
      case Site s -> SiteSync.connections(s).stream();
      case VpnConnection c -> Stream.of(c);
      default -> Stream.empty();
    };
  }

  /** Whether the keys of a model can be used without a passphrase. */
  public static boolean isUnlocked(Path model) {
    try {
      return !STORES.needsPassphrase(model);
    } catch (SecretStoreException e) {
      return false;
    }
  }

  /**
   * Unlocks the store of a model with a passphrase that the user has just typed; from any thread.
   *
   * @throws SecretStoreException when it does not open the store
   */
  public static void unlock(Path model, char[] passphrase) throws SecretStoreException {
    STORES.hold(model, SecretFiles.beside(model).open(passphrase::clone));
  }

  /** Wipes the keys of a model from memory. */
  public static void lock(Path model) {
    STORES.lock(model);
  }

  /**
   * Opens the store of a model, if there is one; asks for the passphrase when one is needed.
   *
   * @return false when the user gave up, or was told that it cannot be opened
   */
  static boolean unlock(Path model, Shell shell) {
    try {
      if (STORES.needsPassphrase(model)) {
        return new PassphraseDialog(shell, STORES, model).open() == Window.OK;
      }
      STORES.store(model);
      return true;
    } catch (SecretStoreException e) {
      tell(shell, e);
      return false;
    }
  }

  static void tell(Shell shell, Exception e) {
    MessageDialog.openError(shell, "Keys", String.valueOf(e.getMessage()));
  }

  private static final class LockAtShutdown implements IWorkbenchListener {
    @Override
    public boolean preShutdown(IWorkbench workbench, boolean forced) {
      return true;
    }

    @Override
    public void postShutdown(IWorkbench workbench) {
      STORES.lockAll();
    }
  }
}
