package org.vpnhub.validation;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vpnhub.model.Ciphers;
import org.vpnhub.model.HealthCheckConfig;
import org.vpnhub.model.IkeConfig;
import org.vpnhub.model.IkeVersion;
import org.vpnhub.model.IpsecConfig;
import org.vpnhub.model.Network;
import org.vpnhub.model.NextHopType;
import org.vpnhub.model.Profile;
import org.vpnhub.model.RouteEntry;
import org.vpnhub.model.SelectorMode;
import org.vpnhub.model.Site;
import org.vpnhub.model.Tunnel;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnGateway;
import org.vpnhub.model.VpnType;
import org.vpnhub.model.VpnhubPackage.Literals;

/**
 * What the profile of a model offers for a feature, given the other features of its element: what
 * an editor lets a user choose.
 */
public final class LegalValues {
  private LegalValues() {}

  /**
   * The literals that are offered, the recommended ones first; empty when any value can be typed.
   *
   * @param element the element or the part of one, such as a phase 1, in its model
   */
  public static List<String> of(EObject element, EStructuralFeature feature) {
    if (feature.getEType() instanceof EEnum type) {
      return type.getELiterals().stream().map(l -> l.getLiteral()).toList();
    }
    Limits limits = limits(element);
    if (feature == Literals.IKE_CONFIG__IKE_ENC_ALG
        || feature == Literals.IPSEC_CONFIG__IPSEC_ENC_ALG) {
      return offered(element, limits.encryptions());
    }
    if (feature == Literals.IKE_CONFIG__IKE_AUTH_ALG
        || feature == Literals.IPSEC_CONFIG__IPSEC_AUTH_ALG) {
      return offered(element, limits.hashes());
    }
    if (feature == Literals.IKE_CONFIG__IKE_PFS) return offered(element, limits.groups());
    if (feature == Literals.IPSEC_CONFIG__IPSEC_PFS) {
      return Stream.concat(offered(element, limits.groups()).stream(), Stream.of("disabled"))
          .toList();
    }
    if (feature == Literals.VPN_GATEWAY__BANDWIDTH && element instanceof VpnGateway g) {
      return limits.bandwidths(g.getNetworkType()).stream().map(String::valueOf).toList();
    }
    boolean isWeight =
        feature == Literals.DESTINATION_ROUTE__WEIGHT || feature == Literals.POLICY_ROUTE__WEIGHT;
    return isWeight ? List.of("100", "0") : List.of();
  }

  /** Whether a feature means anything, given the others: the mode of IKEv1 nothing in IKEv2. */
  public static boolean isUsed(EObject element, EStructuralFeature feature) {
    return switch (element) {
      case IkeConfig c when feature == Literals.IKE_CONFIG__IKE_MODE ->
          c.getIkeVersion() == IkeVersion.IKEV1;
      case IpsecConfig c when feature == Literals.IPSEC_CONFIG__IPSEC_AUTH_ALG ->
          !Ciphers.isAead(c.getIpsecEncAlg());
      case Tunnel t when feature == Literals.TUNNEL__DPD_INTERVAL -> t.isEnableDpd();
      case RouteEntry r when feature == Literals.ROUTE_ENTRY__NEXT_HOP ->
          r.getNextHopType() == NextHopType.VPN_GATEWAY;
      case RouteEntry r when feature == Literals.ROUTE_ENTRY__NEXT_HOP_ID ->
          r.getNextHopType() != NextHopType.VPN_GATEWAY;
      case Site s when feature == Literals.SITE__SUMMARY_CIDR ->
          s.getSelectorMode() == SelectorMode.SUMMARY;
      case VpnGateway g
          when feature == Literals.VPN_GATEWAY__LOCAL_ASN
              || feature == Literals.VPN_GATEWAY__AUTO_PROPAGATE ->
          g.isEnableBgp();
      case HealthCheckConfig h when feature != Literals.HEALTH_CHECK_CONFIG__ENABLE -> h.isEnable();
      default -> true;
    };
  }

  /** Whether the cloud of the model's profile fixes some features for life. */
  public static boolean isCloud(EObject element) {
    return profile(element) != Profile.HUB_NATIVE;
  }

  /** What is left of an offer by the kind of the gateway and the version of IKE. */
  private static List<String> offered(EObject part, List<String> all) {
    if (!(part.eContainer() instanceof Tunnel tunnel)) return all;
    boolean isNational = isNational(tunnel);
    IkeConfig ike = tunnel.getIkeConfig();
    boolean isOld = ike != null && ike.getIkeVersion() == IkeVersion.IKEV1;
    boolean isIkeCipher = part instanceof IkeConfig;
    return all.stream()
        .filter(v -> v.startsWith("group") || CryptoRules.NATIONAL.contains(v) == isNational)
        .filter(v -> !isOld || !CryptoRules.IKEV2_GROUPS.contains(v))
        .filter(v -> !isOld || !isIkeCipher || !Ciphers.isAead(v))
        .toList();
  }

  private static boolean isNational(Tunnel tunnel) {
    VpnConnection connection = tunnel.getVpnConnection();
    return connection != null
        && connection.getVpnGateway() != null
        && connection.getVpnGateway().getVpnType() == VpnType.NATIONAL_STANDARD;
  }

  private static Limits limits(EObject element) {
    return Limits.of(profile(element));
  }

  private static Profile profile(EObject element) {
    return EcoreUtil.getRootContainer(element) instanceof Network n
        ? n.getProfile()
        : Profile.HUB_NATIVE;
  }
}
