package org.vpnhub.ui.editor;

import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Region;
import org.vpnhub.model.VSwitch;
import org.vpnhub.model.Vpc;
import org.vpnhub.model.VpnGateway;
import org.vpnhub.model.VpnhubPackage.Literals;
import org.vpnhub.model.edit.Edits;
import org.vpnhub.model.edit.ElementLabels;
import org.vpnhub.planner.Planner;
import org.vpnhub.ui.Widgets;

/** The VPN gateway with its VPC and vSwitches, and the MTU of its tunnels. */
final class GatewayPage extends ModelPage {
  private Combo chooser;
  private Fields vpc;
  private Fields gateway;
  private Fields region;
  private TablePart<VSwitch> vSwitches;
  private Label mtu;
  private String chosen = "";
  private @Nullable Vpc shownVpc;

  GatewayPage(HubEditor hub) {
    super(hub, "gateway", "Gateway", "gateway");
  }

  @Override
  void build(IManagedForm form, Composite body) {
    FormToolkit toolkit = form.getToolkit();
    GridLayout layout = new GridLayout(2, true);
    layout.horizontalSpacing = 16;
    layout.verticalSpacing = 10;
    body.setLayout(layout);
    chooser(toolkit, body);
    gateway(toolkit, body);
    Composite right = toolkit.createComposite(body);
    GridLayout one = new GridLayout();
    one.marginWidth = 0;
    one.marginHeight = 0;
    one.verticalSpacing = 10;
    right.setLayout(one);
    right.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    vpc(toolkit, right);
    vSwitches(toolkit, right);
  }

  /** Seen only where there are several gateways. */
  private void chooser(FormToolkit toolkit, Composite body) {
    chooser = new Combo(body, SWT.READ_ONLY | SWT.DROP_DOWN);
    toolkit.adapt(chooser, true, false);
    GridData data = new GridData(SWT.BEGINNING, SWT.CENTER, false, false, 2, 1);
    data.widthHint = 300;
    chooser.setLayoutData(data);
    Widgets.id(chooser, "gateway.chooser");
    chooser.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e -> {
              chosen = Planner.gateways(network()).get(chooser.getSelectionIndex()).getId();
              refresh();
            }));
  }

  private void gateway(FormToolkit toolkit, Composite body) {
    Composite left = toolkit.createComposite(body);
    GridLayout one = new GridLayout();
    one.marginWidth = 0;
    one.marginHeight = 0;
    one.verticalSpacing = 10;
    left.setLayout(one);
    left.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    Composite client = section(toolkit, left, "VPN gateway", "", 2);
    gateway = new Fields(hub(), toolkit, client, "gateway");
    gateway.add(Literals.NAMED_ELEMENT__NAME);
    gateway.add(Literals.VPN_GATEWAY__INTERNET_IP);
    gateway.add(Literals.VPN_GATEWAY__VSWITCH, "vSwitch");
    gateway.add(Literals.VPN_GATEWAY__NETWORK_TYPE);
    gateway.add(Literals.VPN_GATEWAY__BANDWIDTH);
    gateway.add(Literals.VPN_GATEWAY__ENABLE_IPSEC);
    gateway.add(Literals.VPN_GATEWAY__DISASTER_RECOVERY_INTERNET_IP);
    gateway.add(Literals.VPN_GATEWAY__DISASTER_RECOVERY_VSWITCH);
    gateway.add(Literals.VPN_GATEWAY__LINK_MTU);
    Composite sizes = section(toolkit, left, "Packet sizes in the tunnels", "", 1);
    mtu = toolkit.createLabel(sizes, "", SWT.WRAP);
    GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
    data.widthHint = 300;
    mtu.setLayoutData(data);
    Widgets.id(mtu, "gateway.mtu");
  }

  private void vpc(FormToolkit toolkit, Composite right) {
    Composite client = section(toolkit, right, "VPC", "", 2);
    vpc = new Fields(hub(), toolkit, client, "gateway.vpc");
    vpc.add(Literals.NAMED_ELEMENT__NAME);
    vpc.add(Literals.VPC__CIDR_BLOCK);
    vpc.add(Literals.VPC__SECONDARY_CIDR_BLOCKS);
    vpc.add(Literals.VPC__USER_CIDRS);
    region = new Fields(hub(), toolkit, client, "gateway.region");
    region.add(Literals.REGION__REGION_ID);
  }

  private void vSwitches(FormToolkit toolkit, Composite right) {
    Composite client = section(toolkit, right, "vSwitches", "", 1);
    grow(client);
    List<Column<VSwitch>> columns =
        List.of(
            Features.column(Literals.NAMED_ELEMENT__NAME, 18),
            Features.column(Literals.VSWITCH__CIDR_BLOCK, 18),
            Features.column(Literals.VSWITCH__ZONE_ID, 18));
    vSwitches =
        new TablePart<>(
            hub(), toolkit, client, "gateway.vswitches", columns, "vSwitch", "No vSwitches yet.");
    vSwitches.adding("Add vSwitch", this::addVSwitch).removing();
  }

  private void addVSwitch() {
    Vpc in = shownVpc;
    if (in == null) return;
    String name = Names.fresh("New vSwitch", in.getVSwitches());
    String zone = in.getVSwitches().isEmpty() ? "" : in.getVSwitches().getLast().getZoneId();
    VSwitch made = Edits.addVSwitch(document(), in, name, zone == null ? "" : zone, "");
    refresh();
    vSwitches.table().selectAll(List.of(made));
    vSwitches.table().edit(made, Literals.VSWITCH__CIDR_BLOCK.getName());
  }

  private Optional<VpnGateway> chosen(List<VpnGateway> all) {
    return all.stream()
        .filter(g -> chosen.equals(g.getId()))
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  @Override
  void refresh() {
    List<VpnGateway> all = Planner.gateways(network());
    VpnGateway shown = chosen(all).orElse(null);
    ((GridData) chooser.getLayoutData()).exclude = all.size() < 2;
    chooser.setVisible(all.size() > 1);
    chooser.setItems(all.stream().map(GatewayPage::label).toArray(String[]::new));
    if (shown != null) chooser.select(all.indexOf(shown));
    gateway.setInput(shown);
    shownVpc = shown != null ? shown.getVpc() : firstVpc();
    vpc.setInput(shownVpc);
    region.setInput(shownVpc == null ? null : shownVpc.getRegion());
    vSwitches.setElements(shownVpc == null ? List.of() : shownVpc.getVSwitches());
    mtu.setText(shown == null ? "" : String.join("\n\n", MtuText.lines(shown)));
    getManagedForm().reflow(true);
  }

  private @Nullable Vpc firstVpc() {
    return network().getRegions().stream()
        .flatMap(r -> r.getVpcs().stream())
        .findFirst()
        .orElse(null);
  }

  private static String label(VpnGateway g) {
    Region r = g.getVpc().getRegion();
    return ElementLabels.text(g)
        + " in "
        + ElementLabels.text(g.getVpc())
        + ", "
        + ElementLabels.text(r);
  }

  @Override
  boolean reveal(NamedElement element) {
    if (!isBuilt()) return false;
    update();
    Optional<VpnGateway> at =
        Planner.gateways(network()).stream().filter(g -> belongs(element, g)).findFirst();
    if (at.isPresent() && !at.get().getId().equals(chosen)) {
      chosen = at.get().getId();
      refresh();
    }
    if (element instanceof VSwitch v) vSwitches.table().select(v);
    return at.isPresent();
  }

  private static boolean belongs(NamedElement element, VpnGateway gateway) {
    return element == gateway
        || element == gateway.getVpc()
        || element == gateway.getVpc().getRegion()
        || element.eContainer() == gateway.getVpc();
  }

  @Override
  void save(IMemento memento) {
    memento.putString("gateway", chosen);
    vSwitches.saveState(memento);
  }

  @Override
  void restore(IMemento memento) {
    String gateway = memento.getString("gateway");
    if (gateway != null) chosen = gateway;
    vSwitches.restoreState(memento);
  }
}
