package org.vpnhub.exporter.cisco.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;
import org.vpnhub.exporter.cisco.grammar.IosBaseVisitor;
import org.vpnhub.exporter.cisco.grammar.IosParser.NameContext;
import org.vpnhub.exporter.cisco.grammar.IosParser.StrayContext;
import org.vpnhub.exporter.cisco.grammar.IosParser.UnknownContext;
import org.vpnhub.exporter.cisco.grammar.IosParser.WordContext;
import org.vpnhub.exporter.cisco.grammar.IosParser.WordsContext;
import org.vpnhub.exporter.read.Reading;
import org.vpnhub.exporter.read.Section;

/** Walking through the tree: the section whose lines are visited, words, and unknown lines. */
abstract class IosWalk extends IosBaseVisitor<@Nullable Void> {
  final Reading reading;
  private @Nullable Section section;

  IosWalk(Reading reading) {
    this.reading = reading;
  }

  /** Line of a rule, from 1; the parser's text has an empty line before. */
  static int line(ParserRuleContext rule) {
    return rule.getStart().getLine() - 1;
  }

  static String text(@Nullable WordContext word) {
    return word == null ? "" : word.getText();
  }

  static List<String> texts(List<WordContext> words) {
    return words.stream().map(IosWalk::text).toList();
  }

  static List<String> texts(WordsContext words) {
    return texts(words.word());
  }

  /** The word at an index; empty where there is none. */
  static String at(List<String> words, int index) {
    return index < words.size() ? words.get(index) : "";
  }

  /** The section whose lines are being visited. */
  final Section in() {
    if (section == null) throw new IllegalStateException("a line outside of any section");
    return section;
  }

  /** Visits the lines of a section. */
  final @Nullable Void within(Section inner, ParserRuleContext rule) {
    section = inner;
    visitChildren(rule);
    section = null;
    return null;
  }

  /** A section named by one word; what comes behind it is unknown. */
  final @Nullable Void named(String kind, NameContext name, ParserRuleContext rule) {
    List<String> words = texts(name.words());
    Section named = reading.section(kind, at(words, 0), line(rule));
    if (words.size() != 1) named.unknown(line(rule));
    return within(named, rule);
  }

  /** Adds to the section what a word means, or reports the line. */
  final @Nullable Void put(
      String what, String word, Function<String, Optional<String>> meaning, ParserRuleContext at) {
    meaning
        .apply(word)
        .ifPresentOrElse(v -> in().add(what, v, line(at)), () -> in().unknown(line(at)));
    return null;
  }

  final @Nullable Void put(String what, String value, ParserRuleContext at) {
    in().add(what, value, line(at));
    return null;
  }

  final @Nullable Void unknown(ParserRuleContext at) {
    if (section == null) reading.unknown(line(at));
    else section.unknown(line(at));
    return null;
  }

  @Override
  public @Nullable Void visitUnknown(UnknownContext c) {
    return c.word().isEmpty() ? null : unknown(c);
  }

  @Override
  public @Nullable Void visitStray(StrayContext c) {
    section = null;
    return visitChildren(c);
  }

  /** A command without its value, so that nothing depends on what it says. */
  final @Nullable Void skip(ParserRuleContext c) {
    reading.skipped(line(c));
    return null;
  }
}
