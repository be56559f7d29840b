package org.vpnhub.ui.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.Collections;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.vpnhub.validation.Rule;
import org.vpnhub.validation.RuleCatalog;
import org.vpnhub.validation.RuleHelp;
import org.xml.sax.InputSource;

/** The help pages as the form shows them. */
class RulePageTest {
  private static void parse(String page) throws Exception {
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(page)));
  }

  @Test
  void everyPageIsWellFormed() throws Exception {
    parse(RulePage.all());
    for (Rule rule : RuleCatalog.rules()) {
      RuleHelp help = RuleHelp.of(rule.id()).orElseThrow();
      parse(RulePage.of(help, List.of("a & b <c>: \"x\"")));
      assertTrue(RulePage.all().contains("\"rule:" + rule.id() + "\""), rule.id());
    }
  }

  @Test
  void pageWithLinksAndPlaces() {
    RuleHelp help = RuleHelp.of("R01").orElseThrow();
    String page = RulePage.of(help, List.of("hub.vpnhub, site Suzhou: no route"));
    assertTrue(page.contains("<a href=\"rule:R11\">R11</a>"), page);
    assertTrue(page.contains("<a href=\"marker:0\">hub.vpnhub, site Suzhou: no route</a>"), page);
    assertTrue(page.contains("<a href=\"all\">"), page);
    assertFalse(RulePage.of(help, List.of()).contains("In your networks"));
  }

  @Test
  void manyPlacesAreCounted() {
    RuleHelp help = RuleHelp.of("R01").orElseThrow();
    String page = RulePage.of(help, Collections.nCopies(1234, "place"));
    assertEquals(RulePage.MOST, page.split("marker:", -1).length - 1);
    assertTrue(page.contains("and 1,214 more"), page);
  }
}
