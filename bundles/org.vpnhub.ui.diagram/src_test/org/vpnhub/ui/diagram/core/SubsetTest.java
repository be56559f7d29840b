package org.vpnhub.ui.diagram.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SubsetTest {
  /** The table of docs/diagram-subset.md is the one that the reader goes by. */
  @Test
  void documentationSaysWhatTheReaderTakes() {
    List<String> documented =
        Fixtures.text(Fixtures.project().resolve("docs/diagram-subset.md"))
            .lines()
            .filter(l -> l.startsWith("| `"))
            .toList();
    assertEquals(String.join("\n", Subset.lines()), String.join("\n", documented));
  }
}
