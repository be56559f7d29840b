package org.vpnhub.app.internal;

import java.io.IOException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/**
 * Window &gt; Theme: chooses that of the next start. What is on the screen keeps colours of the
 * theme that it was made under, so that a switch at once leaves white on white.
 */
public final class ThemeMenu extends CompoundContributionItem {
  /** Where the theme engine looks at the start. */
  private static final ScopedPreferenceStore CHOICE =
      new ScopedPreferenceStore(InstanceScope.INSTANCE, "org.eclipse.e4.ui.css.swt.theme");

  private static final String KEY = "themeid";

  @Override
  protected IContributionItem[] getContributionItems() {
    IThemeEngine engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);
    ITheme active = engine.getActiveTheme();
    String remembered = CHOICE.getString(KEY);
    String chosen = remembered.isEmpty() && active != null ? active.getId() : remembered;
    return engine.getThemes().stream()
        .filter(t -> t.getId().startsWith("org.eclipse.e4.ui.css.theme.e4_"))
        .map(t -> new Choose(t, t.getId().equals(chosen), t.equals(active)))
        .map(ActionContributionItem::new)
        .toArray(IContributionItem[]::new);
  }

  private static final class Choose extends Action {
    private final ITheme theme;
    private final boolean active;

    Choose(ITheme theme, boolean chosen, boolean active) {
      super(theme.getLabel(), IAction.AS_RADIO_BUTTON);
      this.theme = theme;
      this.active = active;
      setChecked(chosen);
    }

    @Override
    public void run() {
      if (!isChecked()) return;
      CHOICE.setValue(KEY, theme.getId());
      try {
        CHOICE.save();
      } catch (IOException e) {
        ILog.get().error("the theme is not remembered", e);
      }
      if (active) return;
      MessageDialog.openInformation(
          PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell(),
          "Theme",
          theme.getLabel() + ": the console has this theme when you start it the next time.");
    }
  }
}
