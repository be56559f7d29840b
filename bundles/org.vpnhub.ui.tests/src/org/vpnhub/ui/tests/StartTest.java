package org.vpnhub.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;

class StartTest {
  @Test
  void theWorkbenchOpensInItsPerspective() {
    var page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
    assertEquals("org.vpnhub.app.perspective", page.getPerspective().getId());
  }
}
