package org.vpnhub.exporter.fortinet;

import static org.vpnhub.exporter.antlr.Grammars.line;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;
import org.vpnhub.exporter.antlr.Grammars;
import org.vpnhub.exporter.fortinet.internal.FortiosBaseVisitor;
import org.vpnhub.exporter.fortinet.internal.FortiosLexer;
import org.vpnhub.exporter.fortinet.internal.FortiosParser;
import org.vpnhub.exporter.read.DeviceConfiguration.Line;

/** The tables of a configuration that matter to a VPN, each with its entries by name. */
final class FortiosTables extends FortiosBaseVisitor<Void> {
  private static final int MOST_DEPTH = 32;

  final Map<String, Entry> phase1 = new LinkedHashMap<>();
  final Map<String, Entry> phase2 = new LinkedHashMap<>();
  final Map<String, Entry> addresses = new LinkedHashMap<>();
  final Map<String, Entry> groups = new LinkedHashMap<>();
  final List<Entry> policies = new ArrayList<>();
  final List<Entry> routes = new ArrayList<>();
  final Map<String, Entry> interfaces = new LinkedHashMap<>();
  final Map<String, Entry> zones = new LinkedHashMap<>();
  final List<Line> skipped = new ArrayList<>();
  final List<Line> unknown = new ArrayList<>();

  private Entry entry = new Entry("", 0);

  private FortiosTables() {}

  /** Reads any text; what does not fit is among the unknown lines. */
  static FortiosTables of(String text) {
    FortiosTables tables = new FortiosTables();
    FortiosParser parser =
        Grammars.parser(
            text.replace("\r\n", "\n"),
            FortiosLexer::new,
            FortiosParser::new,
            line ->
                tables.unknown.add(new Line(line, "config, edit, next or end is out of place")));
    int tooDeep = tooDeep((CommonTokenStream) parser.getTokenStream());
    if (tooDeep > 0) {
      tables.unknown.add(
          new Line(tooDeep, "tables within tables, deeper than any device has them"));
      return tables;
    }
    tables.visit(parser.configuration());
    return tables;
  }

  /** The line at which tables lie too deep within each other to be read; 0 when none does. */
  private static int tooDeep(CommonTokenStream tokens) {
    tokens.fill();
    int depth = 0;
    boolean first = true;
    for (Token token : tokens.getTokens()) {
      if (first && token.getText().equals("config")) depth++;
      if (first && token.getText().equals("end")) depth = Math.max(0, depth - 1);
      if (depth > MOST_DEPTH) return token.getLine() - 1;
      first = token.getType() == FortiosLexer.NL;
    }
    return 0;
  }

  @Override
  public Void visitPhase1(FortiosParser.Phase1Context c) {
    return entry(c, c.name(), phase1);
  }

  @Override
  public Void visitPhase2(FortiosParser.Phase2Context c) {
    return entry(c, c.name(), phase2);
  }

  @Override
  public Void visitAddress(FortiosParser.AddressContext c) {
    return entry(c, c.name(), addresses);
  }

  @Override
  public Void visitGroup(FortiosParser.GroupContext c) {
    return entry(c, c.name(), groups);
  }

  @Override
  public Void visitPort(FortiosParser.PortContext c) {
    return entry(c, c.name(), interfaces);
  }

  @Override
  public Void visitZone(FortiosParser.ZoneContext c) {
    return entry(c, c.name(), zones);
  }

  /** Without a map: {@code edit 0} makes a new entry each time. */
  @Override
  public Void visitPolicy(FortiosParser.PolicyContext c) {
    begin(c, c.name());
    policies.add(entry);
    return visitChildren(c);
  }

  @Override
  public Void visitRoute(FortiosParser.RouteContext c) {
    begin(c, c.name());
    routes.add(entry);
    return visitChildren(c);
  }

  private Void entry(ParserRuleContext c, FortiosParser.NameContext name, Map<String, Entry> all) {
    begin(c, name);
    Entry before = all.get(entry.name());
    if (before != null) entry = before;
    all.put(entry.name(), entry);
    return visitChildren(c);
  }

  private void begin(ParserRuleContext c, FortiosParser.@Nullable NameContext name) {
    entry = new Entry(name == null ? "" : unquoted(name.getText()), line(c));
  }

  @Override
  public Void visitPhase1Line(FortiosParser.Phase1LineContext c) {
    return setting(c);
  }

  @Override
  public Void visitPhase2Line(FortiosParser.Phase2LineContext c) {
    return setting(c);
  }

  @Override
  public Void visitAddressLine(FortiosParser.AddressLineContext c) {
    return setting(c);
  }

  @Override
  public Void visitGroupLine(FortiosParser.GroupLineContext c) {
    return setting(c);
  }

  @Override
  public Void visitPolicyLine(FortiosParser.PolicyLineContext c) {
    return setting(c);
  }

  @Override
  public Void visitRouteLine(FortiosParser.RouteLineContext c) {
    return setting(c);
  }

  @Override
  public Void visitPortLine(FortiosParser.PortLineContext c) {
    return setting(c);
  }

  @Override
  public Void visitZoneLine(FortiosParser.ZoneLineContext c) {
    return setting(c);
  }

  /** {@code set ATTRIBUTE WORD ...}. */
  private Void setting(ParserRuleContext c) {
    List<String> words = new ArrayList<>();
    words(c, words);
    if (words.size() > 2) entry.set(words.get(1), words.subList(2, words.size()), line(c));
    return null;
  }

  @Override
  public Void visitUnset(FortiosParser.UnsetContext c) {
    List<String> words = new ArrayList<>();
    words(c, words);
    if (words.size() > 1) entry.unset(words.get(1));
    return null;
  }

  /** Only the first two words: what follows may be a key. */
  @Override
  public Void visitUnknown(FortiosParser.UnknownContext c) {
    List<String> words = new ArrayList<>();
    words(c, words);
    entry.unknown(line(c), String.join(" ", words.subList(0, Math.min(2, words.size()))));
    return null;
  }

  @Override
  public Void visitNested(FortiosParser.NestedContext c) {
    skipped.add(new Line(line(c), heading(c)));
    return null;
  }

  @Override
  public Void visitStatement(FortiosParser.StatementContext c) {
    int before = skipped.size();
    visitChildren(c);
    boolean outside = skipped.size() > before && skipped.getLast().number() == 0;
    if (outside) skipped.set(skipped.size() - 1, new Line(line(c), heading(c)));
    return null;
  }

  @Override
  public Void visitSkipped(FortiosParser.SkippedContext c) {
    skipped.add(new Line(0, ""));
    return null;
  }

  @Override
  public Void visitPolicyBased(FortiosParser.PolicyBasedContext c) {
    unknown.add(new Line(line(c), "a VPN without a tunnel interface, which is not read"));
    return null;
  }

  /** The words of the first line. */
  private static String heading(ParserRuleContext c) {
    List<String> words = new ArrayList<>();
    words(c, words);
    return String.join(" ", words);
  }

  /** The words up to the first line end. */
  private static boolean words(ParseTree tree, List<String> words) {
    if (tree instanceof TerminalNode leaf) {
      if (leaf.getSymbol().getType() == FortiosLexer.NL) return false;
      words.add(unquoted(leaf.getText()));
      return true;
    }
    for (int i = 0; i < tree.getChildCount(); i++) {
      if (!words(tree.getChild(i), words)) return false;
    }
    return true;
  }

  static String unquoted(String word) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == '"') continue;
      boolean escape = c == '\\' && i + 1 < word.length();
      plain.append(escape ? word.charAt(++i) : c);
    }
    return plain.toString();
  }
}
