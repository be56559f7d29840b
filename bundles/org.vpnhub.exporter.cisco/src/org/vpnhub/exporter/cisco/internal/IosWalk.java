package org.vpnhub.exporter.cisco.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vpnhub.exporter.antlr.SectionWalk;
import org.vpnhub.exporter.cisco.grammar.IosBaseVisitor;
import org.vpnhub.exporter.cisco.grammar.IosParser.StrayContext;
import org.vpnhub.exporter.cisco.grammar.IosParser.UnknownContext;
import org.vpnhub.exporter.cisco.grammar.IosParser.WordContext;
import org.vpnhub.exporter.cisco.grammar.IosParser.WordsContext;
import org.vpnhub.exporter.read.Reading;

/** Walking through the tree: words, and unknown lines. */
abstract class IosWalk extends IosBaseVisitor<@Nullable Void> {
  final Reading reading;
  final SectionWalk walk;

  IosWalk(Reading reading) {
    this.reading = reading;
    walk = new SectionWalk(reading, this::visitChildren);
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

  @Override
  public @Nullable Void visitUnknown(UnknownContext c) {
    return c.word().isEmpty() ? null : walk.unknown(c);
  }

  @Override
  public @Nullable Void visitStray(StrayContext c) {
    return walk.outside(c);
  }
}
