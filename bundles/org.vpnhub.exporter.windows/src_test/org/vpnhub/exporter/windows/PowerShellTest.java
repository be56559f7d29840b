package org.vpnhub.exporter.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.LexerInterpreter;
import org.antlr.v4.runtime.ParserInterpreter;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.tool.Grammar;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.testkit.PlanCases;
import org.vpnhub.exporter.testkit.PlanCases.PlanCase;
import org.vpnhub.exporter.testkit.Proof;
import org.vpnhub.plan.DevicePlan;

/**
 * What is written is PowerShell by a grammar of the language's specification; every variable has a
 * value before it is used, and every parameter is one of its cmdlet. (No parser of the language is
 * to be had as a library.)
 */
class PowerShellTest {
  private static final Grammar POWER_SHELL =
      Grammar.load("src_test/org/vpnhub/exporter/windows/PowerShell.g4");

  private static final Set<String> GIVEN = Set.of("$true", "$false", "$null");

  /**
   * Windows Server PowerShell reference, modules RemoteAccess and NetSecurity: the parameters that
   * a script may use, in lower case. Of Add-VpnS2SInterface those of the parameter set
   * CustomPolicy, without those for certificates, passwords and IPv6.
   */
  private static final Map<String, Set<String>> PARAMETERS =
      Map.of(
          "import-module",
          Set.of("name"),
          "new-netfirewallrule",
          Set.of(
              "displayname",
              "group",
              "direction",
              "action",
              "protocol",
              "localport",
              "remoteport",
              "localaddress",
              "remoteaddress",
              "profile",
              "program",
              "service"),
          "add-vpns2sinterface",
          Set.of(
              "name",
              "destination",
              "protocol",
              "adminstatus",
              "authenticationmethod",
              "responderauthenticationmethod",
              "sharedsecret",
              "custompolicy",
              "encryptionmethod",
              "integritycheckmethod",
              "dhgroup",
              "ciphertransformconstants",
              "authenticationtransformconstants",
              "pfsgroup",
              "mmsalifetimeseconds",
              "salifetimeseconds",
              "sadatasizeforrenegotiationkilobytes",
              "networkoutagetimeseconds",
              "numberoftries",
              "retryintervalseconds",
              "idledisconnectseconds",
              "persistent",
              "autoconnectenabled",
              "initiateconfigpayload",
              "ipv4subnet",
              "postconnectionipv4subnet",
              "sourceipaddress"),
          "connect-vpns2sinterface",
          Set.of("name", "passthru", "erroraction"));

  private final RrasExporter exporter = new RrasExporter();

  @Test
  void everyScriptIsPowerShell() {
    int plans = 0;
    for (PlanCase c : PlanCases.on(DevicePlan.of("windows-rras", "2022"))) {
      List<ExportedFile> files = exporter.export(c.open()).files();
      for (ExportedFile f : files) assertEquals(List.of(), faults(f.text()), c.name());
      if (!files.isEmpty()) plans++;
    }
    assertTrue(plans >= 5, "only " + plans + " were written");
    Proof.form(exporter, "PowerShell grammar of our own, " + plans + " plans");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$a = 'x\n",
        "$a = 'x'y'\n",
        "$a = 'x\u2019y'\n",
        "$a = 'x\ny'\n",
        "$a = \"x$b\"\n",
        "$a = 'x'; Remove-Item 'y' | z\n",
        "$a = @('x', )\n",
        "$a = @{ b = 'x'\n",
        "$a = @{ b 'x' }\n",
        "$a = 1 2\n",
        "}\n",
        "Import-Module $a\n",
        "Add-VpnS2SInterface @a\n",
        "Connect-VpnS2SInterface -Nam 'x'\n",
        "Remove-Item -Name 'x'\n",
        "$a = @{ DhGroop = 'Group14' }\nAdd-VpnS2SInterface @a\n"
      })
  void faultsAreSeen(String text) {
    assertNotEquals(List.of(), faults(text));
  }

  @Test
  void administratorsPowerShellIsRead() {
    String text =
        """
        # as people write it
        $nets=@(
          '10.0.0.0/16:10',
          '10.1.0.0/16:20'
        ); $s = @{ Name='it''s'; IPv4Subnet = $nets
          Destination = '198.51.100.1'
        }

        Add-VpnS2SInterface @s -CustomPolicy $true -MMSALifeTimeSeconds 28800
        netsh interface ipv4 show subinterfaces
        """;
    assertEquals(List.of(), faults(text));
  }

  private static List<String> faults(String text) {
    List<String> faults = new ArrayList<>();
    var listener = new Listener(faults);
    LexerInterpreter lexer = POWER_SHELL.createLexerInterpreter(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    lexer.addErrorListener(listener);
    ParserInterpreter parser = POWER_SHELL.createParserInterpreter(new CommonTokenStream(lexer));
    parser.removeErrorListeners();
    parser.addErrorListener(listener);
    ParserRuleContext script = parser.parse(POWER_SHELL.getRule("script").index);
    if (faults.isEmpty()) new Names(faults).statements(script);
    return faults;
  }

  /** Walks the statements in their order. */
  private static final class Names {
    private final List<String> faults;

    /** Variables so far, with the keys of those that are tables. */
    private final Map<String, Set<String>> known = new HashMap<>();

    Names(List<String> faults) {
      this.faults = faults;
    }

    void statements(ParserRuleContext script) {
      for (ParserRuleContext statement : all("statement", script)) {
        all("command", statement).forEach(this::command);
        for (ParserRuleContext assignment : all("assignment", statement)) {
          values(assignment.getChild(2));
          String name = assignment.getChild(0).getText();
          Set<String> keys =
              all("entry", assignment).stream()
                  .map(e -> e.getChild(0).getText().toLowerCase(Locale.ROOT))
                  .collect(Collectors.toSet());
          known.put(name, keys);
        }
      }
    }

    private void command(ParserRuleContext command) {
      String name = command.getChild(0).getText();
      if (name.equals("netsh")) return;
      Set<String> takes = PARAMETERS.getOrDefault(lower(name), Set.of());
      if (takes.isEmpty()) faults.add(name + " is not a command of the manual");
      values(command);
      Set<String> given = new HashSet<>();
      for (ParserRuleContext argument : all("argument", command)) {
        String text = argument.getText();
        if (text.startsWith("-")) given.add(lower(text.substring(1)));
        if (text.startsWith("@") && !text.startsWith("@(") && !text.startsWith("@{")) {
          given.addAll(known.getOrDefault("$" + text.substring(1), Set.of(text)));
        }
      }
      given.removeAll(takes);
      for (String g : given) faults.add(name + " has no parameter " + g);
    }

    private void values(ParseTree tree) {
      String text = tree.getText();
      boolean variable = tree.getChildCount() == 0 && text.startsWith("$");
      if (variable && !GIVEN.contains(text) && !known.containsKey(text)) {
        faults.add(text + " has no value");
      }
      for (int i = 0; i < tree.getChildCount(); i++) values(tree.getChild(i));
    }

    private static String lower(String text) {
      return text.toLowerCase(Locale.ROOT);
    }

    /** The outermost nodes of a rule. */
    private static List<ParserRuleContext> all(String rule, ParserRuleContext tree) {
      List<ParserRuleContext> found = new ArrayList<>();
      int index = POWER_SHELL.getRule(rule).index;
      for (ParseTree child : tree.children) {
        if (!(child instanceof ParserRuleContext context)) continue;
        if (context.getRuleIndex() == index) {
          found.add(context);
        } else if (context.children != null) {
          found.addAll(all(rule, context));
        }
      }
      return found;
    }
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
