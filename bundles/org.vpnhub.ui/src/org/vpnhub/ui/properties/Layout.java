package org.vpnhub.ui.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Site;
import org.vpnhub.model.SiteSync;
import org.vpnhub.model.Tunnel;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnhubPackage;
import org.vpnhub.model.VpnhubPackage.Literals;
import org.vpnhub.model.edit.ElementLabels;

/**
 * Which features of an element stand in which tab. A site and a connection also have the tabs of
 * their tunnels, since that is where users look for the algorithms.
 */
final class Layout {
  private static final EStructuralFeature NAME = Literals.NAMED_ELEMENT__NAME;
  private static final EStructuralFeature DESCRIPTION = Literals.NAMED_ELEMENT__DESCRIPTION;
  private final List<Tab> tabs = new ArrayList<>();

  /** The groups of a tab stand beside each other. */
  record Tab(String label, List<Group> groups) {
    /** Two tabs of one shape have the same controls. */
    String shape() {
      StringBuilder shape = new StringBuilder(label);
      for (Group g : groups) {
        shape
            .append('|')
            .append(g.title())
            .append(g.owner() == null)
            .append(g.features().hashCode());
      }
      return shape.toString();
    }
  }

  /**
   * Features of one element or part.
   *
   * @param title what stands above; empty for nothing
   * @param owner what has the features; null when the part is not there
   * @param holder the element that the part is of, with {@code part}; the owner itself otherwise
   * @param part where the part stands in its holder; null when the owner is no part that can go
   */
  record Group(
      String title,
      @Nullable EObject owner,
      NamedElement holder,
      @Nullable EReference part,
      List<EStructuralFeature> features) {}

  private Layout() {}

  static List<Tab> of(NamedElement element) {
    Layout layout = new Layout();
    layout.collect(element);
    layout.tab("Advanced", layout.advanced(element));
    return layout.tabs;
  }

  static Optional<Tab> tab(NamedElement element, String label) {
    return of(element).stream().filter(t -> t.label().equals(label)).findFirst();
  }

  private void collect(NamedElement e) {
    switch (e.eClass().getClassifierID()) {
      case VpnhubPackage.NETWORK -> general(e, Literals.NETWORK__PROFILE);
      case VpnhubPackage.REGION -> general(e, Literals.REGION__REGION_ID);
      case VpnhubPackage.VPC -> {
        general(e, Literals.VPC__CIDR_BLOCK);
        tab(
            "Networks",
            group(e, Literals.VPC__SECONDARY_CIDR_BLOCKS),
            group(e, Literals.VPC__USER_CIDRS));
      }
      case VpnhubPackage.VSWITCH ->
          general(e, Literals.VSWITCH__CIDR_BLOCK, Literals.VSWITCH__ZONE_ID);
      case VpnhubPackage.ROUTE_TABLE ->
          general(e, Literals.ROUTE_TABLE__ROUTE_TABLE_TYPE, Literals.ROUTE_TABLE__VSWITCHES);
      case VpnhubPackage.ROUTE_ENTRY ->
          general(
              e,
              Literals.ROUTE_ENTRY__DESTINATION_CIDR_BLOCK,
              Literals.ROUTE_ENTRY__NEXT_HOP_TYPE,
              Literals.ROUTE_ENTRY__NEXT_HOP,
              Literals.ROUTE_ENTRY__NEXT_HOP_ID);
      case VpnhubPackage.DESTINATION_ROUTE ->
          general(
              e,
              Literals.DESTINATION_ROUTE__ROUTE_DEST,
              Literals.DESTINATION_ROUTE__NEXT_HOP,
              Literals.DESTINATION_ROUTE__WEIGHT,
              Literals.DESTINATION_ROUTE__PUBLISH_VPC);
      case VpnhubPackage.POLICY_ROUTE ->
          general(
              e,
              Literals.POLICY_ROUTE__ROUTE_SOURCE,
              Literals.POLICY_ROUTE__ROUTE_DEST,
              Literals.POLICY_ROUTE__NEXT_HOP,
              Literals.POLICY_ROUTE__PRIORITY,
              Literals.POLICY_ROUTE__WEIGHT,
              Literals.POLICY_ROUTE__PUBLISH_VPC);
      case VpnhubPackage.VPN_GATEWAY -> gateway(e);
      case VpnhubPackage.CUSTOMER_GATEWAY -> {
        general(e, Literals.CUSTOMER_GATEWAY__IP_ADDRESS);
        tab("BGP", group(e, Literals.CUSTOMER_GATEWAY__ASN, Literals.CUSTOMER_GATEWAY__AUTH_KEY));
      }
      case VpnhubPackage.VPN_CONNECTION -> connection((VpnConnection) e);
      case VpnhubPackage.TUNNEL -> tunnel((Tunnel) e);
      case VpnhubPackage.SITE -> site((Site) e);
      default -> throw new IllegalStateException("no element: " + e);
    }
  }

  private void gateway(NamedElement e) {
    general(
        e,
        Literals.VPN_GATEWAY__INTERNET_IP,
        Literals.VPN_GATEWAY__VSWITCH,
        Literals.VPN_GATEWAY__BANDWIDTH);
    tab(
        "BGP",
        group(
            e,
            Literals.VPN_GATEWAY__ENABLE_BGP,
            Literals.VPN_GATEWAY__LOCAL_ASN,
            Literals.VPN_GATEWAY__AUTO_PROPAGATE));
  }

  private void connection(VpnConnection c) {
    general(
        c, Literals.VPN_CONNECTION__EFFECT_IMMEDIATELY, Literals.VPN_CONNECTION__AUTO_CONFIG_ROUTE);
    tab(
        "Networks",
        group(c, Literals.VPN_CONNECTION__LOCAL_SUBNETS),
        group(c, Literals.VPN_CONNECTION__REMOTE_SUBNETS));
    tunnels(c.getTunnels());
    tab(
        "Health check",
        part(
            c,
            Literals.VPN_CONNECTION__HEALTH_CHECK,
            Literals.HEALTH_CHECK_CONFIG__ENABLE,
            Literals.HEALTH_CHECK_CONFIG__SIP,
            Literals.HEALTH_CHECK_CONFIG__DIP,
            Literals.HEALTH_CHECK_CONFIG__INTERVAL,
            Literals.HEALTH_CHECK_CONFIG__RETRY,
            Literals.HEALTH_CHECK_CONFIG__POLICY));
    List<Group> bgp =
        new ArrayList<>(List.of(group(c, Literals.VPN_CONNECTION__ENABLE_TUNNELS_BGP)));
    c.getTunnels().forEach(t -> bgp.add(bgp(t)));
    tabs.add(new Tab("BGP", bgp));
  }

  private void tunnel(Tunnel t) {
    general(t, Literals.TUNNEL__CUSTOMER_GATEWAY, Literals.TUNNEL__ROLE);
    tunnels(List.of(t));
    tab("BGP", bgp(t));
  }

  private void site(Site s) {
    general(s, Literals.SITE__PUBLIC_IP, Literals.SITE__BEHIND_NAT, Literals.SITE__CIDRS);
    tab(
        "Device",
        group(
            s,
            Literals.SITE__DEVICE,
            Literals.SITE__DEVICE_RELEASE,
            Literals.SITE__SELECTOR_MODE,
            Literals.SITE__SUMMARY_CIDR,
            Literals.SITE__SOURCE_NAT),
        group(
            s,
            Literals.SITE__WAN_INTERFACE,
            Literals.SITE__WAN_IP,
            Literals.SITE__WAN_ZONE,
            Literals.SITE__NEXT_HOP),
        group(s, Literals.SITE__LAN_ZONE, Literals.SITE__LAN_INTERFACES),
        group(s, Literals.SITE__VIRTUAL_ROUTER),
        group(s, Literals.SITE__TUNNEL_NUMBER, Literals.SITE__RULE_NUMBER));
    tunnels(SiteSync.connections(s).stream().flatMap(c -> c.getTunnels().stream()).toList());
  }

  /** Keys and phases of tunnels. */
  private void tunnels(List<Tunnel> all) {
    if (all.isEmpty()) return;
    List<Group> ike = new ArrayList<>();
    List<Group> ipsec = new ArrayList<>();
    for (Tunnel t : all) {
      String title = all.size() == 1 ? "" : ElementLabels.text(t) + " (" + t.getRole() + ")";
      ike.addAll(phase1(t, title));
      ipsec.addAll(phase2(t, title));
    }
    tabs.add(new Tab("IKE", ike));
    tabs.add(new Tab("IPsec", ipsec));
  }

  private static List<Group> phase1(Tunnel t, String title) {
    EReference part = Literals.TUNNEL__IKE_CONFIG;
    if (t.getIkeConfig() == null) return List.of(phase(title, t, part));
    return List.of(
        phase(
            title,
            t,
            part,
            Literals.IKE_CONFIG__IKE_VERSION,
            Literals.IKE_CONFIG__IKE_MODE,
            Literals.IKE_CONFIG__IKE_LIFETIME),
        phase(
            "",
            t,
            part,
            Literals.IKE_CONFIG__IKE_ENC_ALG,
            Literals.IKE_CONFIG__IKE_AUTH_ALG,
            Literals.IKE_CONFIG__IKE_PFS),
        phase(
            "",
            t,
            part,
            Literals.IKE_CONFIG__PSK_REFERENCE,
            Literals.IKE_CONFIG__PSK,
            Literals.IKE_CONFIG__LOCAL_ID,
            Literals.IKE_CONFIG__REMOTE_ID));
  }

  private static List<Group> phase2(Tunnel t, String title) {
    return List.of(
        phase(
            title,
            t,
            Literals.TUNNEL__IPSEC_CONFIG,
            Literals.IPSEC_CONFIG__IPSEC_ENC_ALG,
            Literals.IPSEC_CONFIG__IPSEC_AUTH_ALG,
            Literals.IPSEC_CONFIG__IPSEC_PFS,
            Literals.IPSEC_CONFIG__IPSEC_LIFETIME),
        group(
            t,
            Literals.TUNNEL__ENABLE_NAT_TRAVERSAL,
            Literals.TUNNEL__ENABLE_DPD,
            Literals.TUNNEL__DPD_INTERVAL));
  }

  /** A phase, which a tunnel always has; a broken model may lack it. */
  private static Group phase(
      String title, Tunnel t, EReference reference, EStructuralFeature... features) {
    EObject phase = (EObject) t.eGet(reference);
    return new Group(title, phase, t, phase == null ? reference : null, List.of(features));
  }

  private static Group bgp(Tunnel t) {
    return part(
        t,
        Literals.TUNNEL__BGP_CONFIG,
        Literals.BGP_CONFIG__LOCAL_ASN,
        Literals.BGP_CONFIG__TUNNEL_CIDR,
        Literals.BGP_CONFIG__LOCAL_BGP_IP);
  }

  /** What is rarely looked at: the id, tags, and what has a place nowhere else. */
  private Group[] advanced(NamedElement e) {
    List<EStructuralFeature> first = new ArrayList<>(List.of(Literals.NAMED_ELEMENT__ID));
    switch (e.eClass().getClassifierID()) {
      case VpnhubPackage.NETWORK -> first.add(Literals.NETWORK__FORMAT_VERSION);
      case VpnhubPackage.ROUTE_ENTRY ->
          first.addAll(List.of(Literals.ROUTE_ENTRY__TYPE, Literals.ROUTE_ENTRY__SITE));
      case VpnhubPackage.CUSTOMER_GATEWAY -> first.add(Literals.CUSTOMER_GATEWAY__SITE);
      case VpnhubPackage.VPN_CONNECTION -> first.add(Literals.VPN_CONNECTION__SITE);
      case VpnhubPackage.SITE ->
          first.addAll(List.of(Literals.SITE__BANDWIDTH, Literals.SITE__STANDBY_FOR));
      case VpnhubPackage.VPN_GATEWAY ->
          first.addAll(
              List.of(
                  Literals.VPN_GATEWAY__ENABLE_IPSEC,
                  Literals.VPN_GATEWAY__LINK_MTU,
                  Literals.VPN_GATEWAY__NETWORK_TYPE,
                  Literals.VPN_GATEWAY__VPN_TYPE,
                  Literals.VPN_GATEWAY__GATEWAY_TYPE));
      default -> {}
    }
    List<Group> groups =
        new ArrayList<>(List.of(group(e, first.toArray(EStructuralFeature[]::new))));
    if (e.eClass().getClassifierID() == VpnhubPackage.VPN_GATEWAY) {
      groups.add(
          group(
              e,
              Literals.VPN_GATEWAY__DISASTER_RECOVERY_INTERNET_IP,
              Literals.VPN_GATEWAY__DISASTER_RECOVERY_VSWITCH));
    }
    groups.add(group(e, Literals.NAMED_ELEMENT__TAGS));
    return groups.toArray(Group[]::new);
  }

  private void general(NamedElement e, EStructuralFeature... features) {
    List<EStructuralFeature> left = new ArrayList<>(List.of(NAME));
    List<EStructuralFeature> right = new ArrayList<>();
    for (EStructuralFeature f : features) (f.isMany() ? right : left).add(f);
    right.add(DESCRIPTION);
    tab(
        "General",
        group(e, left.toArray(EStructuralFeature[]::new)),
        group(e, right.toArray(EStructuralFeature[]::new)));
  }

  private void tab(String label, Group... groups) {
    tabs.add(new Tab(label, List.of(groups)));
  }

  private static Group group(NamedElement e, EStructuralFeature... features) {
    return new Group("", e, e, null, List.of(features));
  }

  /** A part that may be there or not. */
  private static Group part(NamedElement e, EReference reference, EStructuralFeature... features) {
    return new Group("", (EObject) e.eGet(reference), e, reference, List.of(features));
  }
}
