package org.vpnhub.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vpnhub.model.ModelFiles;
import org.vpnhub.ui.editor.XmlTokens.Kind;
import org.vpnhub.ui.editor.XmlTokens.Token;

class XmlTokensTest {
  private static List<String> pieces(String text) {
    return XmlTokens.of(text).stream()
        .filter(t -> t.kind() != Kind.TEXT)
        .map(t -> t.kind() + " " + text.substring(t.start(), t.start() + t.length()))
        .toList();
  }

  @Test
  void cutsTagsAttributesAndValues() {
    assertEquals(
        List.of("TAG <sites", "ATTRIBUTE id", "VALUE \"a > b\"", "TAG />"),
        pieces("  <sites id=\"a > b\"/>"));
    assertEquals(List.of("TAG <cidrs>", "TAG </cidrs>"), pieces("<cidrs>10.0.0.0/8</cidrs>"));
  }

  @Test
  void leavesNoGapsWhateverTheText() throws IOException {
    String model = ModelFiles.toText(TestNetworks.offices(3));
    for (String text : List.of(model, "<a b=\"", "<", "<a b", "a=\"x\"", "<a / = \" >", "")) {
      int at = 0;
      for (Token t : XmlTokens.of(text)) {
        assertEquals(at, t.start(), text);
        at += t.length();
      }
      assertEquals(text.length(), at, text);
    }
  }
}
