package org.vpnhub.exporter.clouds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.LexerInterpreter;
import org.antlr.v4.runtime.ParserInterpreter;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.tool.Grammar;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.testkit.PlanCases;
import org.vpnhub.exporter.testkit.PlanCases.PlanCase;
import org.vpnhub.exporter.testkit.Proof;
import org.vpnhub.plan.DevicePlan;

/**
 * What is written is HCL by a grammar of the language's specification, and every variable and
 * resource that it uses is declared in it.
 */
class HclTest {
  private static final Grammar HCL = Grammar.load("src_test/org/vpnhub/exporter/clouds/Hcl.g4");

  /** Objects that are there without being declared. */
  private static final Set<String> GIVEN = Set.of("each.key", "each.value");

  static List<Exporter> exporters() {
    return List.of(new AwsExporter(), new AzureExporter());
  }

  @ParameterizedTest
  @MethodSource("exporters")
  void everyFileIsHcl(Exporter exporter) {
    DevicePlan device = DevicePlan.of(exporter.capabilities().id(), "");
    int plans = 0;
    for (PlanCase c : PlanCases.on(device)) {
      List<ExportedFile> files = exporter.export(c.open()).files();
      for (ExportedFile f : files) {
        assertEquals(List.of(), faults(f.text()), c.name() + " " + f.name());
      }
      if (!files.isEmpty()) plans++;
    }
    assertTrue(plans >= 4, "only " + plans + " were written");
    Proof.form(exporter, "HCL grammar of our own, " + plans + " plans");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a = \"b",
        "a = \"${b}\"\n",
        "a = \"%{ if b }\"\n",
        "a = \"\\q\"\n",
        "a = \"x\ny\"\n",
        "a = b c = d\n",
        "a = = 2\n",
        "a = [1, 2\n",
        "resource \"x\" \"y\" {\n  a = 1\n",
        "resource \"x\" \"y\" {\n  a = 1\n}\n}\n",
        "resource \"x\" \"y\" { a = 1 b = 2 }\n",
        "resource \"x\" \"y\" a = 1\n",
        "a = var.b\n",
        "variable \"b\" {}\na = var.c\n",
        "resource \"x\" \"y\" {}\na = x.z.id\n"
      })
  void faultsAreSeen(String text) {
    assertNotEquals(List.of(), faults(text));
  }

  @Test
  void ownersHclIsRead() {
    String text =
        """
        terraform { required_version = ">= 1.5" }
        /* as people
           write it */
        variable "names" { type = map(string) }
        resource "aws_vpc" "main" {
          cidr_block = "10.0.0.0/16" // the whole
          tags = {
            Name = "a\\"b", Owner = var.names["x"]
            Cost = 1.5e3
          }
          nested {
            list = [
              "$5", "100%", "$${literal}",
            ]
          }
        }
        output "id" { value = aws_vpc.main.id }
        """;
    assertEquals(List.of(), faults(text));
  }

  private static List<String> faults(String text) {
    List<String> faults = new ArrayList<>();
    var listener = new Listener(faults);
    LexerInterpreter lexer = HCL.createLexerInterpreter(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    lexer.addErrorListener(listener);
    var tokens = new CommonTokenStream(lexer);
    ParserInterpreter parser = HCL.createParserInterpreter(tokens);
    parser.removeErrorListeners();
    parser.addErrorListener(listener);
    parser.parse(HCL.getRule("file").index);
    faults.addAll(undeclared(tokens.getTokens()));
    return faults;
  }

  /** Of {@code a.b} where neither a variable {@code b} nor a resource {@code a b} is declared. */
  private static List<String> undeclared(List<Token> tokens) {
    Set<String> declared = new HashSet<>(GIVEN);
    for (int i = 0; i + 2 < tokens.size(); i++) {
      String first = tokens.get(i).getText();
      String second = unquoted(tokens.get(i + 1));
      if (first.equals("variable")) declared.add("var." + second);
      if (first.equals("resource")) declared.add(second + "." + unquoted(tokens.get(i + 2)));
    }
    List<String> missing = new ArrayList<>();
    for (int i = 1; i + 1 < tokens.size(); i++) {
      boolean begins = i < 2 || !tokens.get(i - 2).getText().equals(".");
      if (!tokens.get(i).getText().equals(".") || !begins) continue;
      String name = tokens.get(i - 1).getText() + "." + tokens.get(i + 1).getText();
      boolean attribute = tokens.get(i - 1).getText().equals("]");
      if (!attribute && !declared.contains(name)) missing.add(name + " is not declared");
    }
    return missing;
  }

  private static String unquoted(Token token) {
    return token.getText().replace("\"", "");
  }

  private static final class Listener extends BaseErrorListener {
    private final List<String> faults;

    Listener(List<String> faults) {
      this.faults = faults;
    }

    @Override
    public void syntaxError(
        Recognizer<?, ?> recognizer,
        @Nullable Object symbol,
        int line,
        int column,
        String message,
        @Nullable RecognitionException e) {
      faults.add(line + ":" + column + " " + message);
    }
  }
}
