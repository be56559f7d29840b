package org.vpnhub.exporter.antlr;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.RuleNode;
import org.jspecify.annotations.Nullable;
import org.vpnhub.exporter.read.Reading;
import org.vpnhub.exporter.read.Section;

/**
 * Where a visitor is in the tree of a configuration: the section whose lines it visits, what it
 * puts into it, and what it reports. All methods give what a visitor without a result returns. For
 * one text and one thread.
 */
public final class SectionWalk {
  private final Reading reading;
  private final Consumer<RuleNode> children;
  private @Nullable Section section;

  /**
   * @param children visits the children of a rule: {@code this::visitChildren} of the visitor
   */
  public SectionWalk(Reading reading, Consumer<RuleNode> children) {
    this.reading = reading;
    this.children = children;
  }

  /** The section whose lines are being visited. */
  public Section in() {
    if (section == null) throw new IllegalStateException("a line outside of any section");
    return section;
  }

  /** Visits the lines of a section. */
  public @Nullable Void within(Section inner, ParserRuleContext rule) {
    Section before = section;
    section = inner;
    children.accept(rule);
    section = before;
    return null;
  }

  /** Visits the lines of a section of that kind and name. */
  public @Nullable Void within(String kind, String name, ParserRuleContext rule) {
    return within(reading.section(kind, name, Grammars.line(rule)), rule);
  }

  /** Visits the lines of a section named by one word; what comes behind it is unknown. */
  public @Nullable Void named(String kind, ParserRuleContext name, ParserRuleContext rule) {
    List<String> words = Grammars.texts(name);
    int line = Grammars.line(rule);
    Section named = reading.section(kind, words.isEmpty() ? "" : words.getFirst(), line);
    if (words.size() != 1) named.unknown(line);
    return within(named, rule);
  }

  /** Visits what stands outside of any section. */
  public @Nullable Void outside(ParserRuleContext rule) {
    section = null;
    children.accept(rule);
    return null;
  }

  /** Adds a value to the section. */
  public @Nullable Void put(String what, String value, ParserRuleContext at) {
    in().add(what, value, Grammars.line(at));
    return null;
  }

  /** Adds to the section what a word means, or reports the line. */
  public @Nullable Void put(
      String what, String word, Function<String, Optional<String>> meaning, ParserRuleContext at) {
    int line = Grammars.line(at);
    meaning.apply(word).ifPresentOrElse(v -> in().add(what, v, line), () -> in().unknown(line));
    return null;
  }

  /** Adds the words of a setting to the section, under the words of its command. */
  public @Nullable Void setting(ParserRuleContext command, ParserRuleContext value) {
    return put(Grammars.words(command), String.join(" ", Grammars.texts(value)), command);
  }

  /** Reports a line of the section, or outside of any, that the reader does not know. */
  public @Nullable Void unknown(ParserRuleContext at) {
    if (section == null) reading.unknown(Grammars.line(at));
    else section.unknown(Grammars.line(at));
    return null;
  }

  /** Reports a section that does not concern the VPN. */
  public @Nullable Void skip(ParserRuleContext at) {
    reading.skipped(Grammars.line(at));
    return null;
  }
}
