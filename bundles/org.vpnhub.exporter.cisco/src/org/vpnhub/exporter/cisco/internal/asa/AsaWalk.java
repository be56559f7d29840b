package org.vpnhub.exporter.cisco.internal.asa;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Secret;
import org.vpnhub.exporter.antlr.SectionWalk;
import org.vpnhub.exporter.cisco.grammar.AsaBaseVisitor;
import org.vpnhub.exporter.cisco.grammar.AsaParser.*;
import org.vpnhub.exporter.read.Reading;
import org.vpnhub.exporter.read.Section;

/** Walking through the tree: words, values that replace those before, and unknown lines. */
abstract class AsaWalk extends AsaBaseVisitor<@Nullable Void> {
  final Reading reading;
  final SectionWalk walk;

  AsaWalk(Reading reading) {
    this.reading = reading;
    walk = new SectionWalk(reading, this::visitChildren);
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
    walk.in().replace(what);
    for (String word : words) walk.put(what, word, meaning, at);
    return null;
  }

  @Override
  public @Nullable Void visitUnknown(UnknownContext c) {
    return c.word().isEmpty() ? null : walk.unknown(c);
  }

  @Override
  public @Nullable Void visitStray(StrayContext c) {
    return walk.outside(c);
  }

  final Section device() {
    return reading.section(AsaKind.DEVICE, "", 0);
  }
}
