package org.vpnhub.exporter.fortinet;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.Problem;
import org.vpnhub.exporter.ChecklistSection;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.SelectorAbility;
import org.vpnhub.exporter.SiteFact;
import org.vpnhub.exporter.Verification;
import org.vpnhub.exporter.read.ConfigurationReader;
import org.vpnhub.exporter.template.TemplateExporter;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DevicePlan;
import org.vpnhub.plan.ExchangeMode;
import org.vpnhub.plan.Hash;
import org.vpnhub.plan.Identity;
import org.vpnhub.plan.IkeVersion;
import org.vpnhub.plan.SitePlan;

/**
 * FortiOS with an IPsec interface for each connection, and one phase 2 for each pair of networks,
 * which sets the selectors that would be 0.0.0.0/0 otherwise.
 *
 * <p>Sources: FortiOS 6.4, 7.0 and 7.4 CLI Reference, chapters "config vpn ipsec phase1-interface",
 * "config vpn ipsec phase2-interface", "config firewall policy", "config firewall address", "config
 * router static"; FortiOS Administration Guide, chapters "IPsec VPN" and "Command syntax"
 * (quoting).
 */
@Component(service = Exporter.class)
public final class FortiosExporter extends TemplateExporter {
  static final String FILE = "vpnhub.conf";

  private static final DeviceCapabilities DEVICE =
      DeviceCapabilities.of("fortinet-fortios", "Fortinet", "FortiOS")
          .release(FortiosWords.release("6.4"))
          .release(FortiosWords.release("7.0"))
          .release(FortiosWords.release("7.4"))
          .selectors(
              new SelectorAbility(SelectorAbility.Style.ROUTE_BASED, false, true, true, true))
          .keys(FortiosWords.KEYS)
          .nameLength(FortiosWords.LONGEST_NAME)
          .ikeLifetimes(120, 172800)
          .espLifetimes(120, 172800)
          .needs(SiteFact.WAN_INTERFACE, "wan1")
          .needs(SiteFact.LAN_INTERFACE, "internal")
          .verification(Verification.GRAMMAR)
          .build();

  /**
   * A network as an address object.
   *
   * @param name of the object
   */
  public record Net(String name, Ipv4Prefix prefix) {
    static Net of(Ipv4Prefix prefix) {
      return new Net("vpnhub-" + prefix.address() + "-" + prefix.length(), prefix);
    }
  }

  @Activate
  public FortiosExporter() {
    super(DEVICE, FortiosWords.DIALECT);
  }

  @Override
  public Optional<ConfigurationReader> reader() {
    return Optional.of(new FortiosReader());
  }

  @Override
  protected List<Problem> objections(SitePlan site) {
    List<Problem> problems = new ArrayList<>();
    for (ConnectionPlan c : site.gateway().connections()) {
      boolean ikev2 = c.ike().version() == IkeVersion.IKEV2;
      if (ikev2 && c.ike().encryption().isAead() && c.ike().hash() == Hash.MD5) {
        problems.add(
            cannot(
                c,
                "has no md5 as PRF beside " + c.ike().encryption() + " in phase 1",
                "use sha256"));
      }
      boolean byAddress = c.remoteId().equals(new Identity.Address(c.remoteAddress()));
      if (!ikev2 && c.ike().mode() == ExchangeMode.MAIN && !byAddress) {
        problems.add(
            warning(
                c,
                "does not look at the identity of the hub in main mode, only at its address",
                "use ikev2, or the hub's address as its identity"));
      }
    }
    return problems;
  }

  @Override
  protected Map<String, String> words(TunnelView tunnel) {
    Map<String, String> words = FortiosWords.of(tunnel);
    words.put("networks", members(networks(tunnel)));
    return words;
  }

  /** What lies behind a tunnel, whether it is the active or the standby one. */
  static List<Ipv4Prefix> networks(TunnelView tunnel) {
    return Stream.concat(tunnel.routes().stream(), tunnel.standbyRoutes().stream())
        .distinct()
        .toList();
  }

  @Override
  protected Map<String, ?> values(SiteView site) {
    return Map.of(
        "lan", lan(site.device()),
        "wan", FortiosWords.quoted(site.device().wanInterface()),
        "addresses", networks(site),
        "own", members(site.own()));
  }

  /** Policies name the zone of an interface that is in one. */
  private static String lan(DevicePlan device) {
    if (!device.lanZone().isBlank()) return FortiosWords.quoted(device.lanZone());
    return device.lanInterfaces().stream()
        .map(FortiosWords::quoted)
        .collect(Collectors.joining(" "));
  }

  static List<Net> networks(SiteView site) {
    Set<Ipv4Prefix> all = new LinkedHashSet<>(site.own());
    all.addAll(site.remote());
    return all.stream().map(Net::of).toList();
  }

  static String members(List<Ipv4Prefix> prefixes) {
    return prefixes.stream()
        .distinct()
        .map(p -> FortiosWords.quoted(Net.of(p).name()))
        .collect(Collectors.joining(" "));
  }

  @Override
  protected List<ExportedFile> files(SiteView site) {
    return List.of(file(FILE, "fortios.ftl", site));
  }

  @Override
  protected List<ChecklistSection> checklist(SiteView site) {
    return FortiosChecklist.of(site);
  }
}
