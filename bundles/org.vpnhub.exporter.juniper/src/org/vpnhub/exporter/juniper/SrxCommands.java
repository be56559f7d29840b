package org.vpnhub.exporter.juniper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.vpnhub.exporter.antlr.Grammars;
import org.vpnhub.exporter.juniper.internal.SrxBaseVisitor;
import org.vpnhub.exporter.juniper.internal.SrxLexer;
import org.vpnhub.exporter.juniper.internal.SrxParser;
import org.vpnhub.exporter.read.DeviceConfiguration.Line;
import org.vpnhub.exporter.read.SetTree;

/** The commands of a configuration: those that matter to a VPN as a tree, and the others. */
final class SrxCommands extends SrxBaseVisitor<Void> {
  private static final int WORDS_OF_A_SECTION = 2;

  final SetTree tree = SetTree.root();
  final List<Line> skipped = new ArrayList<>();
  final List<Line> unknown = new ArrayList<>();

  private final Map<String, Integer> sections = new LinkedHashMap<>();

  private final SrxForm form;

  private SrxCommands(SrxForm form) {
    this.form = form;
  }

  /** Reads any text; what is no command is among the unknown lines. */
  static SrxCommands of(String text) {
    SrxForm form = SrxForm.of(text);
    SrxCommands commands = new SrxCommands(form);
    SrxParser parser =
        Grammars.parser(
            form.text(),
            SrxLexer::new,
            SrxParser::new,
            line ->
                commands.unknown.add(new Line(form.line(line), "this command is not complete")));
    commands.visit(parser.configuration());
    commands.sections.forEach((s, line) -> commands.skipped.add(new Line(line, s)));
    return commands;
  }

  @Override
  public Void visitSet(SrxParser.SetContext c) {
    List<String> words = words(c);
    if (holds(c, SrxParser.SkippedContext.class)) {
      int count = Math.min(words.size(), WORDS_OF_A_SECTION);
      sections.putIfAbsent(String.join(" ", words.subList(0, count)), line(c));
    } else {
      tree.set(words, line(c), !holds(c, SrxParser.UnknownContext.class));
    }
    return null;
  }

  @Override
  public Void visitRemove(SrxParser.RemoveContext c) {
    tree.remove(words(c));
    return null;
  }

  /** Only the first word: what follows may be a key. */
  @Override
  public Void visitOther(SrxParser.OtherContext c) {
    unknown.add(new Line(line(c), "not a command of the configuration: " + c.getStart().getText()));
    return null;
  }

  private static boolean holds(ParseTree tree, Class<?> kind) {
    if (kind.isInstance(tree)) return true;
    for (int i = 0; i < tree.getChildCount(); i++) {
      if (holds(tree.getChild(i), kind)) return true;
    }
    return false;
  }

  /** The words behind the first. */
  private static List<String> words(ParserRuleContext c) {
    return Grammars.texts(c).stream().skip(1).map(SrxCommands::unquoted).toList();
  }

  private int line(ParserRuleContext c) {
    return form.line(Grammars.line(c));
  }

  /** Backslashes escape in quotes alone. */
  static String unquoted(String word) {
    StringBuilder plain = new StringBuilder();
    boolean quotes = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == '"') {
        quotes = !quotes;
      } else {
        boolean escape = c == '\\' && quotes && i + 1 < word.length();
        plain.append(escape ? word.charAt(++i) : c);
      }
    }
    return plain.toString();
  }
}
