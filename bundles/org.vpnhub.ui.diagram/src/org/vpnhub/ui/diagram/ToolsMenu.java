package org.vpnhub.ui.diagram;

import org.eclipse.jface.action.ContributionItem;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.vpnhub.ui.Widgets;

/** The submenu "New" of a diagram's context menu: the tools of its definition. */
final class ToolsMenu extends ContributionItem {
  private final DiagramEditor editor;

  ToolsMenu(DiagramEditor editor) {
    this.editor = editor;
  }

  @Override
  public void fill(Menu menu, int index) {
    if (editor.session().filter(s -> s.isEditable() && !s.tools().isEmpty()).isEmpty()) return;
    MenuItem item = Widgets.id(new MenuItem(menu, SWT.CASCADE, index), "diagram.new");
    item.setText("&New");
    Menu tools = new Menu(menu);
    editor.canvas().ifPresent(c -> c.fillTools(tools));
    item.setMenu(tools);
  }
}
