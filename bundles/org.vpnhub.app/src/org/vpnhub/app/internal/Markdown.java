package org.vpnhub.app.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of Markdown that the guide is written in: headings, paragraphs, list items, code,
 * pictures, and within a line strong text, code and links. A row of a table becomes an item, its
 * head a strong one. No widgets.
 */
final class Markdown {
  /** A piece of a document. */
  sealed interface Block {
    record Heading(int level, List<Span> spans) implements Block {}

    record Paragraph(List<Span> spans) implements Block {}

    /**
     * @param mark what stands before it: a bullet or a number; nothing before a table's head
     */
    record Item(String mark, List<Span> spans) implements Block {}

    record Code(String text) implements Block {}

    /**
     * @param path relative to the document
     */
    record Picture(String path) implements Block {}
  }

  enum Style {
    PLAIN,
    STRONG,
    EMPHASIS,
    CODE
  }

  /** A piece of a line. Of a link only its words are kept. */
  record Span(String text, Style style) {}

  private static final Pattern HEADING = Pattern.compile("(#{1,4}) +(.*)");
  private static final Pattern ITEM = Pattern.compile(" *([-*]|\\d+\\.) +(.*)");
  private static final Pattern PICTURE = Pattern.compile("!\\[[^]]*]\\(([^)]*)\\)");
  private static final Pattern INDENTED = Pattern.compile(" {4}.*");
  private static final Pattern ROW = Pattern.compile("\\|(.*)\\|");
  private static final Pattern INLINE =
      Pattern.compile("\\*\\*(.+?)\\*\\*|`([^`]+)`|\\*(\\S[^*]*)\\*|\\[([^]]*)]\\([^)]*\\)");

  private final List<Block> blocks = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private boolean inCode;
  private boolean inTable;
  private String mark = "";

  private Markdown() {}

  static List<Block> parse(String document) {
    Markdown markdown = new Markdown();
    document.lines().forEach(markdown::line);
    markdown.end();
    return markdown.blocks;
  }

  private void line(String line) {
    if (line.startsWith("```")) {
      end();
      inCode = !inCode;
    } else if (inCode) {
      append(line, "\n");
    } else if (line.isBlank() || line.startsWith("<!--")) {
      end();
      inTable = false;
    } else if (isIndentedCode(line)) {
      code(line.substring(4));
    } else if (!startsBlock(line)) {
      append(line.strip(), " ");
    }
  }

  /** Within a list or a paragraph an indent only makes the source look good. */
  private boolean isIndentedCode(String line) {
    return text.isEmpty() && INDENTED.matcher(line).matches() && !ITEM.matcher(line).matches();
  }

  private void code(String line) {
    if (!blocks.isEmpty() && blocks.getLast() instanceof Block.Code(String before)) {
      blocks.removeLast();
      blocks.add(new Block.Code(before + "\n" + line));
    } else {
      blocks.add(new Block.Code(line));
    }
  }

  /** Whether the line is of a kind that stands alone or begins something. */
  private boolean startsBlock(String line) {
    Matcher heading = HEADING.matcher(line);
    Matcher picture = PICTURE.matcher(line.strip());
    Matcher item = ITEM.matcher(line);
    Matcher row = ROW.matcher(line.strip());
    if (heading.matches()) {
      end();
      blocks.add(new Block.Heading(heading.group(1).length(), spans(heading.group(2))));
    } else if (picture.matches()) {
      end();
      blocks.add(new Block.Picture(picture.group(1)));
    } else if (row.matches()) {
      end();
      row(row.group(1));
    } else if (item.matches()) {
      end();
      mark = item.group(1).endsWith(".") ? item.group(1) : "\u2022";
      append(item.group(2), " ");
    } else {
      return false;
    }
    return true;
  }

  private void row(String cells) {
    if (cells.matches("[-:| ]+")) return; // the line under the table's head
    List<String> filled = new ArrayList<>();
    for (String cell : cells.split("\\|")) if (!cell.isBlank()) filled.add(cell.strip());
    String joined = String.join(" \u2014 ", filled);
    blocks.add(
        inTable
            ? new Block.Item("\u2022", spans(joined))
            : new Block.Item("", List.of(new Span(joined, Style.STRONG))));
    inTable = true;
  }

  private void append(String more, String separator) {
    if (!text.isEmpty()) text.append(separator);
    text.append(more);
  }

  /** Ends the block that is being read, if there is one. */
  private void end() {
    String read = text.toString();
    text.setLength(0);
    if (!read.isEmpty()) {
      if (inCode) blocks.add(new Block.Code(read));
      else if (mark.isEmpty()) blocks.add(new Block.Paragraph(spans(read)));
      else blocks.add(new Block.Item(mark, spans(read)));
    }
    mark = "";
  }

  private static List<Span> spans(String line) {
    List<Span> spans = new ArrayList<>();
    Matcher special = INLINE.matcher(line);
    int from = 0;
    while (special.find()) {
      if (special.start() > from) spans.add(plain(line.substring(from, special.start())));
      if (special.group(1) != null) spans.add(new Span(special.group(1), Style.STRONG));
      else if (special.group(2) != null) spans.add(new Span(special.group(2), Style.CODE));
      else if (special.group(3) != null) spans.add(new Span(special.group(3), Style.EMPHASIS));
      else spans.add(plain(special.group(4)));
      from = special.end();
    }
    if (from < line.length()) spans.add(plain(line.substring(from)));
    return spans;
  }

  private static Span plain(String text) {
    return new Span(text, Style.PLAIN);
  }
}
