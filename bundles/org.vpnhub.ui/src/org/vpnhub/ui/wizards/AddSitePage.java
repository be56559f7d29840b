package org.vpnhub.ui.wizards;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.wizard.IWizardContainer2;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Severity;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.ExporterRegistry;
import org.vpnhub.model.HubBuilder;
import org.vpnhub.model.Network;
import org.vpnhub.model.VpnGateway;
import org.vpnhub.ui.Widgets;
import org.vpnhub.ui.wizards.logic.AddSite;
import org.vpnhub.ui.wizards.logic.DeviceAdvice;
import org.vpnhub.ui.wizards.logic.DeviceExport;
import org.vpnhub.ui.wizards.logic.Fault;
import org.vpnhub.ui.wizards.logic.Neighbours;
import org.vpnhub.ui.wizards.logic.SiteCells;
import org.vpnhub.ui.wizards.logic.SiteCheck;
import org.vpnhub.ui.wizards.logic.SiteColumn;
import org.vpnhub.validation.SecurityProfile;

/** The facts of a new site, and what it means for the others. */
final class AddSitePage extends FaultPage {
  private static final String GATEWAY = "gateway";
  private static final String SECURITY = "security";

  private final Network network;
  private final List<VpnGateway> gateways;
  private final @Nullable VpnGateway proposed;
  private final ExporterRegistry exporters;
  private final List<DeviceCapabilities> devices;
  private final Neighbours neighbours;
  private FieldGrid fields;
  private Text name;
  private Text publicIp;
  private Text cidrs;
  private Combo device;
  private Combo release;
  private Label advice;
  private FactFields facts;
  private Combo gateway;
  private Combo security;
  private Text effect;
  private Background background;
  private Optional<Question> asked = Optional.empty();
  private List<Fault> objections = List.of();

  /** What the effect depends on. */
  private record Question(SiteCells cells, VpnGateway gateway, SecurityProfile security) {}

  AddSitePage(
      Network network,
      List<VpnGateway> gateways,
      @Nullable VpnGateway proposed,
      ExporterRegistry exporters) {
    super("site", "Add a site", "A customer gateway, an IPsec connection, VPC routes and a key.");
    this.network = network;
    this.gateways = gateways;
    this.proposed = proposed;
    this.exporters = exporters;
    devices = exporters.devices();
    neighbours = Neighbours.of(network, Set.of());
  }

  @Override
  public void createControl(Composite parent) {
    Composite page = new Composite(parent, SWT.NONE);
    page.setLayout(new GridLayout());
    background = new Background(page);
    fields = new FieldGrid(page, "addsite", this::changed);
    name = fields.text(SiteColumn.NAME.field(), "&Name:", "", "Name of the office");
    publicIp =
        fields.text(
            SiteColumn.PUBLIC_IP.field(),
            "&Public address:",
            "",
            "Address of the site's device on the Internet, or of the NAT in front of it");
    publicIp.setMessage("203.0.113.40");
    cidrs =
        fields.text(
            SiteColumn.CIDRS.field(),
            "Prefi&xes:",
            "",
            "Networks of the site, with spaces between them");
    cidrs.setMessage("10.10.40.0/24");
    device();
    gatewayAndSecurity();
    new Label(page, SWT.NONE).setText("&What it means for the other sites:");
    effect =
        Widgets.id(
            new Text(page, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.BORDER | SWT.V_SCROLL),
            "addsite.effect");
    GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
    data.heightHint = 130;
    data.widthHint = 600;
    effect.setLayoutData(data);
    setControl(page);
    check();
    name.setFocus();
  }

  private void device() {
    List<String> ids = devices.stream().map(DeviceCapabilities::id).toList();
    device =
        fields.combo(
            SiteColumn.DEVICE.field(),
            "&Device:",
            ids,
            ids.size() == 1 ? ids.getFirst() : "",
            SWT.NONE,
            "For whose configuration there is an exporter; may be chosen later");
    release =
        fields.combo(
            SiteColumn.RELEASE.field(),
            "&Release:",
            releases(),
            "",
            SWT.NONE,
            "Release of the device's software, as far as known");
    advice = fields.note("advice", 3);
    facts = new FactFields(fields);
    device.addListener(SWT.Modify, e -> release.setItems(releases().toArray(String[]::new)));
  }

  private List<String> releases() {
    return devices.stream()
        .filter(d -> d.id().equals(device.getText()))
        .flatMap(d -> d.releaseNames().stream())
        .toList();
  }

  private void gatewayAndSecurity() {
    gateway =
        fields.combo(
            GATEWAY,
            "VPN &gateway:",
            gateways.stream().map(AddSitePage::title).toList(),
            proposed == null ? "" : title(proposed),
            SWT.READ_ONLY,
            "The hub that the site connects to");
    gateway.setEnabled(gateways.size() > 1);
    SecurityProfile usual =
        proposed == null ? SecurityProfile.STRONG : SecurityProfile.of(proposed);
    security =
        fields.combo(
            SECURITY,
            "&Security profile:",
            Arrays.stream(SecurityProfile.values()).map(SecurityProfile::title).toList(),
            usual.title(),
            SWT.READ_ONLY,
            "What hub and device negotiate; proposed is what the other sites have");
  }

  private static String title(VpnGateway g) {
    return g.getName() + " (" + g.getInternetIp() + ", " + g.getVpc().getName() + ")";
  }

  SiteCells cells() {
    SiteCells typed =
        new SiteCells(
            name.getText().strip(),
            publicIp.getText().strip(),
            cidrs.getText().strip(),
            device.getText().strip(),
            release.getText().strip(),
            facts.values());
    return DeviceAdvice.needed(exporters, typed);
  }

  VpnGateway gateway() {
    return gateways.get(gateway.getSelectionIndex());
  }

  SecurityProfile security() {
    return SecurityProfile.values()[security.getSelectionIndex()];
  }

  @Override
  List<Fault> faults() {
    if (security == null) return List.of(); // while the fields are being made
    List<Fault> faults = fieldFaults();
    if (asked.equals(question(faults))) faults.addAll(objections);
    return faults;
  }

  private List<Fault> fieldFaults() {
    List<Fault> faults = new ArrayList<>();
    if (gateways.isEmpty()) {
      faults.add(
          new Fault(
              GATEWAY,
              Fault.NO_ROW,
              Severity.ERROR,
              "The model has no VPN gateway: add one to a VPC first"));
    }
    faults.addAll(SiteCheck.checkOne(cells(), neighbours, devices));
    return faults;
  }

  private Optional<Question> question(List<Fault> fieldFaults) {
    return fieldFaults.stream().anyMatch(Fault::isError)
        ? Optional.empty()
        : Optional.of(new Question(cells(), gateway(), security()));
  }

  @Override
  void decorate(List<Fault> faults) {
    fields.decorate(faults);
    if (effect == null) return;
    advice.setText(DeviceAdvice.ofForm(exporters, cells(), HubBuilder.sharedSummary(network)));
    if (facts.show(DeviceAdvice.needs(exporters, device.getText()))) makeRoom();
    Optional<Question> question = question(fieldFaults());
    if (question.equals(asked) && question.isPresent()) return;
    asked = question;
    objections = List.of();
    question.ifPresentOrElse(this::ask, this::askNothing);
  }

  /** For fields that came; the window never shrinks. */
  private void makeRoom() {
    fields.composite().getParent().layout(true, true);
    if (getContainer() instanceof IWizardContainer2 c && c.getCurrentPage() == this) c.updateSize();
  }

  private void askNothing() {
    effect.setText("Said as soon as the fields above are complete.");
    background.run("Nothing", () -> "", text -> {});
  }

  private void ask(Question q) {
    Network copy = EcoreUtil.copy(network);
    String gatewayId = q.gateway().getId();
    background.run(
        "Effect of a new site",
        () -> AddSite.effect(copy, gatewayId, q.cells(), exporters, q.security()),
        this::show);
  }

  private void show(AddSite.Effect e) {
    objections = e.facts();
    check();
    String words = String.join("\n", e.words());
    String problems =
        e.problems().stream().map(DeviceExport::sentence).collect(Collectors.joining("\n"));
    effect.setText(problems.isEmpty() ? words : words + "\n\nNew problems:\n" + problems);
  }

  @Override
  void focus(String field, int row) {
    fields.focus(field);
  }
}
