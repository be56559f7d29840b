package org.vpnhub.ui.editor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.Platform;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ImageHyperlink;
import org.vpnhub.base.Problem;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Site;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnhubPackage.Literals;
import org.vpnhub.planner.Planner;
import org.vpnhub.ui.Widgets;
import org.vpnhub.ui.editor.MatrixGrid.Cell;
import org.vpnhub.ui.live.LiveConnection;
import org.vpnhub.ui.live.LiveStates;
import org.vpnhub.ui.problems.Problems;

/** The whole network at a glance: what it is, what is wrong with it, who reaches whom. */
final class OverviewPage extends ModelPage {
  private static final int LEFT = 340;
  private static final int SHOWN_PROBLEMS = 6;

  private ScrolledComposite left;
  private Fields fields;
  private Label profile;
  private Label contents;
  private Composite problems;
  private Label summary;
  private MatrixCanvas matrix;
  private Text details;
  private List<Problem> shownProblems = List.of();

  OverviewPage(HubEditor hub) {
    super(hub, "overview", "Overview", "network");
  }

  @Override
  void build(IManagedForm form, Composite body) {
    FormToolkit toolkit = form.getToolkit();
    body.setLayout(new GridLayout(2, false));
    buttons(toolkit, body);
    left(toolkit, body);
    matrix(toolkit, body);
  }

  /** Scrolls by itself, so that many problems do not push the matrix out of sight. */
  private void left(FormToolkit toolkit, Composite body) {
    left = new ScrolledComposite(body, SWT.V_SCROLL);
    left.setExpandHorizontal(true);
    left.setExpandVertical(true);
    toolkit.adapt(left);
    GridData data = new GridData(SWT.FILL, SWT.FILL, false, true);
    data.widthHint = LEFT;
    data.heightHint = 200;
    left.setLayoutData(data);
    Composite content = toolkit.createComposite(left);
    content.setLayout(flat(1));
    left.setContent(content);
    network(toolkit, content);
    contents(toolkit, content);
    problems = section(toolkit, content, "Problems", "", 1);
  }

  private static GridLayout flat(int columns) {
    GridLayout layout = new GridLayout(columns, false);
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    layout.verticalSpacing = 10;
    return layout;
  }

  private void buttons(FormToolkit toolkit, Composite body) {
    Composite row = toolkit.createComposite(body);
    RowLayout layout = new RowLayout();
    layout.spacing = 6;
    row.setLayout(layout);
    row.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
    button(toolkit, row, "addSite", "Add Site…", "add", "org.vpnhub.ui.addSite");
    button(toolkit, row, "importCsv", "Import CSV…", "csv-import", "org.vpnhub.ui.importCsv");
    button(toolkit, row, "export", "Export…", "export", "org.vpnhub.ui.exportDevices");
    button(toolkit, row, "topology", "Open Topology", "topology", "org.vpnhub.ui.openTopology");
    button(toolkit, row, "lab", "Run in Lab", "lab", "org.vpnhub.ui.monitor.runInLab");
    if (row.getChildren().length == 0) ((GridData) row.getLayoutData()).exclude = true;
  }

  private void button(
      FormToolkit toolkit, Composite row, String id, String label, String icon, String command) {
    CommandButton.create(
        hub(), toolkit, row, "overview." + id, label, icon, command, () -> List.of(network()));
  }

  private void network(FormToolkit toolkit, Composite left) {
    Composite client = section(toolkit, left, "Network", "", 2);
    fields = new Fields(hub(), toolkit, client, "overview");
    fields.add(Literals.NAMED_ELEMENT__NAME);
    fields.add(Literals.NAMED_ELEMENT__DESCRIPTION);
    fields.add(Literals.NETWORK__PROFILE);
    toolkit.createLabel(client, "");
    profile = toolkit.createLabel(client, "", SWT.WRAP);
    GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
    data.widthHint = LEFT - 140;
    profile.setLayoutData(data);
  }

  private void contents(FormToolkit toolkit, Composite left) {
    Composite client = section(toolkit, left, "Contents", "", 1);
    contents = toolkit.createLabel(client, "", SWT.WRAP);
    contents.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    Widgets.id(contents, "overview.contents");
  }

  private void matrix(FormToolkit toolkit, Composite body) {
    Composite client = section(toolkit, body, "Reachability", "", 1);
    grow(client);
    summary = toolkit.createLabel(client, "", SWT.WRAP);
    summary.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    Widgets.id(summary, "overview.reachability");
    matrix = new MatrixCanvas(client);
    toolkit.adapt(matrix);
    fill(matrix, 1, 300, 220);
    details = toolkit.createText(client, "", SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL);
    GridData data = new GridData(SWT.FILL, SWT.FILL, true, false);
    data.heightHint = 84;
    data.widthHint = 300;
    details.setLayoutData(data);
    Widgets.id(details, "overview.links");
    matrix.onSelect(this::selected);
    matrix.onHover(c -> details.setText(words(c.or(matrix::selected))));
  }

  private void selected(Cell cell) {
    details.setText(words(Optional.of(cell)));
    MatrixModel model = hub().plans().matrix();
    List<NamedElement> ends =
        List.of(model.node(cell.from()), model.node(cell.to())).stream()
            .distinct()
            .flatMap(n -> node(n).stream())
            .toList();
    if (!ends.isEmpty()) hub().select(ends);
  }

  /** The site or VPC of a node of the matrix. */
  private Optional<NamedElement> node(String name) {
    Optional<NamedElement> site =
        network().getSites().stream()
            .filter(s -> name.equals(s.getName()))
            .map(NamedElement.class::cast)
            .findFirst();
    return site.or(
        () ->
            network().getRegions().stream()
                .flatMap(r -> r.getVpcs().stream())
                .filter(v -> name.equals(v.getName()))
                .map(NamedElement.class::cast)
                .findFirst());
  }

  private String words(Optional<Cell> cell) {
    MatrixModel model = hub().plans().matrix();
    if (model.size() == 0) return "";
    return cell.filter(c -> c.from() < model.size() && c.to() < model.size())
        .map(c -> model.words(c.from(), c.to()))
        .orElse("Select a cell to see what is missing between two places, and how to mend it.");
  }

  @Override
  void refresh() {
    fields.setInput(network());
    EEnumLiteral literal = Literals.PROFILE.getEEnumLiteral(network().getProfile().getValue());
    String meaning = EcoreUtil.getDocumentation(literal);
    profile.setText(meaning == null ? "" : meaning);
    contents.setText(Contents.text(network()));
    showProblems();
    hub().plans().request();
    planned();
    liveChanged();
    left.setMinHeight(left.getContent().computeSize(LEFT - 8, SWT.DEFAULT).y);
    ((Composite) left.getContent()).layout(true, true);
  }

  /** There is another matrix. */
  void planned() {
    if (!isBuilt()) return;
    if (Plans.isTooLarge(network())) {
      summary.setText(
          "With more than %,d sites the matrix is too large to be computed here."
              .formatted(Plans.MAX_SITES));
      matrix.show(MatrixModel.EMPTY, "");
    } else {
      MatrixModel model = hub().plans().matrix();
      boolean first = model == MatrixModel.EMPTY && !hub().plans().isReady();
      summary.setText(first ? "Computing who reaches whom…" : model.summary());
      matrix.show(model, "");
    }
    details.setText(words(matrix.selected()));
    summary.getParent().layout();
  }

  private void showProblems() {
    List<Problem> all = Problems.of(document());
    if (all.equals(shownProblems) && problems.getChildren().length > 0) return;
    shownProblems = all;
    for (Control c : problems.getChildren()) c.dispose();
    FormToolkit toolkit = getManagedForm().getToolkit();
    Label count = toolkit.createLabel(problems, Contents.problems(all), SWT.WRAP);
    Widgets.id(count, "overview.problems");
    all.stream().limit(SHOWN_PROBLEMS).forEach(p -> problem(toolkit, p));
    int more = all.size() - SHOWN_PROBLEMS;
    if (more > 0) link(toolkit, "and " + more + " more in the Problems view", this::openProblems);
    problems.layout(true, true);
  }

  private void problem(FormToolkit toolkit, Problem p) {
    ImageHyperlink link =
        link(
            toolkit,
            p.element() + ": " + p.message(),
            () -> hub().find(p.elementId()).ifPresent(hub()::reveal));
    link.setImage(ElementTable.image(p.severity()));
    link.setToolTipText(p.code() + ": " + p.remedy());
    Widgets.id(link, "overview.problem." + p.code());
  }

  private ImageHyperlink link(FormToolkit toolkit, String text, Runnable action) {
    ImageHyperlink link = toolkit.createImageHyperlink(problems, SWT.WRAP);
    link.setText(text);
    GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
    data.widthHint = LEFT - 40;
    link.setLayoutData(data);
    link.addHyperlinkListener(
        new HyperlinkAdapter() {
          @Override
          public void linkActivated(HyperlinkEvent e) {
            action.run();
          }
        });
    return link;
  }

  private void openProblems() {
    try {
      getSite().getPage().showView("org.eclipse.ui.views.ProblemView");
    } catch (PartInitException e) {
      Platform.getLog(OverviewPage.class).log(e.getStatus());
    }
  }

  @Override
  void liveChanged() {
    Map<String, LiveConnection.State> states = new HashMap<>();
    LiveStates.of(document().file())
        .ifPresent(
            snapshot ->
                Planner.gateways(network()).stream()
                    .flatMap(g -> g.getConnections().stream())
                    .forEach(c -> state(c, snapshot.connections().get(c.getId()), states)));
    matrix.showLive(states);
  }

  private static void state(
      VpnConnection c, LiveConnection live, Map<String, LiveConnection.State> states) {
    Site site = c.getSite();
    if (live != null && site != null) states.put(site.getName(), live.state());
  }
}
