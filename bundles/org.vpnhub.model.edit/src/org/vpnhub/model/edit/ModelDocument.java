package org.vpnhub.model.edit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.emf.common.command.AbstractCommand;
import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.notify.impl.AdapterImpl;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.eclipse.emf.edit.provider.ReflectiveItemProviderAdapterFactory;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.ModelFiles;
import org.vpnhub.model.ModelFormatException;
import org.vpnhub.model.Network;

/**
 * An open model file: one network and one command stack, shared by every editor and view that shows
 * the file, so that what one of them does the others show and can undo.
 *
 * <p>Belongs to the thread that opened it. Every change goes through {@link #execute}.
 */
public final class ModelDocument {
  /** What has happened to a document. */
  public enum Event {
    /** A command was executed, undone or redone. */
    CHANGED,
    /** The same, of one that leaves the model as it is: only what can be undone is another. */
    ARRANGED,
    /** It was saved. */
    SAVED,
    /** It was read anew: {@link #network()} is another object, and there is nothing to undo. */
    RELOADED;

    /** Whether the model may be another than before. */
    public boolean changesModel() {
      return this == CHANGED || this == RELOADED;
    }
  }

  /** How the file stands to what was last read or saved. */
  public enum Outside {
    SAME,
    CHANGED,
    GONE
  }

  /** Hears of what happens to a document. */
  @FunctionalInterface
  public interface Listener {
    void documentChanged(ModelDocument document, Event event);
  }

  private final Path file;
  private final Stack stack = new Stack();
  private final AdapterFactoryEditingDomain domain =
      new AdapterFactoryEditingDomain(new ReflectiveItemProviderAdapterFactory(), stack);
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private Network network;
  private byte[] digest;
  private final Map<Command, Long> revisions = new WeakHashMap<>();
  private long lastRevision;
  private long revisionAsRead;
  private @Nullable ModelTree tree;

  private ModelDocument(Path file) throws ModelFormatException {
    this.file = file;
    digest = digestOrEmpty(file);
    network = load();
    stack.addCommandStackListener(
        event -> {
          boolean arranged = stack.getMostRecentCommand() instanceof AbstractCommand.NonDirtying;
          if (!arranged) tree = null;
          tell(arranged ? Event.ARRANGED : Event.CHANGED);
        });
  }

  /**
   * Opens a model file.
   *
   * @throws ModelFormatException when the file is missing or is no model; one line for the user
   */
  public static ModelDocument open(Path file) throws ModelFormatException {
    return new ModelDocument(file.toAbsolutePath().normalize());
  }

  /** The document of an element; empty when it is in none. */
  public static Optional<ModelDocument> of(EObject element) {
    return EcoreUtil.getRootContainer(element).eAdapters().stream()
        .filter(Owner.class::isInstance)
        .map(a -> ((Owner) a).document())
        .findFirst();
  }

  private Network load() throws ModelFormatException {
    Network loaded = ModelFiles.load(file);
    loaded.eAdapters().add(new Owner(this));
    return loaded;
  }

  /** The file, absolute and normalised. */
  public Path file() {
    return file;
  }

  /** The network; another object after {@link Event#RELOADED}. */
  public Network network() {
    return network;
  }

  /** The domain whose command stack is this document's. */
  public EditingDomain domain() {
    return domain;
  }

  /**
   * Names the state that the model is in: each change and each reload leads to a number that was
   * never there before, and undo back to the one that was.
   */
  public long revision() {
    return stack
        .lastChange()
        .map(c -> revisions.computeIfAbsent(c, k -> ++lastRevision))
        .orElse(revisionAsRead);
  }

  /** The tree of the model as it is after the last command; to be asked for between commands. */
  public ModelTree tree() {
    ModelTree now = tree == null ? new ModelTree(network) : tree;
    tree = now;
    return now;
  }

  /**
   * Executes a command, which can then be undone.
   *
   * @throws RuntimeException what the command throws; the model is then as it was
   */
  public void execute(Command command) {
    stack.execute(command);
  }

  /**
   * Makes a change that is recorded, so that it can be undone as one. Nothing is put on the command
   * stack when nothing changes.
   *
   * @param label what it does, for the Undo menu: "Add site Suzhou"
   */
  public void execute(String label, Runnable change) {
    stack.execute(new RecordedChange(label, network, change));
  }

  public boolean canUndo() {
    return stack.canUndo();
  }

  public boolean canRedo() {
    return stack.canRedo();
  }

  /** What {@link #undo} would take back; empty when there is nothing. */
  public String undoLabel() {
    return canUndo() ? stack.getUndoCommand().getLabel() : "";
  }

  /** What {@link #redo} would do again; empty when there is nothing. */
  public String redoLabel() {
    return canRedo() ? stack.getRedoCommand().getLabel() : "";
  }

  public void undo() {
    stack.undo();
  }

  public void redo() {
    stack.redo();
  }

  public boolean isDirty() {
    return stack.isSaveNeeded();
  }

  /** Compares the file with what was last read or saved. */
  public Outside outside() {
    if (!Files.exists(file)) return Outside.GONE;
    return MessageDigest.isEqual(digest, digestOrEmpty(file)) ? Outside.SAME : Outside.CHANGED;
  }

  /**
   * Saves, all or nothing; when it fails the old file is untouched.
   *
   * @throws ChangedOutsideException when somebody else has changed the file
   * @throws IOException when the model cannot be written without loss, or the file cannot be
   */
  public void save() throws IOException {
    if (outside() == Outside.CHANGED) throw new ChangedOutsideException(file);
    overwrite();
  }

  /** Saves over what somebody else may have written. */
  public void overwrite() throws IOException {
    ModelFiles.save(network, file);
    digest = digestOrEmpty(file);
    stack.saveIsDone();
    tell(Event.SAVED);
  }

  /**
   * Reads the file anew; what was not saved is lost.
   *
   * @throws ModelFormatException when it is missing or no model; nothing has changed then
   */
  public void reload() throws ModelFormatException {
    byte[] next = digestOrEmpty(file);
    Network loaded = load();
    network.eAdapters().removeIf(Owner.class::isInstance);
    network = loaded;
    digest = next;
    revisionAsRead = ++lastRevision;
    tree = null;
    stack.flush();
    stack.saveIsDone();
    tell(Event.RELOADED);
  }

  public void addListener(Listener listener) {
    listeners.add(listener);
  }

  public void removeListener(Listener listener) {
    listeners.remove(listener);
  }

  private void tell(Event event) {
    for (Listener l : listeners) l.documentChanged(this, event);
  }

  private static byte[] digestOrEmpty(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(in, sha256).transferTo(OutputStream.nullOutputStream());
      return sha256.digest();
    } catch (NoSuchFileException e) {
      return new byte[0];
    } catch (IOException e) {
      return new byte[1];
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Lets what a command throws through, where EMF's own would only log it. */
  private static final class Stack extends BasicCommandStack {
    /** The last change of the model that can be undone. */
    Optional<Command> lastChange() {
      for (int i = top; i >= 0; i--) {
        Command command = commandList.get(i);
        if (!(command instanceof AbstractCommand.NonDirtying)) return Optional.of(command);
      }
      return Optional.empty();
    }

    @Override
    protected void handleError(Exception exception) {
      if (exception instanceof RuntimeException e) throw e;
      throw new IllegalStateException(exception);
    }
  }

  /** Leads from the root of a model to its document. */
  private static final class Owner extends AdapterImpl {
    private final ModelDocument document;

    Owner(ModelDocument document) {
      this.document = document;
    }

    ModelDocument document() {
      return document;
    }
  }
}
