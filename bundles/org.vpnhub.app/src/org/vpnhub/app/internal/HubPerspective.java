package org.vpnhub.app.internal;

import java.util.List;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/**
 * The perspective "VPN Hub": networks and outline at the left, what is found and measured below.
 */
public final class HubPerspective implements IPerspectiveFactory {
  static final String ID = "org.vpnhub.app.perspective";
  private static final String NAVIGATOR = "org.vpnhub.ui.navigator";
  private static final List<String> BELOW =
      List.of(
          IPageLayout.ID_PROBLEM_VIEW,
          IPageLayout.ID_PROP_SHEET,
          "org.vpnhub.ui.monitor.tunnels",
          "org.vpnhub.ui.monitor.traffic",
          "org.vpnhub.ui.monitor.log",
          "org.vpnhub.ui.monitor.diagnose");

  @Override
  public void createInitialLayout(IPageLayout layout) {
    var left = layout.createFolder("left", IPageLayout.LEFT, 0.22f, layout.getEditorArea());
    left.addView(NAVIGATOR);
    var below = layout.createFolder("below", IPageLayout.BOTTOM, 0.66f, layout.getEditorArea());
    BELOW.forEach(below::addView);
    var outline = layout.createFolder("outline", IPageLayout.BOTTOM, 0.66f, "left");
    outline.addView(IPageLayout.ID_OUTLINE);
    layout.addShowViewShortcut(NAVIGATOR);
    layout.addShowViewShortcut(IPageLayout.ID_OUTLINE);
    BELOW.forEach(layout::addShowViewShortcut);
  }
}
