package org.vpnhub.ui;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import org.vpnhub.model.ModelFiles;
import org.vpnhub.model.Network;

/**
 * Why a model was not saved, in words for the user.
 *
 * @param what what is wrong, naming the file
 * @param remedy what to do about it
 */
record SaveFailure(String what, String remedy) {
  private static final String ELSEWHERE = "save it elsewhere with File > Save As";
  private static final Set<PosixFilePermission> WRITERS =
      Set.of(
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_WRITE);

  /** What would keep a file from being saved, as far as can be told before. */
  static Optional<SaveFailure> before(Path file) {
    if (!Files.exists(file)) return Optional.empty();
    if (isReadOnly(file)) {
      String what = "The file " + file + " is read-only.";
      String remedy = "Allow writing in the properties of the file, or " + ELSEWHERE + ".";
      return Optional.of(new SaveFailure(what, remedy));
    }
    return Files.isWritable(file) ? Optional.empty() : Optional.of(forbidden(file));
  }

  /** Why the attempt to save has failed. */
  static SaveFailure of(Path file, Network network, IOException failure) {
    Optional<String> lossy = lossy(network);
    if (lossy.isPresent()) {
      return new SaveFailure(
          "The model cannot be written to " + file + " without loss: " + lossy.get() + ".",
          "Correct that element, or undo the change that made it so, and save again.");
    }
    String text = String.valueOf(failure.getMessage());
    if (text.contains("No space left") || text.contains("quota exceeded")) {
      return new SaveFailure(
          "There is no space left on the disk for " + file + ".",
          "Free some space and save again, or " + ELSEWHERE + ".");
    }
    Throwable root = root(failure);
    if (root instanceof NoSuchFileException) {
      return new SaveFailure(
          "The folder " + file.getParent() + " does not exist any more.",
          "Create it again and save, or " + ELSEWHERE + ".");
    }
    if (root instanceof AccessDeniedException || text.contains("Read-only file system")) {
      return forbidden(file);
    }
    return new SaveFailure(
        "The file " + file + " could not be written: " + reason(root) + ".",
        "Check the disk and the folder and save again, or " + ELSEWHERE + ".");
  }

  private static SaveFailure forbidden(Path file) {
    return new SaveFailure(
        "The folder " + file.getParent() + " does not allow " + file.getFileName() + " to change.",
        "Allow writing to the folder and save again, or " + ELSEWHERE + ".");
  }

  /** The sentence for a dialog. */
  String text() {
    return what + "\n\n" + remedy + "\n\nYour changes are still here, and the old file is kept.";
  }

  private static boolean isReadOnly(Path file) {
    try {
      var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
      if (view == null) return !Files.isWritable(file);
      return view.readAttributes().permissions().stream().noneMatch(WRITERS::contains);
    } catch (IOException e) {
      return false;
    }
  }

  private static Optional<String> lossy(Network network) {
    try {
      ModelFiles.toText(network);
      return Optional.empty();
    } catch (IOException e) {
      String text = String.valueOf(e.getMessage());
      return Optional.of(text.replaceFirst("^the model cannot be saved: ", ""));
    }
  }

  private static Throwable root(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null ? failure : root(cause);
  }

  private static String reason(Throwable failure) {
    String reason = failure instanceof FileSystemException f ? f.getReason() : failure.getMessage();
    return reason == null ? failure.getClass().getSimpleName() : reason;
  }
}
