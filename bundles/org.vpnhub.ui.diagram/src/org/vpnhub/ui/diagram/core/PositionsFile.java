package org.vpnhub.ui.diagram.core;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file that keeps the positions of a diagram beside its model: {@code NAME.vpnhub.layout}.
 * Text: a heading, then a line for each node with its key, x, y, width and height. It can be
 * deleted without harm.
 */
public final class PositionsFile {
  private static final String HEADING = "vpnhub layout 1";
  private static final int MAX_BYTES = 8 << 20;
  private static final Pattern LINE =
      Pattern.compile("(\\S{1,400}) (-?\\d{1,6}) (-?\\d{1,6}) (\\d{1,5}) (\\d{1,5})");

  private PositionsFile() {}

  /** The file of a model. */
  public static Path of(Path model) {
    return model.resolveSibling(model.getFileName() + ".layout");
  }

  /**
   * Reads the positions of a diagram's nodes; those of other nodes are left out.
   *
   * @param keys of the diagram's nodes
   * @return empty when there is no file
   * @throws IOException when it cannot be read or is no such file; the message is for the user
   */
  public static Positions read(Path file, Set<String> keys) throws IOException {
    Positions positions = new Positions();
    List<String> lines;
    try {
      if (Files.size(file) > MAX_BYTES) throw new IOException(file + " is too large");
      lines = Files.readAllLines(file);
    } catch (NoSuchFileException e) {
      return positions;
    } catch (CharacterCodingException e) {
      throw new IOException(file + " is no text", e);
    }
    if (lines.isEmpty() || !lines.getFirst().equals(HEADING)) {
      throw new IOException(file + " does not begin with '" + HEADING + "'");
    }
    for (int i = 1; i < lines.size(); i++) {
      Matcher m = LINE.matcher(lines.get(i));
      if (!m.matches()) throw new IOException(file + ", line " + (i + 1) + ": is no position");
      if (keys.contains(m.group(1))) positions.set(m.group(1), bounds(m));
    }
    return positions;
  }

  private static Bounds bounds(Matcher m) {
    return new Bounds(
        Integer.parseInt(m.group(2)),
        Integer.parseInt(m.group(3)),
        Integer.parseInt(m.group(4)),
        Integer.parseInt(m.group(5)));
  }

  /**
   * Writes the positions; an old file stays whole until the new one is.
   *
   * @throws IOException when it cannot be written
   */
  public static void write(Path file, Positions positions) throws IOException {
    StringBuilder text = new StringBuilder(HEADING).append('\n');
    positions
        .all()
        .forEach(
            (key, b) ->
                text.append(key)
                    .append(' ')
                    .append(b.x())
                    .append(' ')
                    .append(b.y())
                    .append(' ')
                    .append(b.width())
                    .append(' ')
                    .append(b.height())
                    .append('\n'));
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.writeString(draft, text);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
