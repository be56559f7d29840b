package org.vpnhub.app.internal;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** The perspective "VPN Hub". */
public final class HubPerspective implements IPerspectiveFactory {
  static final String ID = "org.vpnhub.app.perspective";

  @Override
  public void createInitialLayout(IPageLayout layout) {
    var left = layout.createFolder("left", IPageLayout.LEFT, 0.22f, layout.getEditorArea());
    left.addView("org.vpnhub.ui.navigator");
    var bottom = layout.createFolder("bottom", IPageLayout.BOTTOM, 0.66f, layout.getEditorArea());
    bottom.addView(IPageLayout.ID_PROBLEM_VIEW);
    bottom.addView(IPageLayout.ID_PROP_SHEET);
    bottom.addView("org.vpnhub.ui.monitor.tunnels");
    bottom.addView("org.vpnhub.ui.monitor.traffic");
    bottom.addView("org.vpnhub.ui.monitor.log");
    bottom.addView("org.vpnhub.ui.monitor.diagnose");
    var outline = layout.createFolder("outline", IPageLayout.BOTTOM, 0.72f, "left");
    outline.addView(IPageLayout.ID_OUTLINE);
  }
}
