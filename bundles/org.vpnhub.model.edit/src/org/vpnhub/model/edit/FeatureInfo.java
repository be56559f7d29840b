package org.vpnhub.model.edit;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vpnhub.model.VpnhubPackage.Literals;

/**
 * A feature of the model as a user sees it.
 *
 * @param label what it is called, within a sentence: "remote network"
 * @param unit unit of a number, such as "s"; empty when it has none
 * @param explanation one or two sentences for a tooltip; empty when the ecore says nothing
 * @param isSecret whether its value is never shown
 * @param isImmutable whether the cloud does not let it change once the object exists
 */
public record FeatureInfo(
    String label, String unit, String explanation, boolean isSecret, boolean isImmutable) {
  private static final String MODEL = "urn:vpnhub:model";
  private static final Map<EStructuralFeature, String> LABELS = labels();
  private static final Map<EStructuralFeature, String> UNITS =
      Map.of(
          Literals.VPN_GATEWAY__BANDWIDTH, "Mbit/s",
          Literals.VPN_GATEWAY__LINK_MTU, "bytes",
          Literals.SITE__BANDWIDTH, "Mbit/s",
          Literals.TUNNEL__DPD_INTERVAL, "s",
          Literals.IKE_CONFIG__IKE_LIFETIME, "s",
          Literals.IPSEC_CONFIG__IPSEC_LIFETIME, "s",
          Literals.HEALTH_CHECK_CONFIG__INTERVAL, "s",
          Literals.HEALTH_CHECK_CONFIG__RETRY, "pings");
  private static final Map<EStructuralFeature, FeatureInfo> KNOWN = new HashMap<>();

  /** What a feature is to a user. User interface thread only. */
  public static FeatureInfo of(EStructuralFeature feature) {
    return KNOWN.computeIfAbsent(feature, FeatureInfo::read);
  }

  private static FeatureInfo read(EStructuralFeature feature) {
    String documentation = EcoreUtil.getDocumentation(feature);
    return new FeatureInfo(
        LABELS.getOrDefault(feature, words(feature.getName())),
        UNITS.getOrDefault(feature, ""),
        documentation == null ? "" : documentation.replace(" (ours)", ""),
        EcoreUtil.getAnnotation(feature, MODEL, "secret") != null,
        EcoreUtil.getAnnotation(feature, MODEL, "immutable") != null);
  }

  /** The label as the beginning of a line: "Remote network". */
  public String title() {
    return label.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + label.substring(1);
  }

  /** Whether a feature is free text of several lines. */
  public static boolean isMultiline(EStructuralFeature feature) {
    return feature == Literals.NAMED_ELEMENT__DESCRIPTION;
  }

  /** Whether a feature is a list of texts, such as prefixes. */
  public static boolean isTextList(EStructuralFeature feature) {
    return feature.isMany() && feature.getEType().getInstanceClass() == String.class;
  }

  /** Whether a feature is yes or no. */
  public static boolean isFlag(EStructuralFeature feature) {
    return feature.getEType() == EcorePackage.Literals.EBOOLEAN;
  }

  private static String words(String camelCase) {
    return camelCase.replaceAll("([A-Z])", " $1").toLowerCase(java.util.Locale.ROOT);
  }

  private static Map<EStructuralFeature, String> labels() {
    Map<EStructuralFeature, String> m = new HashMap<>();
    addresses(m);
    gateways(m);
    crypto(m);
    m.put(Literals.NETWORK__FORMAT_VERSION, "version of the file format");
    m.put(Literals.ROUTE_TABLE__ROUTE_TABLE_TYPE, "type");
    m.put(Literals.ROUTE_TABLE__VSWITCHES, "vSwitches");
    m.put(Literals.VPC__VSWITCHES, "vSwitches");
    m.put(Literals.VPC__VPN_GATEWAYS, "VPN gateways");
    m.put(Literals.ROUTE_ENTRY__NEXT_HOP_TYPE, "type of next hop");
    m.put(Literals.ROUTE_ENTRY__NEXT_HOP_ID, "id of next hop");
    m.put(Literals.SITE__WAN_INTERFACE, "WAN interface");
    m.put(Literals.SITE__LAN_INTERFACES, "LAN interfaces");
    m.put(Literals.SITE__WAN_ZONE, "WAN zone");
    m.put(Literals.SITE__LAN_ZONE, "LAN zone");
    m.put(Literals.SITE__VIRTUAL_ROUTER, "virtual router");
    m.put(Literals.SITE__TUNNEL_NUMBER, "first free tunnel number");
    m.put(Literals.SITE__RULE_NUMBER, "first free rule number");
    m.put(Literals.SITE__BEHIND_NAT, "behind a NAT");
    m.put(Literals.SITE__SOURCE_NAT, "source NAT");
    m.put(Literals.SITE__DEVICE_RELEASE, "release");
    m.put(Literals.SITE__SELECTOR_MODE, "selectors");
    m.put(Literals.SITE__NEXT_HOP, "next hop to the Internet");
    m.put(Literals.DESTINATION_ROUTE__PUBLISH_VPC, "publish to VPC");
    m.put(Literals.POLICY_ROUTE__PUBLISH_VPC, "publish to VPC");
    return Map.copyOf(m);
  }

  private static void addresses(Map<EStructuralFeature, String> m) {
    m.put(Literals.VPC__CIDR_BLOCK, "prefix");
    m.put(Literals.VPC__SECONDARY_CIDR_BLOCKS, "further prefixes");
    m.put(Literals.VPC__USER_CIDRS, "user CIDRs");
    m.put(Literals.VSWITCH__CIDR_BLOCK, "prefix");
    m.put(Literals.VSWITCH__ZONE_ID, "zone");
    m.put(Literals.ROUTE_ENTRY__DESTINATION_CIDR_BLOCK, "destination");
    m.put(Literals.DESTINATION_ROUTE__ROUTE_DEST, "destination");
    m.put(Literals.POLICY_ROUTE__ROUTE_SOURCE, "source");
    m.put(Literals.POLICY_ROUTE__ROUTE_DEST, "destination");
    m.put(Literals.CUSTOMER_GATEWAY__IP_ADDRESS, "address");
    m.put(Literals.VPN_CONNECTION__LOCAL_SUBNETS, "local network");
    m.put(Literals.VPN_CONNECTION__REMOTE_SUBNETS, "remote network");
    m.put(Literals.SITE__CIDRS, "prefixes");
    m.put(Literals.SITE__PUBLIC_IP, "public address");
    m.put(Literals.SITE__WAN_IP, "WAN address");
    m.put(Literals.SITE__SUMMARY_CIDR, "summary prefix");
    m.put(Literals.HEALTH_CHECK_CONFIG__SIP, "source");
    m.put(Literals.HEALTH_CHECK_CONFIG__DIP, "destination");
    m.put(Literals.BGP_CONFIG__TUNNEL_CIDR, "tunnel prefix");
    m.put(Literals.BGP_CONFIG__LOCAL_BGP_IP, "local BGP address");
  }

  private static void gateways(Map<EStructuralFeature, String> m) {
    m.put(Literals.VPN_GATEWAY__INTERNET_IP, "public address");
    m.put(Literals.VPN_GATEWAY__DISASTER_RECOVERY_INTERNET_IP, "second public address");
    m.put(Literals.VPN_GATEWAY__VSWITCH, "vSwitch");
    m.put(Literals.VPN_GATEWAY__DISASTER_RECOVERY_VSWITCH, "second vSwitch");
    m.put(Literals.VPN_GATEWAY__ENABLE_IPSEC, "IPsec connections");
    m.put(Literals.VPN_GATEWAY__ENABLE_BGP, "BGP");
    m.put(Literals.VPN_GATEWAY__LOCAL_ASN, "local AS number");
    m.put(Literals.VPN_GATEWAY__AUTO_PROPAGATE, "propagate BGP routes");
    m.put(Literals.VPN_GATEWAY__VPN_TYPE, "type of cryptography");
    m.put(Literals.VPN_GATEWAY__GATEWAY_TYPE, "generation");
    m.put(Literals.VPN_GATEWAY__LINK_MTU, "link MTU");
    m.put(Literals.CUSTOMER_GATEWAY__ASN, "AS number");
    m.put(Literals.CUSTOMER_GATEWAY__AUTH_KEY, "BGP key");
    m.put(Literals.VPN_CONNECTION__EFFECT_IMMEDIATELY, "negotiate at once");
    m.put(Literals.VPN_CONNECTION__AUTO_CONFIG_ROUTE, "routes from selectors");
    m.put(Literals.VPN_CONNECTION__ENABLE_TUNNELS_BGP, "BGP in the tunnels");
    m.put(Literals.BGP_CONFIG__LOCAL_ASN, "local AS number");
  }

  private static void crypto(Map<EStructuralFeature, String> m) {
    m.put(Literals.TUNNEL__ENABLE_DPD, "dead peer detection");
    m.put(Literals.TUNNEL__DPD_INTERVAL, "DPD interval");
    m.put(Literals.TUNNEL__ENABLE_NAT_TRAVERSAL, "NAT traversal");
    m.put(Literals.TUNNEL__IKE_CONFIG, "phase 1 (IKE)");
    m.put(Literals.TUNNEL__IPSEC_CONFIG, "phase 2 (IPsec)");
    m.put(Literals.TUNNEL__BGP_CONFIG, "BGP");
    m.put(Literals.IKE_CONFIG__PSK_REFERENCE, "key in the secret store");
    m.put(Literals.IKE_CONFIG__PSK, "pre-shared key");
    m.put(Literals.IKE_CONFIG__IKE_VERSION, "IKE version");
    m.put(Literals.IKE_CONFIG__IKE_MODE, "IKE mode");
    m.put(Literals.IKE_CONFIG__IKE_ENC_ALG, "IKE cipher");
    m.put(Literals.IKE_CONFIG__IKE_AUTH_ALG, "IKE hash");
    m.put(Literals.IKE_CONFIG__IKE_PFS, "IKE group");
    m.put(Literals.IKE_CONFIG__IKE_LIFETIME, "IKE lifetime");
    m.put(Literals.IPSEC_CONFIG__IPSEC_ENC_ALG, "IPsec cipher");
    m.put(Literals.IPSEC_CONFIG__IPSEC_AUTH_ALG, "IPsec hash");
    m.put(Literals.IPSEC_CONFIG__IPSEC_PFS, "IPsec group (PFS)");
    m.put(Literals.IPSEC_CONFIG__IPSEC_LIFETIME, "IPsec lifetime");
  }
}
