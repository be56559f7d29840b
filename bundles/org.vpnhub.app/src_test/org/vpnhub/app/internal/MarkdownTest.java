package org.vpnhub.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vpnhub.app.internal.Markdown.Block;
import org.vpnhub.app.internal.Markdown.Span;
import org.vpnhub.app.internal.Markdown.Style;

class MarkdownTest {
  @Test
  void blocksAreToldApart() {
    var blocks =
        Markdown.parse(
            """
            <!-- not shown -->
            # Guide
            Two lines
            are one paragraph.

            - first
              goes on
            2. second

            ![The window](images/window.png)
            ```
            ./vpnhub console
              indented
            ```
            """);
    assertEquals(
        List.of(
            new Block.Heading(1, plain("Guide")),
            new Block.Paragraph(plain("Two lines are one paragraph.")),
            new Block.Item("\u2022", plain("first goes on")),
            new Block.Item("2.", plain("second")),
            new Block.Picture("images/window.png"),
            new Block.Code("./vpnhub console\n  indented")),
        blocks);
  }

  @Test
  void aLineHasStrongTextCodeAndLinks() {
    assertEquals(
        List.of(
            new Block.Paragraph(
                List.of(
                    new Span("In ", Style.PLAIN),
                    new Span("Summary", Style.EMPHASIS),
                    new Span(" press ", Style.PLAIN),
                    new Span("Finish", Style.STRONG),
                    new Span(", see ", Style.PLAIN),
                    new Span("a_b*c", Style.CODE),
                    new Span(" in ", Style.PLAIN),
                    new Span("the rules", Style.PLAIN),
                    new Span(".", Style.PLAIN)))),
        Markdown.parse("In *Summary* press **Finish**, see `a_b*c` in [the rules](rules.md)."));
  }

  @Test
  void aTableIsAListOfItsRows() {
    assertEquals(
        List.of(
            new Block.Item("", List.of(new Span("Id \u2014 Rule", Style.STRONG))),
            new Block.Item("\u2022", plain("N01 \u2014 a name"))),
        Markdown.parse("| Id | Rule | |\n|---|:--|---|\n| N01 | a name | |"));
  }

  @Test
  void indentedLinesAreCode() {
    assertEquals(
        List.of(
            new Block.Paragraph(plain("Start:")),
            new Block.Code("./vpnhub console\n./vpnhub lab"),
            new Block.Paragraph(plain("That is all."))),
        Markdown.parse("Start:\n\n    ./vpnhub console\n    ./vpnhub lab\n\nThat is all."));
  }

  private static List<Span> plain(String text) {
    return List.of(new Span(text, Style.PLAIN));
  }
}
