package org.vpnhub.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.Test;

/** The window, its welcome page, and what one does there first. */
class StartTest extends Journey {
  @Test
  void theWindowOpensInItsPerspectiveAndNamesTheFile() throws Exception {
    assertEquals("org.vpnhub.app.perspective", BOT.get(() -> page().getPerspective().getId()));
    open(file("office", "notes.txt", "hello"), "org.eclipse.ui.DefaultTextEditor");
    BOT.until("title", () -> window().getShell().getText().equals("notes \u2014 vpnhub"));
  }

  @Test
  void theWelcomePageOpensTheExample() {
    putPointerAside();
    BOT.run(() -> execute("org.vpnhub.app.welcome"));
    screenshot("welcome");
    click("welcome.example");
    BOT.until(
        "the example's editor",
        () ->
            page().getActiveEditor() != null
                && page().getActiveEditor().getTitle().contains("three-offices"));
    var file =
        ResourcesPlugin.getWorkspace()
            .getRoot()
            .getProject("Examples")
            .getFile("three-offices.vpnhub");
    assertTrue(file.exists());
    putPointerAside();
    screenshot("example");
  }

  @Test
  void theAboutDialogListsTheBundles() {
    BOT.asynchronously(() -> execute("org.vpnhub.app.about"));
    Table bundles = BOT.find(Table.class, "about.bundles");
    BOT.item(bundles, "vpnhub console");
    screenshot("about");
    Shell shell = BOT.shell("About vpnhub");
    clickButton("Close");
    BOT.until("closed", shell::isDisposed);
  }
}
