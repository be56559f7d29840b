package org.vpnhub.app.internal;

import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.ICoolBarManager;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.action.ToolBarContributionItem;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.actions.ActionFactory.IWorkbenchAction;
import org.eclipse.ui.actions.ContributionItemFactory;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;

/**
 * Menu bar and tool bar. What the workbench offers anyway stands here; commands of our own come in
 * by {@code plugin.xml}, into the groups that are made here.
 */
final class Bars extends ActionBarAdvisor {
  private final IWorkbenchWindow window;

  Bars(IActionBarConfigurer configurer) {
    super(configurer);
    window = configurer.getWindowConfigurer().getWindow();
  }

  @Override
  protected void fillMenuBar(IMenuManager bar) {
    bar.add(file());
    bar.add(edit());
    bar.add(hub());
    bar.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
    bar.add(window());
    bar.add(help());
  }

  private MenuManager file() {
    var menu = new MenuManager("&File", IWorkbenchActionConstants.M_FILE);
    menu.add(new GroupMarker("open"));
    menu.add(new Separator("close"));
    menu.add(action(ActionFactory.CLOSE));
    menu.add(action(ActionFactory.CLOSE_ALL));
    menu.add(new Separator("save"));
    menu.add(action(ActionFactory.SAVE));
    menu.add(action(ActionFactory.SAVE_AS));
    menu.add(action(ActionFactory.SAVE_ALL));
    menu.add(action(ActionFactory.REVERT));
    menu.add(new Separator("transfer"));
    menu.add(new Separator("recent"));
    menu.add(new Separator("quit"));
    menu.add(action(ActionFactory.QUIT));
    return menu;
  }

  /** With the groups that the platform's text editor counts on. */
  private MenuManager edit() {
    var menu = new MenuManager("&Edit", IWorkbenchActionConstants.M_EDIT);
    menu.add(action(ActionFactory.UNDO));
    menu.add(action(ActionFactory.REDO));
    menu.add(new GroupMarker(IWorkbenchActionConstants.UNDO_EXT));
    menu.add(new Separator());
    menu.add(action(ActionFactory.CUT));
    menu.add(action(ActionFactory.COPY));
    menu.add(action(ActionFactory.PASTE));
    menu.add(new GroupMarker(IWorkbenchActionConstants.CUT_EXT));
    menu.add(new Separator());
    menu.add(action(ActionFactory.DELETE));
    menu.add(action(ActionFactory.SELECT_ALL));
    menu.add(new Separator());
    menu.add(action(ActionFactory.FIND));
    menu.add(new GroupMarker(IWorkbenchActionConstants.FIND_EXT));
    menu.add(new Separator(IWorkbenchActionConstants.ADD_EXT));
    menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
    return menu;
  }

  private static MenuManager hub() {
    var menu = new MenuManager("H&ub", "org.vpnhub.hub");
    for (String group : new String[] {"new", "check", "secrets", "export", "run", "diagram"}) {
      menu.add(new Separator(group));
    }
    return menu;
  }

  private MenuManager window() {
    var menu = new MenuManager("&Window", IWorkbenchActionConstants.M_WINDOW);
    var views = new MenuManager("Show &View", "showView");
    views.add(ContributionItemFactory.VIEWS_SHORTLIST.create(window));
    menu.add(views);
    IWorkbenchAction reset = action(ActionFactory.RESET_PERSPECTIVE);
    reset.setText("&Reset Window Layout\u2026");
    menu.add(reset);
    menu.add(new Separator("theme"));
    menu.add(new Separator("preferences"));
    menu.add(action(ActionFactory.PREFERENCES));
    return menu;
  }

  private MenuManager help() {
    var menu = new MenuManager("&Help", IWorkbenchActionConstants.M_HELP);
    menu.add(new GroupMarker("guide"));
    menu.add(new Separator("about"));
    return menu;
  }

  @Override
  protected void fillCoolBar(ICoolBarManager bar) {
    var tools = new ToolBarManager(bar.getStyle());
    tools.add(new GroupMarker("new"));
    tools.add(new Separator("save"));
    tools.add(action(ActionFactory.SAVE));
    tools.add(new GroupMarker("undo"));
    for (String group : new String[] {"export", "run", "diagram"}) tools.add(new Separator(group));
    bar.add(new ToolBarContributionItem(tools, "org.vpnhub.toolbar"));
  }

  /** Registered, so that its key works and it ends with the window. */
  private IWorkbenchAction action(ActionFactory factory) {
    IWorkbenchAction known = (IWorkbenchAction) getAction(factory.getId());
    if (known != null) return known;
    IWorkbenchAction made = factory.create(window);
    register(made);
    return made;
  }
}
