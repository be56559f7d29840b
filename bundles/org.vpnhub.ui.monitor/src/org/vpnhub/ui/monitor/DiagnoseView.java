package org.vpnhub.ui.monitor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.vpnhub.lab.LabPair;
import org.vpnhub.lab.LabResult;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Network;
import org.vpnhub.model.Site;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.plan.NetworkPlan;
import org.vpnhub.planner.Planner;
import org.vpnhub.ui.Documents;
import org.vpnhub.ui.Images;
import org.vpnhub.ui.Widgets;
import org.vpnhub.ui.live.LiveConnection.State;
import org.vpnhub.ui.monitor.core.Diagnosis;
import org.vpnhub.ui.monitor.core.LabHub;
import org.vpnhub.ui.monitor.core.Snapshot;
import org.vpnhub.ui.monitor.core.Watched;

/** Walks the links between two nodes and says which is the first that is broken. */
public final class DiagnoseView extends MonitorView {
  public static final String ID = "org.vpnhub.ui.monitor.diagnose";
  private static final String[] TITLES = {"Link", "What was found", "How to mend it"};
  private static final int[] WIDTHS = {430, 420, 420};

  private @Nullable Combo from;
  private @Nullable Combo to;
  private @Nullable Button run;
  private @Nullable Button all;
  private @Nullable Link verdict;
  private @Nullable Label verdictIcon;
  private @Nullable Table table;
  private @Nullable ModelDocument document;
  private long revision = -1;
  private Optional<Diagnosis.Step> broken = Optional.empty();

  /** Opens the view for a site. */
  static void open(IWorkbenchPage page, String site) {
    open(page, site, "");
  }

  /**
   * Opens the view for a pair.
   *
   * @param target empty for any
   */
  static void open(IWorkbenchPage page, String source, String target) {
    try {
      if (page.showView(ID) instanceof DiagnoseView view) view.choose(source, target);
    } catch (PartInitException e) {
      PlatformUI.getWorkbench().getDisplay().beep();
    }
  }

  @Override
  void createBody(Composite body, Composite head) {
    GridLayoutFactory.fillDefaults().margins(6, 0).spacing(6, 6).applyTo(body);
    Composite row = new Composite(body, SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
    GridLayoutFactory.fillDefaults().numColumns(7).spacing(6, 0).applyTo(row);
    new Label(row, SWT.NONE).setText("From");
    from = combo(row, "diagnose.from");
    Button swap = Widgets.id(new Button(row, SWT.PUSH), "diagnose.swap");
    swap.setText("\u21c4");
    swap.setToolTipText("The other way round");
    swap.addListener(SWT.Selection, e -> swap());
    new Label(row, SWT.NONE).setText("To");
    to = combo(row, "diagnose.to");
    run = Widgets.id(new Button(row, SWT.PUSH), "diagnose.run");
    run.setText("Diagnose");
    run.setImage(Images.get("diagnose"));
    run.addListener(SWT.Selection, e -> diagnose());
    all = Widgets.id(new Button(row, SWT.PUSH), "diagnose.pingAll");
    all.setText("Ping All Pairs");
    all.setImage(Images.get("matrix"));
    all.setToolTipText("Sends a ping through the lab for every ordered pair");
    all.addListener(SWT.Selection, e -> pingAll());
    Composite answer = new Composite(body, SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(answer);
    GridLayoutFactory.fillDefaults().numColumns(2).spacing(6, 0).applyTo(answer);
    verdictIcon = new Label(answer, SWT.NONE);
    GridDataFactory.swtDefaults().align(SWT.LEFT, SWT.TOP).applyTo(verdictIcon);
    verdict = Widgets.id(new Link(answer, SWT.WRAP), "diagnose.verdict");
    GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(verdict);
    verdict.addListener(SWT.Selection, e -> broken.ifPresent(this::jump));
    table = table(body);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
  }

  private static Combo combo(Composite parent, String id) {
    Combo combo = Widgets.id(new Combo(parent, SWT.READ_ONLY), id);
    GridDataFactory.swtDefaults().hint(180, SWT.DEFAULT).applyTo(combo);
    return combo;
  }

  private Table table(Composite parent) {
    Table made = Widgets.id(new Table(parent, SWT.FULL_SELECTION | SWT.BORDER), "diagnose.steps");
    made.setHeaderVisible(true);
    made.setToolTipText("Double-click shows the element");
    for (int i = 0; i < TITLES.length; i++) {
      TableColumn column = new TableColumn(made, SWT.NONE);
      column.setText(TITLES[i]);
      column.setWidth(WIDTHS[i]);
    }
    made.addListener(
        SWT.DefaultSelection,
        e -> {
          if (e.item.getData() instanceof Diagnosis.Step step) jump(step);
        });
    return made;
  }

  @Override
  void show(Optional<Watched> watched) {
    Optional<ModelDocument> now = model(watched);
    if (all != null) all.setEnabled(lab().isPresent());
    if (run != null) run.setEnabled(now.isPresent());
    if (now.isPresent() && (document != now.get() || revision != now.get().revision())) {
      document = now.get();
      revision = document.revision();
      nodes(document.network());
    }
  }

  /** The model of the hub that is shown, else of the active editor, else any that is open. */
  private Optional<ModelDocument> model(Optional<Watched> watched) {
    return watched
        .flatMap(ui()::document)
        .or(() -> Target.active(getSite().getPage()))
        .or(() -> Documents.all().stream().findFirst());
  }

  private void nodes(Network network) {
    List<String> names = new ArrayList<>();
    for (Site s : network.getSites()) names.add(s.getName());
    network.getRegions().stream()
        .flatMap(r -> r.getVpcs().stream())
        .filter(v -> !v.getVpnGateways().isEmpty())
        .forEach(v -> names.add(v.getName()));
    String[] items = names.stream().filter(n -> n != null).toArray(String[]::new);
    fill(from, items, 0);
    fill(to, items, 1);
  }

  private static void fill(@Nullable Combo combo, String[] items, int first) {
    if (combo == null || Arrays.equals(combo.getItems(), items)) return;
    String chosen = combo.getText();
    combo.setItems(items);
    int index = combo.indexOf(chosen);
    if (items.length > 0) combo.select(index >= 0 ? index : Math.min(first, items.length - 1));
  }

  private void choose(String source, String target) {
    refresh();
    if (from == null || to == null) return;
    if (from.indexOf(source) >= 0) from.select(from.indexOf(source));
    if (to.indexOf(target) >= 0) to.select(to.indexOf(target));
    if (to.getSelectionIndex() == from.getSelectionIndex()) {
      to.select(to.getSelectionIndex() == 0 ? to.getItemCount() - 1 : 0);
    }
    diagnose();
  }

  private void swap() {
    if (from == null || to == null) return;
    int source = from.getSelectionIndex();
    from.select(to.getSelectionIndex());
    to.select(source);
    diagnose();
  }

  private Optional<LabHub> lab() {
    return ui().selected()
        .map(Watched::hub)
        .filter(LabHub.class::isInstance)
        .map(LabHub.class::cast);
  }

  private void diagnose() {
    Optional<Watched> watched = ui().selected();
    Optional<ModelDocument> model = model(watched);
    if (model.isEmpty() || from == null || to == null) return;
    String source = from.getText();
    String target = to.getText();
    if (source.equals(target)) {
      tell("Choose two different ends.", "unknown");
      return;
    }
    Optional<Watched> live =
        watched.filter(w -> w.snapshot().model().equals(Optional.of(model.get().file())));
    Network copy = EcoreUtil.copy(model.get().network());
    tell("Walking the links from " + source + " to " + target + "\u2026", "diagnose");
    background("Diagnose", () -> walk(live, copy, source, target), this::shown);
  }

  /** In a lab by the plan that runs, else by the model as it is now. */
  private static Diagnosis walk(
      Optional<Watched> live, Network network, String source, String target) {
    Optional<LabHub> lab =
        live.map(Watched::hub).filter(LabHub.class::isInstance).map(LabHub.class::cast);
    NetworkPlan plan = lab.map(l -> l.session().plan()).orElseGet(() -> Planner.plan(network));
    Optional<Diagnosis.Pings> pings = lab.flatMap(l -> pings(l, source, target));
    Optional<Snapshot> now = live.map(Watched::snapshot);
    return Diagnosis.of(plan, source, target, now, pings);
  }

  private static Optional<Diagnosis.Pings> pings(LabHub lab, String source, String target) {
    Optional<LabResult.Pair> there = lab.session().ping(new LabPair(source, target));
    Optional<LabResult.Pair> back = lab.session().ping(new LabPair(target, source));
    return there.flatMap(t -> back.map(b -> new Diagnosis.Pings(t, b)));
  }

  private interface Question<T> {
    T ask();
  }

  private interface Answer<T> {
    void take(T answer);
  }

  private <T> void background(String name, Question<T> question, Answer<T> answer) {
    if (run != null) run.setEnabled(false);
    Job job =
        Job.create(
            name,
            monitor -> {
              T found = question.ask();
              PlatformUI.getWorkbench()
                  .getDisplay()
                  .asyncExec(
                      () -> {
                        if (run == null || run.isDisposed()) return;
                        run.setEnabled(true);
                        answer.take(found);
                      });
              return Status.OK_STATUS;
            });
    job.schedule();
  }

  private void shown(Diagnosis diagnosis) {
    broken = diagnosis.firstBroken();
    rows(diagnosis.steps());
    if (diagnosis.steps().isEmpty()) {
      tell("The running hub knows no such pair; deploy the model first.", "unknown");
    } else if (broken.isPresent()) {
      Diagnosis.Step step = broken.get();
      tell(
          "The first link that is not in order: <a>"
              + escape(step.title())
              + "</a>. Found: "
              + escape(step.detail())
              + ".\n"
              + (step.remedy().isEmpty() ? "" : "To mend it: " + escape(step.remedy())),
          "cross");
    } else if (diagnosis.isComplete()) {
      tell("Every link is in order.", "tick");
    } else {
      tell(
          "By the model every link is in order. Run it in the lab, or connect to its server, to see"
              + " whether the tunnels are up.",
          "unknown");
    }
  }

  private static String escape(String text) {
    return text.replace("&", "&&").replace("<", "\u2039").replace(">", "\u203a");
  }

  private void rows(List<Diagnosis.Step> steps) {
    if (table == null) return;
    table.removeAll();
    for (Diagnosis.Step step : steps) {
      TableItem item = new TableItem(table, SWT.NONE);
      item.setText(new String[] {step.title(), step.detail(), step.remedy()});
      item.setImage(Images.get(image(step.verdict())));
      item.setData(step);
      if (step.verdict() == Diagnosis.Verdict.BROKEN) {
        item.setForeground(0, StateColors.of(State.FAILED, table));
      }
      if (broken.equals(Optional.of(step))) table.setSelection(item);
    }
    table.showSelection();
  }

  private static String image(Diagnosis.Verdict verdict) {
    return switch (verdict) {
      case GOOD -> "tick";
      case BROKEN -> "cross";
      case UNKNOWN -> "unknown";
    };
  }

  private void pingAll() {
    Optional<LabHub> lab = lab();
    if (lab.isEmpty()) return;
    tell("Pinging every pair\u2026", "matrix");
    LabHub now = lab.get();
    background(
        "Ping all pairs", () -> now.session().pingAll(org.vpnhub.lab.Progress.NONE), this::pinged);
  }

  private void pinged(List<LabResult.Pair> pairs) {
    broken = Optional.empty();
    long right = pairs.stream().filter(LabResult.Pair::isRight).count();
    List<Diagnosis.Step> wrong =
        pairs.stream().filter(p -> !p.isRight()).map(DiagnoseView::step).toList();
    rows(wrong);
    tell(
        right == pairs.size()
            ? "All %d pairs do what the model says: %d are reached."
                .formatted(pairs.size(), pairs.stream().filter(LabResult.Pair::reached).count())
            : "%d of %d pairs do not do what the model says."
                .formatted(pairs.size() - right, pairs.size()),
        right == pairs.size() ? "tick" : "cross");
  }

  private static Diagnosis.Step step(LabResult.Pair p) {
    String should = p.expected() ? "should be reached" : "should not be reached";
    return new Diagnosis.Step(
        p.from() + " \u2192 " + p.to() + " " + should,
        Diagnosis.Verdict.BROKEN,
        String.join(", ", p.strays()),
        "Diagnose this pair.",
        "");
  }

  private void tell(String text, String icon) {
    if (verdict == null || verdictIcon == null) return;
    verdict.setText(text);
    verdictIcon.setImage(Images.get(icon));
    verdict.getParent().getParent().layout(true, true);
  }

  private void jump(Diagnosis.Step step) {
    if (document == null || step.elementId().isEmpty()) return;
    Optional<NamedElement> element = Elements.find(document, step.elementId());
    if (element.isEmpty()) return;
    try {
      Elements.show(getSite().getPage(), document, element.get());
    } catch (PartInitException e) {
      tell("The editor cannot be opened: " + e.getMessage(), "cross");
    }
  }

  @Override
  public void setFocus() {
    if (from != null) from.setFocus();
  }
}
