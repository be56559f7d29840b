package org.vpnhub.ui.editor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Secret;
import org.vpnhub.model.CustomerGateway;
import org.vpnhub.model.IkeConfig;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Site;
import org.vpnhub.model.Tunnel;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnhubPackage.Literals;
import org.vpnhub.model.edit.ElementLabels;
import org.vpnhub.planner.Planner;
import org.vpnhub.ui.Widgets;
import org.vpnhub.ui.secrets.Secrets;

/** All connections as a list, and the parameters of the selected one. */
final class ConnectionsPage extends ModelPage {
  private TablePart<VpnConnection> connections;
  private SiteStatus status = SiteStatus.NONE;
  private SashForm sash;
  private ScrolledComposite details;
  private Fields general;
  private Fields tunnel;
  private Fields phase1;
  private Fields phase2;
  private Fields identities;
  private Label key;
  private Label state;
  private Combo tunnels;
  private @Nullable VpnConnection selected;
  private int tunnelIndex;

  ConnectionsPage(HubEditor hub) {
    super(hub, "connections", "Connections", "connection");
  }

  @Override
  void build(IManagedForm form, Composite body) {
    FormToolkit toolkit = form.getToolkit();
    body.setLayout(new GridLayout());
    sash = new SashForm(body, SWT.HORIZONTAL | SWT.SMOOTH);
    toolkit.adapt(sash);
    fill(sash, 1, 500, 240);
    Composite left = toolkit.createComposite(sash);
    left.setLayout(new GridLayout());
    connections =
        new TablePart<>(
            hub(),
            toolkit,
            left,
            "connections",
            columns(),
            "connection",
            "No connections yet. Each site gets one when it is added.");
    connections.removing();
    connections.table().onSelection(s -> show(s.size() == 1 ? s.getFirst() : null));
    details = new ScrolledComposite(sash, SWT.V_SCROLL | SWT.H_SCROLL);
    details.setExpandHorizontal(true);
    details.setExpandVertical(true);
    toolkit.adapt(details);
    Composite all = toolkit.createComposite(details);
    details.setContent(all);
    details(toolkit, all);
    details.addListener(SWT.Resize, e -> reflow());
    sash.setWeights(42, 58);
  }

  private List<Column<VpnConnection>> columns() {
    return List.of(
        Features.column(Literals.NAMED_ELEMENT__NAME, 18),
        Column.of("status", "State", 14, c -> status.text(c)),
        Features.column(Literals.VPN_CONNECTION__REMOTE_SUBNETS, 18),
        Column.of("peer", "Peer", 15, ConnectionsPage::peer),
        Column.of("suite", "Cipher", 24, ConnectionsPage::suite));
  }

  private static String peer(VpnConnection c) {
    return first(c).map(Tunnel::getCustomerGateway).map(CustomerGateway::getIpAddress).orElse("");
  }

  private static String suite(VpnConnection c) {
    return first(c).map(ElementLabels::suite).orElse("");
  }

  private static Optional<Tunnel> first(VpnConnection c) {
    return c.getTunnels().stream().findFirst();
  }

  private void details(FormToolkit toolkit, Composite body) {
    GridLayout layout = new GridLayout(2, false);
    layout.horizontalSpacing = 16;
    layout.verticalSpacing = 10;
    body.setLayout(layout);
    general(toolkit, body);
    Composite one = section(toolkit, body, "Phase 1 (IKE)", "", 2);
    phase1 = new Fields(hub(), toolkit, one, "connections.ike");
    phase1.add(Literals.IKE_CONFIG__IKE_VERSION, "Version");
    phase1.add(Literals.IKE_CONFIG__IKE_MODE, "Mode");
    phase1.add(Literals.IKE_CONFIG__IKE_ENC_ALG, "Cipher");
    phase1.add(Literals.IKE_CONFIG__IKE_AUTH_ALG, "Hash");
    phase1.add(Literals.IKE_CONFIG__IKE_PFS, "Group");
    phase1.add(Literals.IKE_CONFIG__IKE_LIFETIME, "Lifetime");
    Composite two = section(toolkit, body, "Phase 2 (IPsec)", "", 2);
    phase2 = new Fields(hub(), toolkit, two, "connections.ipsec");
    phase2.add(Literals.IPSEC_CONFIG__IPSEC_ENC_ALG, "Cipher");
    phase2.add(Literals.IPSEC_CONFIG__IPSEC_AUTH_ALG, "Hash");
    phase2.add(Literals.IPSEC_CONFIG__IPSEC_PFS, "Group (PFS)");
    phase2.add(Literals.IPSEC_CONFIG__IPSEC_LIFETIME, "Lifetime");
    peer(toolkit, body);
    key(toolkit, body);
  }

  private void general(FormToolkit toolkit, Composite body) {
    Composite client = section(toolkit, body, "Connection", "", 2);
    ((GridData) client.getParent().getLayoutData()).horizontalSpan = 2;
    toolkit.createLabel(client, "State:");
    state = toolkit.createLabel(client, "", SWT.WRAP);
    GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
    data.horizontalIndent = 6;
    data.widthHint = 200;
    state.setLayoutData(data);
    Widgets.id(state, "connections.state");
    general = new Fields(hub(), toolkit, client, "connections");
    general.add(Literals.NAMED_ELEMENT__NAME);
    general.add(Literals.VPN_CONNECTION__LOCAL_SUBNETS);
    general.add(Literals.VPN_CONNECTION__REMOTE_SUBNETS);
    general.add(Literals.VPN_CONNECTION__EFFECT_IMMEDIATELY, "The hub initiates, at once");
    general.add(
        Literals.VPN_CONNECTION__AUTO_CONFIG_ROUTE, "The networks make routes of the gateway");
    toolkit.createLabel(client, "Tunnel:");
    tunnels = new Combo(client, SWT.READ_ONLY | SWT.DROP_DOWN);
    toolkit.adapt(tunnels, true, false);
    GridData combo = new GridData(SWT.BEGINNING, SWT.CENTER, false, false);
    combo.horizontalIndent = 6;
    tunnels.setLayoutData(combo);
    Widgets.id(tunnels, "connections.tunnel");
    tunnels.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e -> {
              tunnelIndex = tunnels.getSelectionIndex();
              showTunnel();
            }));
  }

  private void peer(FormToolkit toolkit, Composite body) {
    Composite client = section(toolkit, body, "Peer", "", 2);
    tunnel = new Fields(hub(), toolkit, client, "connections.tunnel");
    tunnel.add(Literals.TUNNEL__CUSTOMER_GATEWAY, "Gateway");
    tunnel.add(Literals.TUNNEL__ENABLE_NAT_TRAVERSAL);
    tunnel.add(Literals.TUNNEL__ENABLE_DPD);
    tunnel.add(Literals.TUNNEL__DPD_INTERVAL, "Asks after");
    identities = new Fields(hub(), toolkit, client, "connections.identity");
    identities.add(Literals.IKE_CONFIG__LOCAL_ID);
    identities.add(Literals.IKE_CONFIG__REMOTE_ID);
  }

  private void key(FormToolkit toolkit, Composite body) {
    Composite client = section(toolkit, body, "Pre-shared key", "", 1);
    key = toolkit.createLabel(client, "", SWT.WRAP);
    GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
    data.widthHint = 200;
    key.setLayoutData(data);
    Widgets.id(key, "connections.key");
    Composite row = toolkit.createComposite(client);
    row.setLayout(new RowLayout());
    button(toolkit, row, "set", "Set…", "secret");
    button(toolkit, row, "rotate", "Rotate", "rotate");
    button(toolkit, row, "reveal", "Reveal…", "reveal");
  }

  private void button(FormToolkit toolkit, Composite row, String id, String label, String icon) {
    CommandButton.create(
        hub(),
        toolkit,
        row,
        "connections.key." + id,
        label,
        icon,
        "org.vpnhub.ui.secrets." + id,
        () -> selected == null ? List.of() : List.of(selected));
  }

  @Override
  Control focus() {
    return connections.table().table();
  }

  @Override
  void refresh() {
    status = SiteStatus.of(document());
    List<VpnConnection> all =
        Planner.gateways(network()).stream().flatMap(g -> g.getConnections().stream()).toList();
    connections.setElements(all);
    List<VpnConnection> now = connections.table().selection();
    if (now.isEmpty() && connections.table().size() > 0) {
      connections.table().select(connections.table().row(0));
      now = connections.table().selection();
    }
    show(now.size() == 1 ? now.getFirst() : null);
  }

  @Override
  void liveChanged() {
    status = SiteStatus.of(document());
    connections.table().table().clearAll();
    if (selected != null) state.setText(status.text(selected));
  }

  private void show(@Nullable VpnConnection connection) {
    if (connection != selected) tunnelIndex = 0;
    selected = connection;
    details.setVisible(connection != null);
    general.setInput(connection);
    if (connection == null) return;
    state.setText(status.text(connection));
    tunnels.removeAll();
    for (Tunnel t : connection.getTunnels()) {
      tunnels.add(t.getRole().getLiteral() + " " + ElementLabels.text(t));
    }
    tunnelIndex = Math.clamp(tunnelIndex, 0, Math.max(0, connection.getTunnels().size() - 1));
    tunnels.select(tunnelIndex);
    tunnels.setEnabled(connection.getTunnels().size() > 1);
    showTunnel();
    reflow();
  }

  /** Scrolls as far as the parameters do not fit. */
  private void reflow() {
    Control content = details.getContent();
    int narrowest = content.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
    int width = Math.max(details.getClientArea().width, narrowest);
    details.setMinSize(narrowest, content.computeSize(width, SWT.DEFAULT).y);
  }

  private void showTunnel() {
    Tunnel t =
        selected == null || tunnelIndex >= selected.getTunnels().size()
            ? null
            : selected.getTunnels().get(tunnelIndex);
    tunnel.setInput(t);
    phase1.setInput(t == null ? null : t.getIkeConfig());
    identities.setInput(t == null ? null : t.getIkeConfig());
    phase2.setInput(t == null ? null : t.getIpsecConfig());
    IkeConfig ike = t == null ? null : t.getIkeConfig();
    key.setText(KeyText.of(ike, isStored(ike)));
    key.getParent().layout();
  }

  /** Whether the store has the key; empty while it is locked, since nobody is asked here. */
  private Optional<Boolean> isStored(@Nullable IkeConfig ike) {
    Path model = document().file();
    if (ike == null || ike.getPskReference() == null || !Secrets.isUnlocked(model)) {
      return Optional.empty();
    }
    return Secrets.keys(model, getSite().getShell()).map(k -> has(k.apply(ike.getPskReference())));
  }

  private static boolean has(Optional<Secret> key) {
    key.ifPresent(Secret::close);
    return key.isPresent();
  }

  @Override
  boolean reveal(NamedElement element) {
    if (!isBuilt()) return false;
    update();
    VpnConnection connection =
        switch (element) {
          case VpnConnection c -> c;
          case Tunnel t -> t.getVpnConnection();
          case CustomerGateway c -> of(c);
          case Site s -> of(s);
          default -> null;
        };
    if (connection == null || !connections.table().select(connection)) return false;
    if (element instanceof Tunnel t) tunnelIndex = connection.getTunnels().indexOf(t);
    show(connection);
    return true;
  }

  private @Nullable VpnConnection of(Site site) {
    return all().filter(c -> c.getSite() == site).findFirst().orElse(null);
  }

  private @Nullable VpnConnection of(CustomerGateway peer) {
    return all()
        .filter(c -> c.getTunnels().stream().anyMatch(t -> t.getCustomerGateway() == peer))
        .findFirst()
        .orElse(null);
  }

  private Stream<VpnConnection> all() {
    return Planner.gateways(network()).stream().flatMap(g -> g.getConnections().stream());
  }

  @Override
  void save(IMemento memento) {
    connections.saveState(memento);
    memento.putInteger("sash", sash.getWeights()[0]);
  }

  @Override
  void restore(IMemento memento) {
    connections.restoreState(memento);
    Integer weight = memento.getInteger("sash");
    if (weight != null && weight > 0 && weight < 1000) sash.setWeights(weight, 1000 - weight);
  }
}
