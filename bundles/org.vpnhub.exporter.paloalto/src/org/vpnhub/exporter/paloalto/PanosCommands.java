package org.vpnhub.exporter.paloalto;

import static org.vpnhub.exporter.antlr.Grammars.line;
import static org.vpnhub.exporter.antlr.Grammars.texts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.vpnhub.exporter.antlr.Grammars;
import org.vpnhub.exporter.paloalto.internal.PanosBaseVisitor;
import org.vpnhub.exporter.paloalto.internal.PanosLexer;
import org.vpnhub.exporter.paloalto.internal.PanosParser;
import org.vpnhub.exporter.read.DeviceConfiguration.Line;
import org.vpnhub.exporter.read.SetTree;

/**
 * The commands of a configuration: those that matter to a VPN as a tree, and the others. Virtual
 * systems are read as one.
 */
final class PanosCommands extends PanosBaseVisitor<Void> {
  private static final int WORDS_OF_A_SECTION = 2;

  final SetTree tree = SetTree.root();
  final List<Line> skipped = new ArrayList<>();
  final List<Line> unknown = new ArrayList<>();

  private final Map<String, Integer> sections = new LinkedHashMap<>();

  private PanosCommands() {}

  /** Reads any text; what is no command is among the unknown lines. */
  static PanosCommands of(String text) {
    PanosCommands commands = new PanosCommands();
    PanosParser parser =
        Grammars.parser(
            text.replace("\r\n", "\n"),
            PanosLexer::new,
            PanosParser::new,
            line -> commands.unknown.add(new Line(line, "this command is not complete")));
    commands.visit(parser.configuration());
    commands.sections.forEach((s, line) -> commands.skipped.add(new Line(line, s)));
    commands.form();
    return commands;
  }

  /** With braces or as XML: one line says all. */
  private void form() {
    boolean commands = !tree.children().isEmpty() || !sections.isEmpty();
    if (commands || unknown.isEmpty()) return;
    unknown.clear();
    unknown.add(
        new Line(
            1, "not in set format: set cli config-output-format set, then show in configure mode"));
  }

  @Override
  public Void visitSet(PanosParser.SetContext c) {
    List<String> words = words(c);
    if (holds(c, PanosParser.SkippedContext.class)) {
      int count = Math.min(words.size(), WORDS_OF_A_SECTION);
      sections.putIfAbsent(String.join(" ", words.subList(0, count)), line(c));
      return null;
    }
    boolean known = !holds(c, PanosParser.UnknownContext.class);
    int open = words.indexOf("[");
    boolean list = open > 0 && words.getLast().equals("]");
    if (!list) {
      tree.set(words, line(c), known);
      return null;
    }
    for (String value : words.subList(open + 1, words.size() - 1)) {
      List<String> one = new ArrayList<>(words.subList(0, open));
      one.add(value);
      tree.set(one, line(c), known);
    }
    return null;
  }

  @Override
  public Void visitRemove(PanosParser.RemoveContext c) {
    tree.remove(words(c));
    return null;
  }

  /** The order of rules is not read. */
  @Override
  public Void visitMove(PanosParser.MoveContext c) {
    return null;
  }

  /** Only the first word: what follows may be a key. */
  @Override
  public Void visitOther(PanosParser.OtherContext c) {
    unknown.add(new Line(line(c), "not a set command: " + c.getStart().getText()));
    return null;
  }

  private static boolean holds(ParseTree tree, Class<?> kind) {
    if (kind.isInstance(tree)) return true;
    for (int i = 0; i < tree.getChildCount(); i++) {
      if (holds(tree.getChild(i), kind)) return true;
    }
    return false;
  }

  /** The words behind the first, without the virtual system. */
  private static List<String> words(ParserRuleContext c) {
    List<String> words = new ArrayList<>();
    for (int i = 1; i < c.getChildCount(); i++) {
      if (c.getChild(i) instanceof PanosParser.ScopeContext) continue;
      for (String word : texts(c.getChild(i))) words.add(word.replace("\"", ""));
    }
    return words;
  }
}
