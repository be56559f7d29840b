package org.vpnhub.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.FileEditorInput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What the journeys have in common: an empty workspace in a window of full size, a hand for mouse
 * and keyboard, and the demand that nothing is logged as an error.
 */
@ExtendWith(Journey.PictureOfFailure.class)
abstract class Journey {
  static final Bot BOT = new Bot(PlatformUI.getWorkbench().getDisplay());
  private static final XServer SERVER = new XServer();
  static final Mouse MOUSE = new Mouse(SERVER, BOT);
  static final Keyboard KEYS = new Keyboard(SERVER, BOT);

  private static final String EXAMPLE =
      "platform:/plugin/org.vpnhub.app/copied/examples/three-offices.vpnhub";

  private final List<IStatus> errors = new CopyOnWriteArrayList<>();
  private final ILogListener log =
      (status, plugin) -> {
        if (status.getSeverity() >= IStatus.ERROR) errors.add(status);
      };

  @BeforeEach
  final void beginAnew() throws CoreException {
    Platform.addLogListener(log);
    BOT.run(
        () -> {
          Shell shell = window().getShell();
          shell.setBounds(shell.getDisplay().getPrimaryMonitor().getBounds());
          page().closeAllEditors(false);
          page().resetPerspective();
        });
    emptyWorkspace();
  }

  @AfterEach
  final void endClean() throws CoreException {
    BOT.run(
        () -> {
          for (Shell shell : BOT.shells()) {
            // The end of a dialog may end those that it opened.
            if (!shell.isDisposed() && shell != window().getShell()) shell.close();
          }
        });
    BOT.run(() -> page().closeAllEditors(false));
    emptyWorkspace();
    Platform.removeLogListener(log);
    assertEquals(List.of(), errors.stream().map(Journey::text).toList(), "logged errors");
  }

  private static String text(IStatus status) {
    return status.getMessage() + " " + status.getException();
  }

  private static void emptyWorkspace() throws CoreException {
    for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
      project.delete(true, true, new NullProgressMonitor());
    }
  }

  static IWorkbenchWindow window() {
    return PlatformUI.getWorkbench().getWorkbenchWindows()[0];
  }

  static IWorkbenchPage page() {
    return window().getActivePage();
  }

  /** A file of a project, both made if need be. */
  static IFile file(String project, String name, String content) throws CoreException {
    IProject in = ResourcesPlugin.getWorkspace().getRoot().getProject(project);
    if (!in.exists()) in.create(new NullProgressMonitor());
    in.open(new NullProgressMonitor());
    IFile file = in.getFile(name);
    file.write(
        content.getBytes(StandardCharsets.UTF_8), true, false, false, new NullProgressMonitor());
    return file;
  }

  /** The three-office example, as the product brings it along. */
  static String example() throws IOException {
    var url = URI.create(EXAMPLE).toURL();
    try (InputStream in = url.openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static void show(String view) {
    BOT.run(
        () -> {
          try {
            page().showView(view);
          } catch (PartInitException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  static IEditorPart open(IFile file, String editor) {
    return BOT.get(
        () -> {
          try {
            int match = IWorkbenchPage.MATCH_INPUT | IWorkbenchPage.MATCH_ID;
            return page().openEditor(new FileEditorInput(file), editor, true, match);
          } catch (PartInitException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /** Runs a command that has neither key nor button; on the user interface's thread. */
  static void execute(String command) {
    try {
      window().getService(IHandlerService.class).executeCommand(command, null);
    } catch (CommandException e) {
      throw new IllegalStateException(e);
    }
  }

  static void click(String id) {
    MOUSE.click(BOT.centre(BOT.find(Control.class, id)));
  }

  static void clickButton(String text) {
    Button button = BOT.button(text);
    MOUSE.click(BOT.centre(button));
  }

  /** Clicks into a field, takes all that is in it, and types over it. */
  static void fill(String id, String text) {
    click(id);
    KEYS.press("Ctrl", "a");
    KEYS.type(text);
  }

  /** The pointer goes to a window, so that the keyboard does too. */
  static void pointAt(Control control) {
    Point centre = BOT.centre(control);
    MOUSE.move(centre);
  }

  /** The pointer rests where nothing tells anything of itself. */
  static void putPointerAside() {
    BOT.settle();
    var bounds = BOT.get(() -> window().getShell().getBounds());
    MOUSE.move(new Point(bounds.x + bounds.width / 2, bounds.y + bounds.height - 45));
  }

  static void screenshot(String name) {
    BOT.settle();
    BOT.run(() -> Screenshots.take(window().getShell(), name));
  }

  /** What the screen looked like when a journey failed. */
  static final class PictureOfFailure implements AfterTestExecutionCallback {
    @Override
    public void afterTestExecution(org.junit.jupiter.api.extension.ExtensionContext context) {
      if (context.getExecutionException().isEmpty()) return;
      screenshot("failure-" + context.getRequiredTestMethod().getName());
    }
  }
}
