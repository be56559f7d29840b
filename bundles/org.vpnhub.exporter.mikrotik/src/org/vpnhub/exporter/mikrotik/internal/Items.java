package org.vpnhub.exporter.mikrotik.internal;

import static org.vpnhub.exporter.antlr.Grammars.line;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Secret;
import org.vpnhub.exporter.mikrotik.grammar.RouterOsBaseVisitor;
import org.vpnhub.exporter.mikrotik.grammar.RouterOsParser.*;
import org.vpnhub.exporter.read.Reading;
import org.vpnhub.exporter.read.Section;

/** Takes the items of the menus from the tree, each a section. For one text and one thread. */
public final class Items extends RouterOsBaseVisitor<@Nullable Void> {
  private final Reading reading;
  private String menu = "";
  private String skippedMenu = "";

  public Items(Reading reading) {
    this.reading = reading;
  }

  /** A path from the root, unless it goes on from the menu where one is. */
  @Override
  public @Nullable Void visitMenu(MenuContext c) {
    StringBuilder path = new StringBuilder(c.PATH().getText().replace('/', ' ').strip());
    for (TerminalNode word : c.WORD()) path.append(' ').append(word.getText().replace('/', ' '));
    menu = path.toString().strip();
    return null;
  }

  @Override
  public @Nullable Void visitUnknownLine(UnknownLineContext c) {
    if (Menus.concern(menu) && !Menus.isFirewall(menu)) reading.unknown(line(c));
    else skip(c);
    return null;
  }

  /** A script is nothing that stands in a configuration for good. */
  @Override
  public @Nullable Void visitScript(ScriptContext c) {
    reading.skipped(line(c));
    return null;
  }

  @Override
  public @Nullable Void visitCommand(CommandContext c) {
    switch (c.verb().getText()) {
      case "add" -> item(c, false);
      case "set" -> item(c, true);
      default -> skip(c);
    }
    return null;
  }

  /** The menu's first line that does not concern the VPN stands for all of them. */
  private void skip(ParserRuleContext c) {
    if (menu.equals(skippedMenu)) return;
    skippedMenu = menu;
    reading.skipped(line(c));
  }

  private void item(CommandContext c, boolean existing) {
    if (!Menus.concern(menu)) {
      skip(c);
      return;
    }
    Map<String, PropertyContext> properties = new LinkedHashMap<>();
    boolean other = false;
    boolean ofDefault = false;
    for (ArgumentContext a : c.argument()) {
      if (a instanceof PropertyContext p) properties.put(p.name().getText(), p);
      else if (existing && a instanceof ItemsContext g) ofDefault |= isDefault(g);
      else other |= !existing;
    }
    if (existing && !ofDefault || is(properties, "disabled", "yes")) {
      reading.skipped(line(c));
      return;
    }
    if (other) reading.unknown(line(c));
    fill(section(c, properties, ofDefault), properties);
  }

  private static boolean isDefault(ItemsContext c) {
    String text = c.getText().toLowerCase(Locale.ROOT);
    return text.contains("default=yes") || text.contains("name=default]");
  }

  private static boolean is(Map<String, PropertyContext> properties, String name, String value) {
    PropertyContext p = properties.get(name);
    return p != null && text(p.value()).equals(value);
  }

  private Section section(
      CommandContext c, Map<String, PropertyContext> properties, boolean ofDefault) {
    boolean named = menu.equals(Menus.PROFILE) || menu.equals(Menus.PEER);
    named |= menu.equals(Menus.PROPOSAL);
    PropertyContext name = properties.get("name");
    String by = name != null && named ? text(name.value()) : "in line " + line(c);
    return reading.section(menu, ofDefault ? "default" : by, line(c));
  }

  private void fill(Section section, Map<String, PropertyContext> properties) {
    properties.forEach(
        (name, p) -> {
          if (!Menus.has(menu, name)) section.unknown(line(p));
          else if (name.equals("secret")) section.key(key(text(p.value())));
          else if (!isSecret(name)) section.replace(name).add(name, text(p.value()), line(p));
        });
  }

  private static boolean isSecret(String name) {
    return name.equals("password") || name.equals("key");
  }

  private static Secret key(String text) {
    if (text.matches("0[xX](?:[0-9A-Fa-f]{2})+")) {
      return new Secret(HexFormat.of().parseHex(text.substring(2)));
    }
    return Secret.ofText(text);
  }

  private static String text(ValueContext c) {
    return c.STRING() == null ? c.getText() : unquoted(c.STRING().getText());
  }

  /** The escapes of the chapter "Scripting". */
  private static String unquoted(String quoted) {
    String text = quoted.substring(1, quoted.length() - 1).replaceAll("\\\\\n[ \t]*", "");
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\' || i + 1 == text.length()) {
        plain.append(c);
        continue;
      }
      String two = text.substring(i + 1, Math.min(i + 3, text.length()));
      if (two.matches("[0-9A-F]{2}")) {
        plain.append((char) Integer.parseInt(two, 16));
        i += 2;
      } else {
        i++;
        plain.append(escaped(text.charAt(i)));
      }
    }
    return plain.toString();
  }

  private static char escaped(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case '_' -> ' ';
      default -> c;
    };
  }
}
