package org.vpnhub.exporter.pfsense;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.Problem;
import org.vpnhub.exporter.ChecklistSection;
import org.vpnhub.exporter.ChecklistSection.Item;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.SelectorAbility;
import org.vpnhub.exporter.SiteFact;
import org.vpnhub.exporter.Verification;
import org.vpnhub.exporter.read.ConfigurationReader;
import org.vpnhub.exporter.view.DeviceExporter;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.Standby;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.SitePlan;

/**
 * pfSense with phases 2 in tunnel mode, which offer the hub's selectors; a routed phase 2 would
 * offer any to any ("Phase 2 Settings", Mode). Packets for a tunnel never reach outbound NAT.
 *
 * <p>The policies of "start action: trap" stay while a tunnel is down, so that nothing leaves
 * unencrypted; the keep-alive of phase 2 sets it up without traffic. Rules for what leaves an
 * interface see it after outbound NAT, so that the one for the WAN cannot ask for the source.
 */
@Component(service = Exporter.class)
public final class PfsenseExporter extends DeviceExporter {
  static final String FILE = "vpnhub-ipsec.xml";

  private static final DeviceCapabilities DEVICE =
      DeviceCapabilities.of("pfsense", "Netgate", "pfSense")
          .release(PfsenseWords.release("2.6"))
          .release(PfsenseWords.strictRelease("2.7"))
          .selectors(
              new SelectorAbility(SelectorAbility.Style.POLICY_BASED, true, true, true, true))
          .keys(PfsenseWords.KEYS)
          .natTraversalAlways()
          .needs(SiteFact.WAN_INTERFACE, "wan")
          .verification(Verification.GRAMMAR)
          .build();

  @Activate
  public PfsenseExporter() {
    super(DEVICE, key -> key);
  }

  @Override
  public Optional<ConfigurationReader> reader() {
    return Optional.of(PfsenseReader.READER);
  }

  @Override
  protected List<Problem> objections(SitePlan site) {
    List<Problem> problems = new ArrayList<>();
    Set<ConnectionId> standby = Standby.of(site);
    Set<Ipv4Address> hubs = new HashSet<>();
    for (ConnectionPlan c : site.gateway().connections()) {
      if (!hubs.add(c.remoteAddress())) {
        problems.add(
            cannot(
                c,
                "takes one phase 1 for a remote gateway, and " + c.remoteAddress() + " has two",
                "give the hub a second address, or take one of the connections away"));
      }
      if (standby.contains(c.id())) {
        problems.add(
            warning(
                c,
                "cannot change over by itself between two connections with the same networks;"
                    + " this one is written, and disabled",
                "enable it, and disable the other, when that fails"));
      }
    }
    return problems;
  }

  @Override
  protected List<ExportedFile> files(SiteView site) {
    return List.of(new ExportedFile(FILE, PfsenseXml.of(site), ExportedFile.PRIVATE));
  }

  @Override
  protected List<ChecklistSection> checklist(SiteView site) {
    return List.of(
        new ChecklistSection("Diagnostics > Backup & Restore", backup()),
        new ChecklistSection("Firewall > Rules", rules(site)),
        new ChecklistSection(
            "System > Advanced > Firewall & NAT",
            List.of(
                new Item("VPN Packet Processing: Enable Maximum MSS", "checked"),
                new Item("Maximum MSS", String.valueOf(site.mss())))),
        new ChecklistSection(ChecklistSection.VERIFY, verify(site)),
        new ChecklistSection(
            ChecklistSection.ROLL_BACK,
            List.of(
                new Item(
                    "VPN > IPsec > Tunnels: delete these with their phases 2, then Apply Changes",
                    site.tunnels().stream()
                        .map(t -> "vpnhub " + t.title())
                        .collect(Collectors.joining(", "))),
                new Item(
                    "Firewall > Rules: delete the rules that were added; Maximum MSS as before",
                    ""),
                new Item("Or all at once: Diagnostics > Backup & Restore, Restore area: All", ""),
                new Item("Configuration file", "the one that was saved before"),
                new Item("Restore Configuration; the device restarts", ""))));
  }

  private static List<Item> backup() {
    return List.of(
        new Item("Backup area: All; Download configuration as XML, and keep it", ""),
        new Item(
            "See whether there are other tunnels: to restore the area IPsec replaces all of them."
                + " If there are, copy the elements of "
                + FILE
                + " into the element ipsec of the saved file, with numbers ikeid that are free,"
                + " and restore that",
            "VPN > IPsec > Tunnels"),
        new Item("Restore area", "IPSEC"),
        new Item("Configuration file", FILE),
        new Item("Restore Configuration, then Apply Changes on the page of the tunnels", ""),
        new Item("Delete the file, which may hold the key", FILE));
  }

  /** IKE and ESP on the WAN have rules of their own, which pfSense adds for each phase 1. */
  private static List<Item> rules(SiteView site) {
    String own = networks(site.own());
    String remote = networks(site.remote());
    return List.of(
        new Item(
            "System > Advanced > Firewall & NAT, Disable all auto-added VPN rules", "not checked"),
        new Item(
            "IPsec: Add; Action, Address Family, Protocol, Source, Destination",
            "Pass, IPv4, Any, " + remote + ", " + own),
        new Item(
            "LAN: Add above what blocks; Action, Address Family, Protocol, Source, Destination",
            "Pass, IPv4, Any, " + own + ", " + remote),
        new Item(
            "Floating: Add, so that nothing leaves unencrypted; Action, Quick, Interface,"
                + " Direction, Source, Destination",
            "Block, checked, " + site.device().wanInterface() + ", out, any, " + remote));
  }

  private static String networks(List<Ipv4Prefix> prefixes) {
    String all = prefixes.stream().map(Ipv4Prefix::toString).collect(Collectors.joining(" "));
    return prefixes.size() == 1 ? all : "an alias of the networks " + all;
  }

  private static List<Item> verify(SiteView site) {
    List<Item> items = new ArrayList<>();
    items.add(new Item("Each enabled tunnel is established", "Status > IPsec"));
    items.add(
        new Item(
            "The networks are those of the plan, and the bytes grow",
            "Diagnostics > Command Prompt: swanctl --list-sas"));
    Set<ConnectionId> standby = Standby.of(site);
    for (TunnelView t : site.tunnels()) {
      if (!standby.contains(t.plan().id())) continue;
      items.add(
          new Item(
              "Disabled until the other fails: phase 1 and phases 2 of", "vpnhub " + t.title()));
    }
    return items;
  }
}
