package org.vpnhub.exporter.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class XmlTest {
  private static String sample() {
    return new XmlText()
        .comments(List.of("a --- b --", "c"))
        .open("a", "id", "\"<1>\"")
        .leaf("b", "x < y & \"z\" ]]> \u0001\ud800")
        .leaf("c", "")
        .open("d")
        .close()
        .close()
        .toString();
  }

  @Test
  void nothingBreaksOut() {
    assertEquals(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- a - - - b - - -->
        <!-- c -->
        <a id="&quot;&lt;1&gt;&quot;">
          <b>x &lt; y &amp; "z" ]]&gt; ??</b>
          <c/>
          <d>
          </d>
        </a>
        """,
        sample());
  }

  @Test
  void whatIsWrittenIsReadBack() {
    List<Integer> faults = new ArrayList<>();
    XmlNode a = XmlNode.read(sample(), faults::add).orElseThrow();
    assertEquals(List.of(), faults);
    assertEquals("\"<1>\"", a.attribute("id"));
    assertEquals("x < y & \"z\" ]]> ??", a.text("b"));
    assertEquals(5, a.one("b").orElseThrow().line());
    assertTrue(a.found("c").isEmpty());
  }

  @Test
  void faultsNameTheirLine() {
    List<Integer> faults = new ArrayList<>();
    assertTrue(XmlNode.read("<a>\n<b>\n</a>", faults::add).isEmpty());
    assertEquals(List.of(3), faults);
    assertTrue(XmlNode.read("", faults::add).isEmpty());
    String bomb = "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n<a>&e;</a>";
    String read = XmlNode.read(bomb, faults::add).map(XmlNode::text).orElse("");
    assertEquals("", read);
    assertTrue(XmlNode.read("<a>".repeat(200), faults::add).isEmpty());
  }
}
