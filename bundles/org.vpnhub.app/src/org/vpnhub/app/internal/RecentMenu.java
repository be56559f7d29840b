package org.vpnhub.app.internal;

import java.nio.file.Path;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;

/** File &gt; Recent Files. */
public final class RecentMenu extends CompoundContributionItem {
  @Override
  protected IContributionItem[] getContributionItems() {
    var files = RecentFiles.list();
    if (files.isEmpty()) return new IContributionItem[] {item(none())};
    return files.stream().map(f -> item(new Open(f))).toArray(IContributionItem[]::new);
  }

  private static IContributionItem item(Action action) {
    return new ActionContributionItem(action);
  }

  private static Action none() {
    Action none = new Action("(none)") {};
    none.setEnabled(false);
    return none;
  }

  private static final class Open extends Action {
    private final Path file;

    Open(Path file) {
      super(file.getFileName().toString().replace("&", "&&") + "  \u2014  " + file.getParent());
      this.file = file;
    }

    @Override
    public void run() {
      var page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
      OpenFile.fromDisk(page, file);
    }
  }
}
