package org.vpnhub.ui.monitor;

import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.part.ViewPart;
import org.jspecify.annotations.Nullable;
import org.vpnhub.ui.monitor.core.Watched;

/** A view of the hub that {@link MonitorUi} has selected. */
abstract class MonitorView extends ViewPart {
  private final Runnable tick = this::tick;
  private final IPartListener2 visible = new Visible();
  private @Nullable SourceBar bar;
  private @Nullable Composite all;

  @Override
  public final void createPartControl(Composite parent) {
    all = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(all);
    bar = new SourceBar(all, new Commands(getSite()));
    Composite body = new Composite(all, SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
    createBody(body, bar.more());
    ui().addListener(tick);
    getSite().getPage().addPartListener(visible);
    refresh();
  }

  static MonitorUi ui() {
    return MonitorUi.get();
  }

  /**
   * Makes what is below the head.
   *
   * @param head a place in the head, for a few controls
   */
  abstract void createBody(Composite body, Composite head);

  /** Shows how the hub is now; called again and again while the view is visible. */
  abstract void show(Optional<Watched> watched);

  private void tick() {
    if (all != null && !all.isDisposed() && all.isVisible()) refresh();
  }

  final void refresh() {
    if (bar == null || all == null || all.isDisposed()) return;
    bar.update();
    show(ui().selected());
  }

  /** Nothing is refreshed while the view is hidden, so it is when it comes to sight. */
  private final class Visible implements IPartListener2 {
    @Override
    public void partVisible(IWorkbenchPartReference part) {
      if (part.getPart(false) == MonitorView.this) refresh();
    }
  }

  @Override
  public void dispose() {
    ui().removeListener(tick);
    getSite().getPage().removePartListener(visible);
    super.dispose();
  }
}
