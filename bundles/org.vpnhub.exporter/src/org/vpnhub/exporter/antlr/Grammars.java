package org.vpnhub.exporter.antlr;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Runs lexers and parsers that ANTLR generated from the grammar of a configuration. */
public final class Grammars {
  private Grammars() {}

  /**
   * The parser of a text. A line feed is put before and behind it, so that a grammar can have one
   * at both ends of each line; {@link #line} knows of it.
   *
   * @param text with a line feed at each line's end
   * @param lexer the constructor of the generated lexer
   * @param parser the constructor of the generated parser
   * @param unknown gets the number, from 1, of each line that the grammar does not know
   */
  public static <P extends Parser> P parser(
      String text,
      Function<CharStream, ? extends Lexer> lexer,
      Function<TokenStream, P> parser,
      IntConsumer unknown) {
    BaseErrorListener errors = new Errors(unknown);
    Lexer tokens = lexer.apply(CharStreams.fromString("\n" + text + "\n"));
    tokens.removeErrorListeners();
    tokens.addErrorListener(errors);
    P made = parser.apply(new CommonTokenStream(tokens));
    made.removeErrorListeners();
    made.addErrorListener(errors);
    return made;
  }

  /** The line of the text, from 1, in which a rule begins. */
  public static int line(ParserRuleContext rule) {
    return Math.max(1, rule.getStart().getLine() - 1);
  }

  /** The words of a rule, as they are written. */
  public static List<String> texts(ParseTree rule) {
    List<String> words = new ArrayList<>();
    collect(rule, words);
    return words;
  }

  private static void collect(ParseTree tree, List<String> words) {
    if (tree instanceof TerminalNode leaf) words.add(leaf.getText());
    for (int i = 0; i < tree.getChildCount(); i++) collect(tree.getChild(i), words);
  }

  /** The words of a command as manuals write them: in small letters, with a space between. */
  public static String words(ParseTree command) {
    return String.join(" ", texts(command)).toLowerCase(Locale.ROOT);
  }

  /** What the grammar does not know is an unknown line. */
  private static final class Errors extends BaseErrorListener {
    private final IntConsumer unknown;

    Errors(IntConsumer unknown) {
      this.unknown = unknown;
    }

    @Override
    public void syntaxError(
        Recognizer<?, ?> recognizer,
        @Nullable Object symbol,
        int line,
        int column,
        String message,
        @Nullable RecognitionException e) {
      unknown.accept(Math.max(1, line - 1));
    }
  }
}
