package org.vpnhub.app.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** The picture that is shown until the window opens. */
final class Splash {
  private static final int AWAKE_MILLIS = 250;
  private final Shell shell;

  private Splash(Shell shell) {
    this.shell = shell;
  }

  static Splash open(Display display) {
    Shell shell = new Shell(display, SWT.NO_TRIM | SWT.ON_TOP);
    Image image = Pictures.descriptor("splash.svg").createImage(display);
    shell.addDisposeListener(e -> image.dispose());
    shell.addPaintListener(e -> e.gc.drawImage(image, 0, 0));
    Rectangle size = image.getBounds();
    Rectangle screen = display.getPrimaryMonitor().getBounds();
    shell.setBounds(
        screen.x + (screen.width - size.width) / 2,
        screen.y + (screen.height - size.height) / 2,
        size.width,
        size.height);
    shell.open();
    shell.update();
    while (display.readAndDispatch()) {} // until it is painted
    Splash splash = new Splash(shell);
    splash.keepAwake();
    return splash;
  }

  /**
   * The workbench opens its windows in a thread of its own and wakes this one when it has done so.
   * On a busy machine that call can come a moment too early and is lost; then the start would wait
   * for the next move of the mouse.
   */
  private void keepAwake() {
    if (shell.isDisposed()) return;
    shell.getDisplay().timerExec(AWAKE_MILLIS, this::keepAwake);
  }

  void close() {
    if (!shell.isDisposed()) shell.dispose();
  }
}
