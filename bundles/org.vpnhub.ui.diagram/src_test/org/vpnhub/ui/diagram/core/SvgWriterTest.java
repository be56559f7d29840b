package org.vpnhub.ui.diagram.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.vpnhub.model.Network;
import org.vpnhub.ui.diagram.core.layout.RadialLayout;
import org.vpnhub.ui.diagram.core.layout.TextSizes;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class SvgWriterTest {
  @Test
  void wellFormedWithAllLabels() throws Exception {
    Network network = Fixtures.faulty();
    String hostile = "<script>&\"'\u0001\u2028 上海 \uD83C\uDFE2";
    network.getSites().getFirst().setName(hostile);
    String svg = svg(network);
    Document document = parse(svg);
    assertEquals("svg", document.getDocumentElement().getTagName());
    assertEquals(0, document.getElementsByTagName("script").getLength());
    String text = document.getDocumentElement().getTextContent();
    for (String label :
        new String[] {
          hostile.replace('\u0001', '\uFFFD').split("\u2028")[0],
          "10.10.20.0/24",
          "no route at the hub"
        }) {
      assertTrue(text.contains(label), () -> label + " is not in the picture");
    }
    assertTrue(svg.contains("font-family"), "names no font");
  }

  @Test
  void iconsArePartOfThePicture() throws Exception {
    Document document = parse(svg(Fixtures.threeOffices()));
    // One picture in the picture for each node.
    assertEquals(1 + 7, document.getElementsByTagName("svg").getLength());
  }

  @Test
  void noLocaleInTheNumbers() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertFalse(svg(Fixtures.threeOffices()).matches("(?s).*[\u0660-\u0669].*"));
    } finally {
      Locale.setDefault(before);
    }
  }

  private static String svg(Network network) {
    DiagramDefinition d = Fixtures.definition("HubTopology");
    Diagram diagram = Deriver.derive(d, network, Fixtures.services(d));
    Positions positions = RadialLayout.layout(diagram, new TextSizes());
    return SvgWriter.write(
        diagram, positions, path -> Fixtures.text(Fixtures.project().resolve("bundles" + path)));
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }
}
