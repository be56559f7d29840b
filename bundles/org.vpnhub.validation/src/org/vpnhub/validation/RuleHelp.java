package org.vpnhub.validation;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vpnhub.base.Severity;
import org.vpnhub.model.Profile;

/**
 * The page that explains a rule. The texts are in {@code rules.properties}.
 *
 * @param why what goes wrong without it
 * @param remedy what to do
 */
public record RuleHelp(Rule rule, String why, String remedy) {
  private static final Pattern RULE_ID = Pattern.compile("\\b[NAGKCRTS][0-9]{2}\\b");
  private static final Properties TEXTS = read();

  private static Properties read() {
    Properties texts = new Properties();
    try (InputStream in = RuleHelp.class.getResourceAsStream("rules.properties")) {
      if (in == null) throw new IllegalStateException("rules.properties is not in the bundle");
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  /** The page of a rule; empty when there is no rule of this id. */
  public static Optional<RuleHelp> of(String id) {
    return RuleCatalog.rule(id)
        .map(
            rule ->
                new RuleHelp(
                    rule, TEXTS.getProperty(id + ".why", ""), TEXTS.getProperty(id + ".do", "")));
  }

  /** What it raises, for example {@code error under alibaba-2018, warning under hub-native}. */
  public String severities() {
    Map<String, List<String>> profiles = new LinkedHashMap<>();
    for (Profile p : List.of(Profile.HUB_NATIVE, Profile.ALIBABA_CURRENT, Profile.ALIBABA_2018)) {
      List<Severity> raised = rule.severities().get(p);
      String words =
          raised.isEmpty()
              ? "does not apply"
              : raised.stream()
                  .map(s -> s == Severity.INFO ? "information" : s.name().toLowerCase(Locale.ROOT))
                  .collect(Collectors.joining(" or "));
      profiles.computeIfAbsent(words, w -> new ArrayList<>()).add(p.getLiteral());
    }
    if (profiles.size() == 1) return profiles.keySet().iterator().next() + " under every profile";
    return profiles.entrySet().stream()
        .map(e -> e.getKey() + " under " + String.join(" and ", e.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** The texts cut at the ids of other rules: each id is a piece of its own. */
  public static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    var ids = RULE_ID.matcher(text);
    int end = 0;
    while (ids.find()) {
      if (ids.start() > end) pieces.add(text.substring(end, ids.start()));
      pieces.add(ids.group());
      end = ids.end();
    }
    if (end < text.length()) pieces.add(text.substring(end));
    return pieces;
  }

  /** Whether a piece is the id of a rule. */
  public static boolean isRule(String piece) {
    return RULE_ID.matcher(piece).matches();
  }

  /** The sections of the catalogue, by the first letter of their rules. */
  public static String section(Rule rule) {
    return RulesDocument.section(rule);
  }

  /** Ids of which there is a text but no rule. */
  static List<String> strays() {
    return TEXTS.stringPropertyNames().stream()
        .map(k -> Arrays.asList(k.split("\\.")).getFirst())
        .filter(id -> RuleCatalog.rule(id).isEmpty())
        .distinct()
        .toList();
  }
}
