package org.vpnhub.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys of a model, and that they get out only by {@code secret show}. */
class SecretCommandTest {
  private static final String KEY = "correct-horse-battery-staple-42";
  @TempDir Path temp;
  private Path model = Path.of("");

  @BeforeEach
  void copy() throws IOException {
    model = temp.resolve("hub.vpnhub");
    Files.copy(Cli.example(), model);
  }

  @Test
  void aKeyComesFromStandardInputAndGoesByShow() throws IOException {
    Cli.Result set =
        new Cli().input(KEY + "\nrest").execute("secret", "set", model, "psk-ningbo").expect(0);
    assertFalse((set.out() + set.err()).contains(KEY));
    assertEquals(KEY + "\n", Cli.run("secret", "show", model, "psk-ningbo").expect(0).out());
    for (String name : List.of("hub.vpnhub", "hub.secrets", "hub.key")) {
      String content =
          new String(Files.readAllBytes(temp.resolve(name)), StandardCharsets.ISO_8859_1);
      assertFalse(content.contains(KEY), name);
    }
  }

  @Test
  void noOtherCommandShowsAKey() {
    new Cli().input(KEY).execute("secret", "set", model, "psk-ningbo").expect(0);
    for (List<Object> args :
        List.of(
            List.<Object>of("secret", "list", model),
            List.<Object>of("secret", "list", "--json", model),
            List.<Object>of("validate", model),
            List.<Object>of("validate", "--json", model),
            List.<Object>of("plan", model),
            List.<Object>of("plan", "--json", model),
            List.<Object>of("matrix", model),
            List.<Object>of("export", model),
            List.<Object>of("export", "--json", model),
            List.<Object>of("secret", "rotate", model, "psk-shanghai"))) {
      Cli.Result result = Cli.run(args.toArray());
      assertFalse((result.out() + result.err()).contains(KEY), args.toString());
    }
  }

  @Test
  void aLiteralKeyOfTheModelIsNotShownEither() throws IOException {
    Path literal =
        Cli.changed(
            temp, "id=\"vco-ningbo\"", "pskReference=\"psk-ningbo\"", "psk=\"" + KEY + "\"");
    for (List<Object> args :
        List.of(
            List.<Object>of("validate", "--json", literal),
            List.<Object>of("plan", "--json", literal),
            List.<Object>of("plan", literal),
            List.<Object>of("export", "--force", literal),
            List.<Object>of("export", "--force", "--json", literal),
            List.<Object>of("secret", "list", literal))) {
      Cli.Result result = Cli.run(args.toArray());
      assertTrue(result.code() <= ExitCode.ERRORS, result.err());
      assertFalse((result.out() + result.err()).contains(KEY), args.toString());
    }
  }

  @Test
  void listTellsWhatIsMissing() {
    new Cli().input(KEY).execute("secret", "set", model, "psk-other").expect(0);
    Cli.Result list = Cli.run("secret", "list", model).expect(ExitCode.ERRORS);
    assertTrue(list.out().contains("psk-ningbo    missing  yes"), list.out());
    assertTrue(list.out().contains("psk-other     stored   no"), list.out());
    Cli.run("secret", "rotate", model, "--all").expect(ExitCode.OK);
    Cli.run("secret", "list", model).expect(ExitCode.OK);
    assertEquals(
        4, Cli.run("secret", "list", "--json", model).expect(0).json().getAsJsonArray().size());
  }

  @Test
  void rotateMakesAnotherKey() {
    Cli.run("secret", "rotate", model, "psk-ningbo").expect(0);
    String first = Cli.run("secret", "show", model, "psk-ningbo").out();
    Cli.Result again = Cli.run("secret", "rotate", model, "psk-ningbo").expect(0);
    String second = Cli.run("secret", "show", model, "psk-ningbo").out();
    assertNotEquals(first, second);
    assertFalse(again.out().contains(second.strip()));
    Cli.Result mistyped = Cli.run("secret", "rotate", model, "psk-ningbp").expect(ExitCode.USAGE);
    assertTrue(mistyped.oneLine().contains("psk-ningbo"), mistyped.err());
    assertFalse(Cli.run("secret", "list", model).out().contains("psk-ningbp"));
    Cli.run("secret", "rotate", model).expect(ExitCode.USAGE);
    Cli.run("secret", "rotate", model, "x", "--all").expect(ExitCode.USAGE);
  }

  @Test
  void wrongReferencesAndEmptyKeysAreTold() {
    Cli.run("secret", "show", model, "psk-ningbo").expect(ExitCode.INPUT).oneLine();
    new Cli().input("\n").execute("secret", "set", model, "psk-ningbo").expect(ExitCode.INPUT);
    Cli.Result unused = new Cli().input(KEY).execute("secret", "set", model, "psk-nigbo").expect(0);
    assertTrue(unused.err().contains("psk-ningbo"), unused.err());
    String line = Cli.run("secret", "show", model, "psk-shangai").expect(3).oneLine();
    assertTrue(line.contains("psk-nigbo"), line);
  }

  @Test
  void aPassphraseLocksAStoreAndAFileCanAnswerForIt() throws IOException {
    Cli.Result made =
        new Cli()
            .terminal(answers(KEY, "open sesame", "open sesame"))
            .execute("secret", "set", model, "psk-ningbo", "--passphrase")
            .expect(0);
    assertFalse(made.out().contains(KEY));
    assertFalse(Files.exists(temp.resolve("hub.key")));
    Cli.run("secret", "show", model, "psk-ningbo").expect(ExitCode.ENVIRONMENT).oneLine();
    Path phrase = Files.writeString(temp.resolve("phrase"), "open sesame\n");
    Cli.Result shown =
        new Cli()
            .with("VPNHUB_PASSPHRASE_FILE", phrase.toString())
            .execute("secret", "show", model, "psk-ningbo")
            .expect(0);
    assertEquals(KEY + "\n", shown.out());
    Files.writeString(phrase, "open barley\n");
    new Cli()
        .with("VPNHUB_PASSPHRASE_FILE", phrase.toString())
        .execute("secret", "show", model, "psk-ningbo")
        .expect(ExitCode.INPUT)
        .oneLine();
    new Cli()
        .terminal(answers(KEY, "one", "two"))
        .execute("secret", "set", temp.resolve("hub.vpnhub"), "psk-ningbo", "--passphrase")
        .expect(ExitCode.INPUT);
  }

  /** Somebody who types these one after the other. */
  private static Terminal answers(String... texts) {
    Deque<String> left = new ArrayDeque<>(List.of(texts));
    return new Terminal() {
      @Override
      public boolean isInteractive() {
        return true;
      }

      @Override
      public Optional<char[]> readSecret(String prompt) {
        return Optional.of(left.remove().toCharArray());
      }

      @Override
      public boolean confirm(String question) {
        return false;
      }
    };
  }
}
