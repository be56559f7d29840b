package org.vpnhub.ui.editor;

import java.util.ArrayList;
import java.util.List;

/** Cuts the text of a model file into what is to be coloured. Simple: the writer is ours. */
final class XmlTokens {
  /** What a piece of text is. */
  enum Kind {
    TEXT,
    /** Angle brackets and the element's name. */
    TAG,
    /** An attribute's name. */
    ATTRIBUTE,
    /** A value with its quotes. */
    VALUE
  }

  /** A piece of text. */
  record Token(Kind kind, int start, int length) {}

  private final String text;
  private final List<Token> tokens = new ArrayList<>();

  private XmlTokens(String text) {
    this.text = text;
  }

  /** The pieces of a text in order, without gaps. */
  static List<Token> of(String text) {
    XmlTokens all = new XmlTokens(text);
    all.cut();
    return all.tokens;
  }

  private void cut() {
    int at = 0;
    while (at < text.length()) {
      int open = find('<', at);
      add(Kind.TEXT, at, open);
      at = open == text.length() ? open : tag(open);
    }
  }

  /** Cuts a tag; gives where it ends. */
  private int tag(int open) {
    int at = open + 1;
    while (at < text.length() && !isSpace(at) && text.charAt(at) != '>') at++;
    add(Kind.TAG, open, at);
    while (at < text.length() && text.charAt(at) != '>') {
      char c = text.charAt(at);
      int end;
      if (c == '"') {
        end = Math.min(text.length(), find('"', at + 1) + 1);
        add(Kind.VALUE, at, end);
      } else if (isSpace(at) || c == '=') {
        end = at + 1;
        add(Kind.TEXT, at, end);
      } else if (c == '/' || c == '?') {
        end = at + 1;
        add(Kind.TAG, at, end);
      } else {
        end = at;
        while (end < text.length() && !isSpace(end) && "=>/\"".indexOf(text.charAt(end)) < 0) end++;
        end = Math.max(end, at + 1);
        add(Kind.ATTRIBUTE, at, end);
      }
      at = end;
    }
    int end = Math.min(text.length(), at + 1);
    add(Kind.TAG, at, end);
    return end;
  }

  private int find(char c, int from) {
    int at = text.indexOf(c, from);
    return at < 0 ? text.length() : at;
  }

  private boolean isSpace(int at) {
    return Character.isWhitespace(text.charAt(at));
  }

  private void add(Kind kind, int start, int end) {
    if (end <= start) return;
    if (!tokens.isEmpty() && tokens.getLast().kind() == kind) {
      Token last = tokens.removeLast();
      tokens.add(new Token(kind, last.start(), last.length() + end - start));
    } else {
      tokens.add(new Token(kind, start, end - start));
    }
  }
}
