package org.vpnhub.ui.monitor;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.vpnhub.ui.Images;
import org.vpnhub.ui.Widgets;
import org.vpnhub.ui.monitor.core.Snapshot;
import org.vpnhub.ui.monitor.core.Watched;

/** The head of each view: which hub it shows, how that is, and what can be done about it. */
final class SourceBar {
  private final MonitorUi ui = MonitorUi.get();
  private final Composite bar;
  private final Label icon;
  private final Combo source;
  private final Link status;
  private final Composite more;
  private List<Watched> shown = List.of();

  SourceBar(Composite parent, Commands commands) {
    bar = new Composite(parent, SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
    GridLayoutFactory.fillDefaults().numColumns(4).margins(6, 4).spacing(6, 2).applyTo(bar);
    icon = new Label(bar, SWT.NONE);
    source = Widgets.id(new Combo(bar, SWT.READ_ONLY), "monitor.source");
    source.setVisible(false);
    source.setLayoutData(GridDataFactory.swtDefaults().exclude(true).create());
    source.setToolTipText("The running hub that the views show");
    source.addListener(SWT.Selection, e -> ui.select(shown.get(source.getSelectionIndex())));
    status = Widgets.id(new Link(bar, SWT.WRAP), "monitor.status");
    GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(status);
    status.addListener(SWT.Selection, e -> commands.run(e.text));
    more = new Composite(bar, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(6, 0).applyTo(more);
  }

  /** A place at its end for a view's own controls. */
  Composite more() {
    return more;
  }

  void update() {
    Optional<Watched> now = ui.selected();
    sources(now);
    String text = now.map(this::text).orElse(NOTHING);
    if (!text.equals(status.getText())) {
      status.setText(text);
      status.setToolTipText(text.replaceAll("</?a[^>]*>", ""));
      icon.setImage(Images.get(image(now)));
      // A long text takes several lines, and the head as much of the view.
      bar.getParent().layout(true, true);
    }
  }

  private static final String NOTHING =
      "Nothing runs. <a href=\"runInLab\">Run the model in the lab</a>, or "
          + "<a href=\"connect\">connect to a server</a>.";

  private void sources(Optional<Watched> now) {
    List<Watched> all = ui.monitor().all();
    if (!all.equals(shown)) {
      shown = all;
      source.setItems(all.stream().map(w -> w.hub().title()).toArray(String[]::new));
      boolean any = !all.isEmpty();
      source.setVisible(any);
      source.setLayoutData(GridDataFactory.swtDefaults().exclude(!any).create());
      bar.layout();
    }
    int index = now.map(shown::indexOf).orElse(-1);
    if (index >= 0 && source.getSelectionIndex() != index) source.select(index);
  }

  private String text(Watched watched) {
    Snapshot s = watched.snapshot();
    String text = s.summary().replace("&", "&&");
    if (!s.isGone() && ui.isStale(watched)) {
      text += ". The model has changed since: <a href=\"deploy\">apply the changes</a>";
    }
    return text;
  }

  private static String image(Optional<Watched> now) {
    if (now.isEmpty()) return "connection";
    Snapshot s = now.get().snapshot();
    if (s.isGone()) return "connection-unknown";
    if (s.phase() == Snapshot.Phase.STARTING) return "connection-negotiating";
    if (s.up() == s.connections().size()) return "connection-up";
    return s.up() == 0 ? "connection-down" : "connection-negotiating";
  }
}
