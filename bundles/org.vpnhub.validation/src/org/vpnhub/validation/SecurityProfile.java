package org.vpnhub.validation;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.model.IkeConfig;
import org.vpnhub.model.IkeVersion;
import org.vpnhub.model.IpsecConfig;
import org.vpnhub.model.Profile;
import org.vpnhub.model.Site;
import org.vpnhub.model.SiteSync;
import org.vpnhub.model.Tunnel;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnGateway;
import org.vpnhub.model.VpnhubFactory;

/** Sets of negotiation parameters to choose from. Everything else stays at its default. */
public enum SecurityProfile {
  STRONG(
      "Strong",
      IkeVersion.IKEV2,
      "aes256gcm16",
      "sha256",
      "group31",
      "IKEv2 with AES-256-GCM and Curve25519: fast, and nothing in it is known to be weak. Devices"
          + " made since about 2018 can do it."),
  COMPATIBLE(
      "Compatible",
      IkeVersion.IKEV2,
      "aes256",
      "sha256",
      "group14",
      "IKEv2 with AES-256-CBC, SHA-256 and 2048-bit MODP: nearly every device that speaks IKEv2 can"
          + " do it, and the clouds offer it. Still secure, but slower."),
  LEGACY(
      "Legacy IKEv1",
      IkeVersion.IKEV1,
      "aes256",
      "sha1",
      "group14",
      "For old devices that cannot speak IKEv2. IKEv1 is obsolete (RFC 9395) and SHA-1 is weak;"
          + " each pair of networks needs a connection of its own. Replace the device when you"
          + " can.");

  /**
   * One parameter, as chosen in both phases.
   *
   * @param phase1 its value in phase 1 (IKE)
   * @param phase2 its value in phase 2 (IPsec)
   */
  public record Parameter(String name, String phase1, String phase2) {}

  private final String title;
  private final IkeVersion version;
  private final String encryption;
  private final String hash;
  private final String group;
  private final String why;

  SecurityProfile(
      String title, IkeVersion version, String encryption, String hash, String group, String why) {
    this.title = title;
    this.version = version;
    this.encryption = encryption;
    this.hash = hash;
    this.group = group;
    this.why = why;
  }

  public String title() {
    return title;
  }

  /** When to choose it, in a sentence or two. */
  public String why() {
    return why;
  }

  public boolean isLegacy() {
    return version == IkeVersion.IKEV1;
  }

  /** Whether a profile of the model offers all that it needs. */
  public boolean isOffered(Profile profile) {
    Limits limits = Limits.of(profile);
    return limits.encryptions().contains(encryption)
        && limits.hashes().contains(hash)
        && limits.groups().contains(group);
  }

  /** The strongest that a profile of the model offers. */
  public static SecurityProfile strongest(Profile profile) {
    for (SecurityProfile s : values()) if (s.isOffered(profile)) return s;
    return COMPATIBLE;
  }

  /** What it sets, for people. */
  public List<Parameter> parameters() {
    IpsecConfig ipsec = ipsec();
    boolean aead = ipsec.getIpsecAuthAlg() == null;
    return List.of(
        new Parameter("Protocol", isLegacy() ? "IKEv1, main mode" : "IKEv2", "ESP, tunnel mode"),
        new Parameter("Encryption", encryption, encryption),
        new Parameter(
            aead ? "Pseudo-random function, integrity" : "Authentication",
            hash,
            aead ? "within " + encryption : hash),
        new Parameter("Key exchange (DH group, PFS)", group, group),
        new Parameter("Lifetime", hours(ike().getIkeLifetime()), hours(ipsec.getIpsecLifetime())));
  }

  private static String hours(int seconds) {
    return seconds / 3600 + " h";
  }

  private IkeConfig ike() {
    IkeConfig ike = VpnhubFactory.eINSTANCE.createIkeConfig();
    set(ike);
    return ike;
  }

  private IpsecConfig ipsec() {
    IpsecConfig ipsec = VpnhubFactory.eINSTANCE.createIpsecConfig();
    set(ipsec);
    return ipsec;
  }

  private void set(IkeConfig ike) {
    ike.setIkeVersion(version);
    ike.setIkeEncAlg(encryption);
    ike.setIkeAuthAlg(hash);
    ike.setIkePfs(group);
  }

  private void set(IpsecConfig ipsec) {
    ipsec.setIpsecEncAlg(encryption);
    ipsec.setIpsecAuthAlg(encryption.contains("gcm") ? null : hash);
    ipsec.setIpsecPfs(group);
  }

  /**
   * Sets the parameters of a site's connections. With IKEv1, which carries one pair of networks in
   * a connection (rule C03), a connection with several becomes several.
   */
  public void apply(Site site) {
    for (VpnConnection c : SiteSync.connections(site)) {
      for (Tunnel t : c.getTunnels()) {
        set(t.getIkeConfig());
        set(t.getIpsecConfig());
      }
    }
    onePairEach(site);
  }

  /** Splits the connections of a site that IKEv1 cannot carry. */
  public static void onePairEach(Site site) {
    for (VpnConnection c : SiteSync.connections(site)) {
      if (c.getTunnels().stream().noneMatch(SecurityProfile::isIkev1)) continue;
      Problem severalPairs =
          new Problem("C26", Severity.WARNING, c.getId(), "", "several pairs of networks", "");
      for (QuickFix fix : QuickFixes.forProblem(site.getNetwork(), severalPairs)) {
        fix.command().execute();
      }
    }
  }

  private static boolean isIkev1(Tunnel tunnel) {
    IkeConfig ike = tunnel.getIkeConfig();
    return ike != null && ike.getIkeVersion() == IkeVersion.IKEV1;
  }

  /** The profile that the last connection of a gateway has; the strongest where none fits. */
  public static SecurityProfile of(VpnGateway gateway) {
    Profile profile = gateway.getVpc().getRegion().getNetwork().getProfile();
    List<VpnConnection> all = gateway.getConnections();
    if (all.isEmpty()) return strongest(profile);
    return all.getLast().getTunnels().stream()
        .findFirst()
        .flatMap(SecurityProfile::of)
        .orElseGet(() -> strongest(profile));
  }

  private static Optional<SecurityProfile> of(Tunnel tunnel) {
    for (SecurityProfile s : values()) {
      if (s.fits(tunnel.getIkeConfig(), tunnel.getIpsecConfig())) return Optional.of(s);
    }
    return Optional.empty();
  }

  private boolean fits(@Nullable IkeConfig ike, @Nullable IpsecConfig ipsec) {
    if (ike == null || ipsec == null) return false;
    IkeConfig ours = EcoreUtil.copy(ike);
    IpsecConfig oursToo = EcoreUtil.copy(ipsec);
    set(ours);
    set(oursToo);
    return EcoreUtil.equals(ours, ike) && EcoreUtil.equals(oursToo, ipsec);
  }
}
