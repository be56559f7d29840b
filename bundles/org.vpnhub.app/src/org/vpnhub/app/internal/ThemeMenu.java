package org.vpnhub.app.internal;

import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;

/** Window &gt; Theme: switches at once, and is remembered. */
public final class ThemeMenu extends CompoundContributionItem {
  @Override
  protected IContributionItem[] getContributionItems() {
    IThemeEngine engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);
    ITheme active = engine.getActiveTheme();
    return engine.getThemes().stream()
        .filter(t -> t.getId().startsWith("org.eclipse.e4.ui.css.theme.e4_"))
        .map(t -> new ActionContributionItem(new Switch(engine, t, t.equals(active))))
        .toArray(IContributionItem[]::new);
  }

  private static final class Switch extends Action {
    private final IThemeEngine engine;
    private final ITheme theme;

    Switch(IThemeEngine engine, ITheme theme, boolean active) {
      super(theme.getLabel(), IAction.AS_RADIO_BUTTON);
      this.engine = engine;
      this.theme = theme;
      setChecked(active);
    }

    @Override
    public void run() {
      if (isChecked()) engine.setTheme(theme, true);
    }
  }
}
