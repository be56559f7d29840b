package org.vpnhub.exporter.cisco.internal.asa;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Secret;
import org.vpnhub.exporter.cisco.grammar.AsaBaseVisitor;
import org.vpnhub.exporter.cisco.grammar.AsaParser.*;
import org.vpnhub.exporter.read.Reading;
import org.vpnhub.exporter.read.Section;

/** Walking through the tree: the section whose lines are visited, words, and unknown lines. */
abstract class AsaWalk extends AsaBaseVisitor<@Nullable Void> {
  final Reading reading;
  private @Nullable Section section;

  AsaWalk(Reading reading) {
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
    return words.stream().map(AsaWalk::text).toList();
  }

  static List<String> texts(WordsContext words) {
    return texts(words.word());
  }

  static Secret secret(SecretContext c) {
    return Secret.ofText(text(c.word()));
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
    Section named = reading.section(kind, words.isEmpty() ? "" : words.getFirst(), line(rule));
    if (words.size() != 1) named.unknown(line(rule));
    return within(named, rule);
  }

  /** Sets what a word means, or reports the line; a line replaces those before. */
  final @Nullable Void set(
      String what, String word, Function<String, Optional<String>> meaning, ParserRuleContext at) {
    return set(what, List.of(word), meaning, at);
  }

  final @Nullable Void set(
      String what,
      List<String> words,
      Function<String, Optional<String>> meaning,
      ParserRuleContext at) {
    in().replace(what);
    for (String word : words) {
      meaning
          .apply(word)
          .ifPresentOrElse(v -> in().add(what, v, line(at)), () -> in().unknown(line(at)));
    }
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

  final Section device() {
    return reading.section(AsaKind.DEVICE, "", 0);
  }
}
