package org.vpnhub.ui.monitor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;
import org.vpnhub.ui.Images;
import org.vpnhub.ui.Widgets;
import org.vpnhub.ui.monitor.core.TunnelRow;

/** The tree of {@link TunnelRow}s. Only cells whose text differs are written anew. */
final class TunnelTree {
  private static final int[] WIDTHS = {240, 165, 80, 80, 115, 115, 80, 105, 190, 340, 240};
  private static final List<String> RIGHT = List.of("In", "Out", "Rate in", "Rate out");
  private final Tree tree;
  private boolean wasGone;
  private boolean wasDark;
  private boolean recolour;

  TunnelTree(Composite parent) {
    tree =
        Widgets.id(new Tree(parent, SWT.FULL_SELECTION | SWT.BORDER | SWT.MULTI), "tunnels.tree");
    tree.setHeaderVisible(true);
    for (int i = 0; i < TunnelRow.COLUMNS.size(); i++) {
      String title = TunnelRow.COLUMNS.get(i);
      TreeColumn column = new TreeColumn(tree, RIGHT.contains(title) ? SWT.RIGHT : SWT.LEFT);
      column.setText(title);
      column.setWidth(WIDTHS[i]);
      column.setMoveable(i > 0);
    }
    tree.addListener(SWT.Expand, e -> fill((TreeItem) e.item));
  }

  Tree control() {
    return tree;
  }

  /** Shows rows; those of a hub that is gone in grey. */
  void show(List<TunnelRow> rows, boolean gone) {
    Color grey = gone ? StateColors.grey(tree) : null;
    boolean dark = StateColors.isDark(tree);
    recolour = gone != wasGone || dark != wasDark;
    wasGone = gone;
    wasDark = dark;
    if (tree.getItemCount() != rows.size()) resize(rows.size());
    for (int i = 0; i < rows.size(); i++) show(tree.getItem(i), rows.get(i), grey);
  }

  private void resize(int count) {
    tree.setRedraw(false);
    for (int i = tree.getItemCount(); i > count; i--) tree.getItem(i - 1).dispose();
    for (int i = tree.getItemCount(); i < count; i++) new TreeItem(tree, SWT.NONE);
    tree.setRedraw(true);
  }

  private void show(TreeItem item, TunnelRow row, Color grey) {
    TunnelRow old = (TunnelRow) item.getData();
    item.setData(row);
    for (int c = 0; c < row.cells().size(); c++) {
      String text = row.cells().get(c);
      if (old == null || !old.cells().get(c).equals(text)) item.setText(c, text);
    }
    if (old == null || old.state() != row.state() || recolour) {
      item.setImage(Images.get(grey != null ? "connection-unknown" : image(row)));
      item.setForeground(grey);
      item.setForeground(1, grey != null ? grey : StateColors.of(row.state(), tree));
    }
    children(item, row, grey);
  }

  /** Children are made when they can be seen; until then one stands for them. */
  private void children(TreeItem item, TunnelRow row, Color grey) {
    int wanted = item.getExpanded() ? row.children().size() : Math.min(1, row.children().size());
    for (int i = item.getItemCount(); i > wanted; i--) item.getItem(i - 1).dispose();
    for (int i = item.getItemCount(); i < wanted; i++) new TreeItem(item, SWT.NONE);
    if (!item.getExpanded()) return;
    for (int i = 0; i < wanted; i++) show(item.getItem(i), row.children().get(i), grey);
  }

  private void fill(TreeItem item) {
    TunnelRow row = (TunnelRow) item.getData();
    if (row == null) return;
    for (int i = item.getItemCount(); i < row.children().size(); i++) new TreeItem(item, SWT.NONE);
    for (int i = 0; i < row.children().size(); i++)
      show(item.getItem(i), row.children().get(i), wasGone ? StateColors.grey(tree) : null);
    tree.getDisplay()
        .asyncExec(
            () -> {
              for (TreeItem child : item.isDisposed() ? new TreeItem[0] : item.getItems()) {
                if (row.kind() != TunnelRow.Kind.CONNECTION) continue;
                child.setExpanded(true); // which is no event of its own
                fill(child);
              }
            });
  }

  private static String image(TunnelRow row) {
    return switch (row.state()) {
      case UP -> "connection-up";
      case NEGOTIATING -> "connection-negotiating";
      case DOWN, FAILED, REFUSED -> "connection-down";
    };
  }

  /** The rows that are selected. */
  List<TunnelRow> selection() {
    return Arrays.stream(tree.getSelection())
        .map(i -> Optional.ofNullable((TunnelRow) i.getData()))
        .flatMap(Optional::stream)
        .toList();
  }
}
