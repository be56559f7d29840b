package org.vpnhub.exporter.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vpnhub.exporter.read.DeviceConfiguration.Line;

/**
 * A configuration of set commands as a tree: each word of a command leads to the next. What is
 * there only once is replaced by adding it again; the newest child comes last.
 */
public final class SetTree {
  /** Behind such a word nothing is shown. */
  private static final Pattern SECRET =
      Pattern.compile("(?i).*(key|secret|passw|phash|psk|ppk).*|authentication");

  private static final String HIDDEN = "...";

  /** More words than any command has; the rest of a longer one is left out. */
  private static final int MOST_WORDS = 64;

  private final String word;
  private final String path;
  private int line;
  private boolean unknown;
  private final Map<String, SetTree> children = new LinkedHashMap<>();

  private SetTree(String word, String path, int line) {
    this.word = word;
    this.path = path;
    this.line = line;
  }

  /** An empty tree. */
  public static SetTree root() {
    return new SetTree("", "", 0);
  }

  /** The word that leads here. */
  public String word() {
    return word;
  }

  /** The line that set it last, from 1. */
  public int line() {
    return line;
  }

  /** Adds a command, and says whether the reader knows it. */
  public void set(List<String> words, int at, boolean known) {
    SetTree tree = this;
    for (String next : words.subList(0, Math.min(words.size(), MOST_WORDS))) {
      SetTree child = tree.children.remove(next);
      if (child == null) {
        child = new SetTree(next, tree.pathTo(next), at);
      }
      tree.children.put(next, child);
      child.line = at;
      tree = child;
    }
    tree.unknown |= !known;
  }

  private String pathTo(String next) {
    if (path.endsWith(HIDDEN)) return path;
    return (path + " " + (SECRET.matcher(word).matches() ? HIDDEN : next)).strip();
  }

  /** Takes a part away, as {@code delete} and {@code deactivate} do. */
  public void remove(List<String> words) {
    if (words.isEmpty()) return;
    List<String> parent = words.subList(0, words.size() - 1);
    at(parent.toArray(String[]::new)).ifPresent(p -> p.children.remove(words.getLast()));
  }

  /** What lies below, in the order in which it was set last. */
  public Collection<SetTree> children() {
    return Collections.unmodifiableCollection(children.values());
  }

  /** What a path leads to. */
  public Optional<SetTree> at(String... words) {
    Optional<SetTree> tree = Optional.of(this);
    for (String next : words) tree = tree.map(t -> t.children.get(next));
    return tree;
  }

  /** All words below a path. */
  public List<Found> all(String... words) {
    List<Found> found = new ArrayList<>();
    at(words).ifPresent(t -> t.children.values().forEach(c -> found.add(c.found())));
    return found;
  }

  /** The last word below a path. */
  public Optional<Found> one(String... words) {
    List<Found> all = all(words);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  /** The last word below a path, or what the device does without it. */
  public Found one(List<String> words, String otherwise) {
    return one(words.toArray(String[]::new)).orElse(new Found(otherwise, line));
  }

  /** The commands at or below this that the reader does not know, without keys. */
  public List<Line> unknown() {
    List<Line> lines = new ArrayList<>();
    if (unknown) lines.add(new Line(line, path));
    for (SetTree child : children.values()) lines.addAll(child.unknown());
    return lines;
  }

  private Found found() {
    return new Found(word, line);
  }

  @Override
  public String toString() {
    return path;
  }
}
