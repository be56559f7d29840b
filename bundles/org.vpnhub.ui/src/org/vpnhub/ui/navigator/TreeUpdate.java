package org.vpnhub.ui.navigator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.widgets.TreeItem;

/**
 * Brings the items of a tree up to date with its content. Only the items of what came or went are
 * touched; all others stay, with what is selected and expanded.
 */
final class TreeUpdate {
  /** Of so many changes below one node a refresh of the node is faster. */
  private static final int MOST_SINGLE = 200;

  private final TreeViewer viewer;
  private final ITreeContentProvider content;

  TreeUpdate(TreeViewer viewer, ITreeContentProvider content) {
    this.viewer = viewer;
    this.content = content;
  }

  /** Updates all that is below a node, as far as it has items. */
  void run(Object node) {
    if (viewer.testFindItem(node) instanceof TreeItem item) run(node, item);
  }

  private void run(Object node, TreeItem item) {
    TreeItem[] items = item.getItems();
    boolean isUnknown = items.length == 0 || items[0].getData() == null; // never expanded
    if (isUnknown) {
      if (content.hasChildren(node) != items.length > 0) viewer.refresh(node, false);
      return;
    }
    Object[] now = content.getChildren(node);
    Object[] before = Arrays.stream(items).map(TreeItem::getData).toArray();
    if (!isSame(before, now) && !change(node, before, now)) return;
    for (TreeItem child : items) {
      if (!child.isDisposed()) run(child.getData(), child);
    }
  }

  /** Takes away and inserts; false when the whole node has been refreshed instead. */
  private boolean change(Object node, Object[] before, Object[] now) {
    Object[] gone = without(before, now);
    Object[] come = without(now, before);
    boolean inOrder = isSame(without(before, gone), without(now, come));
    if (!inOrder || now.length == 0 || gone.length + come.length > MOST_SINGLE) {
      viewer.refresh(node, false);
      return false;
    }
    if (gone.length > 0) viewer.remove(node, gone);
    Set<Object> isNew = set(come);
    for (int i = 0; i < now.length; i++) {
      if (isNew.contains(now[i])) viewer.insert(node, now[i], i);
    }
    return true;
  }

  private static boolean isSame(Object[] a, Object[] b) {
    if (a.length != b.length) return false;
    for (int i = 0; i < a.length; i++) if (a[i] != b[i]) return false;
    return true;
  }

  private static Object[] without(Object[] all, Object[] some) {
    Set<Object> out = set(some);
    List<Object> rest = new ArrayList<>();
    for (Object o : all) if (!out.contains(o)) rest.add(o);
    return rest.toArray();
  }

  private static Set<Object> set(Object[] objects) {
    Set<Object> set = Collections.newSetFromMap(new IdentityHashMap<>());
    Collections.addAll(set, objects);
    return set;
  }
}
