package org.vpnhub.ui.tests;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.swt.widgets.Widget;
import org.vpnhub.ui.Widgets;

/**
 * Finds widgets and waits for them. Runs on the test's thread, so that a dialog which holds up the
 * user interface's does not hold up the test; whatever touches a widget is sent there by {@link
 * #get}.
 */
final class Bot {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long POLL_NANOS = 20_000_000;
  private final Display display;

  Bot(Display display) {
    this.display = display;
  }

  /** Asks the user interface. */
  <T> T get(Supplier<T> question) {
    List<T> answer = new ArrayList<>();
    List<RuntimeException> failure = new ArrayList<>();
    display.syncExec(
        () -> {
          try {
            answer.add(question.get());
          } catch (RuntimeException e) {
            failure.add(e);
          }
        });
    if (!failure.isEmpty()) throw failure.getFirst();
    return answer.getFirst();
  }

  /** Does something on the user interface's thread. */
  void run(Runnable action) {
    get(
        () -> {
          action.run();
          return true;
        });
  }

  /** The same, without waiting: what is done may open a dialog. */
  void asynchronously(Runnable action) {
    display.asyncExec(action);
  }

  /** Lets the user interface work off what has come in. */
  void settle() {
    LockSupport.parkNanos(POLL_NANOS); // the X server's event is on its way
    run(() -> {});
  }

  /** Waits until something is so; the condition is asked on the user interface's thread. */
  void until(String what, BooleanSupplier condition) {
    await(what, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
  }

  <T> T await(String what, Supplier<Optional<T>> search) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Optional<T> found = get(search);
      if (found.isPresent()) return found.get();
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + PATIENCE.toSeconds() + " s: " + what);
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  /** Waits for the visible widget of an id, the newest window first. */
  <T extends Widget> T find(Class<T> type, String id) {
    return await(
        "widget " + id,
        () -> search(w -> id.equals(w.getData(Widgets.ID)) && type.isInstance(w)).map(type::cast));
  }

  /** Waits for the visible, enabled button of a text, the newest window first. */
  Button button(String text) {
    return await(
        "button " + text,
        () ->
            search(
                    w ->
                        w instanceof Button b
                            && b.isEnabled()
                            && b.getText().replace("&", "").equals(text))
                .map(Button.class::cast));
  }

  /** Waits for a tool bar's button by its tooltip's beginning. */
  ToolItem tool(String tooltip) {
    return await(
        "tool " + tooltip,
        () ->
            search(
                    w ->
                        w instanceof ToolItem t
                            && t.getToolTipText() != null
                            && t.getToolTipText().startsWith(tooltip))
                .map(ToolItem.class::cast));
  }

  /** Waits for a visible tree by the title of its first column. */
  Tree tree(String column) {
    return await(
        "tree with the column " + column,
        () ->
            search(
                    w ->
                        w instanceof Tree t
                            && t.getColumnCount() > 0
                            && t.getColumn(0).getText().equals(column))
                .map(Tree.class::cast));
  }

  /** Waits for a dialog or wizard of a title. */
  Shell shell(String title) {
    return await(
        "window " + title,
        () -> shells().stream().filter(s -> s.getText().startsWith(title)).findFirst());
  }

  boolean exists(String id) {
    return get(() -> search(w -> id.equals(w.getData(Widgets.ID))).isPresent());
  }

  /** Waits until a table or tree has the item, and makes it visible. */
  TableItem item(Table table, String text) {
    return await(
        "row " + text,
        () -> {
          for (int row = 0; row < table.getItemCount(); row++) {
            TableItem item = table.getItem(row);
            for (int column = 0; column < Math.max(1, table.getColumnCount()); column++) {
              if (item.getText(column).contains(text)) {
                table.showItem(item);
                return Optional.of(item);
              }
            }
          }
          return Optional.empty();
        });
  }

  TreeItem item(Tree tree, String text) {
    return await("item " + text, () -> item(tree.getItems(), text));
  }

  private static Optional<TreeItem> item(TreeItem[] items, String text) {
    for (TreeItem item : items) {
      if (item.getText().contains(text)) {
        item.getParent().showItem(item);
        return Optional.of(item);
      }
      Optional<TreeItem> below = item(item.getItems(), text);
      if (below.isPresent()) return below;
    }
    return Optional.empty();
  }

  Point centre(Control control) {
    return get(
        () -> {
          Point size = control.getSize();
          return control.toDisplay(size.x / 2, size.y / 2);
        });
  }

  Point centre(ToolItem item) {
    return get(() -> centre(item.getParent(), item.getBounds()));
  }

  Point centre(TableItem item, int column) {
    return get(() -> centre(item.getParent(), item.getBounds(column)));
  }

  Point centre(TreeItem item) {
    return get(() -> centre(item.getParent(), item.getBounds()));
  }

  private static Point centre(Control parent, Rectangle inside) {
    return parent.toDisplay(inside.x + inside.width / 2, inside.y + inside.height / 2);
  }

  /** The visible windows, newest first. */
  List<Shell> shells() {
    List<Shell> shells = new ArrayList<>();
    for (Shell shell : display.getShells()) collect(shell, shells::addFirst);
    return shells;
  }

  private static void collect(Shell shell, Consumer<Shell> to) {
    if (shell.isVisible()) to.accept(shell);
    for (Shell child : shell.getShells()) {
      if (child.getParent() == shell) collect(child, to);
    }
  }

  private Optional<Widget> search(Predicate<Widget> what) {
    for (Shell shell : shells()) {
      Optional<Widget> found = search(shell, what);
      if (found.isPresent()) return found;
    }
    return Optional.empty();
  }

  private static Optional<Widget> search(Control control, Predicate<Widget> what) {
    if (!control.isVisible()) return Optional.empty();
    if (what.test(control)) return Optional.of(control);
    if (control instanceof ToolBar bar) {
      for (ToolItem item : bar.getItems()) if (what.test(item)) return Optional.of(item);
    }
    if (control instanceof Composite composite) {
      for (Control child : composite.getChildren()) {
        Optional<Widget> found = search(child, what);
        if (found.isPresent()) return found;
      }
    }
    return Optional.empty();
  }
}
