package org.vpnhub.exporter.opnsense;

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
import org.vpnhub.exporter.KeyRules;
import org.vpnhub.exporter.SelectorAbility;
import org.vpnhub.exporter.Verification;
import org.vpnhub.exporter.read.ConfigurationReader;
import org.vpnhub.exporter.view.DeviceExporter;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.Standby;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.SitePlan;

/**
 * OPNsense with connections (swanctl), whose children have the hub's selectors and policies. A
 * tunnel interface would offer any to any unless its children were cut to size by hand ("IPsec",
 * VTI). Packets that a policy takes never reach outbound NAT; rules for what leaves an interface
 * see it after outbound NAT, so that the one for the WAN cannot ask for the source. The elements
 * are those of the models Swanctl and IPsec of the release.
 */
@Component(service = Exporter.class)
public final class OpnsenseExporter extends DeviceExporter {
  static final String FILE = "vpnhub-ipsec.xml";

  private static final DeviceCapabilities DEVICE =
      DeviceCapabilities.of("opnsense", "Deciso", "OPNsense")
          .release(Proposals.release("24.1"))
          .selectors(
              new SelectorAbility(SelectorAbility.Style.POLICY_BASED, true, true, true, true))
          .keys(new KeyRules(1, 64, c -> c > 0x20 && c < 0x7f, "printable ASCII without the space"))
          .natTraversalAlways()
          .verification(Verification.GRAMMAR)
          .build();

  @Activate
  public OpnsenseExporter() {
    super(DEVICE, key -> key);
  }

  @Override
  public Optional<ConfigurationReader> reader() {
    return Optional.of(OpnsenseReader.READER);
  }

  @Override
  protected List<Problem> objections(SitePlan site) {
    List<Problem> problems = new ArrayList<>();
    Set<ConnectionId> standby = Standby.of(site);
    Set<Ipv4Address> hubs = new HashSet<>();
    Set<String> identities = new HashSet<>();
    for (ConnectionPlan c : site.gateway().connections()) {
      proposals(c, problems);
      identities(c, problems);
      if (!identities.add(c.localId() + " " + c.remoteId()) || !hubs.add(c.remoteAddress())) {
        error(
            problems,
            c,
            "takes one key for a pair of identities, and one connection to a hub's address",
            "give the hub a second address, or take one of the connections away");
      }
      if (standby.contains(c.id())) {
        problems.add(
            warning(
                c,
                "cannot change over by itself between two connections with the same networks;"
                    + " this one is written, and not enabled",
                "enable it, and disable the other, when that fails"));
      }
    }
    return problems;
  }

  private void proposals(ConnectionPlan c, List<Problem> problems) {
    String remedy =
        "choose sha256, sha384 or sha512 and a group from group14 on, or without PFS"
            + " aes256 with sha256";
    if (!Proposals.isOffered(c.ike())) {
      error(problems, c, "offers no proposal " + Proposals.of(c.ike()) + " in phase 1", remedy);
    }
    if (!Proposals.isOffered(c.ipsec())) {
      error(problems, c, "offers no proposal " + Proposals.of(c.ipsec()) + " in phase 2", remedy);
    }
  }

  /** The models take no plus sign. */
  private void identities(ConnectionPlan c, List<Problem> problems) {
    for (Object id : List.of(c.localId(), c.remoteId())) {
      if (id.toString().matches("[0-9A-Za-z.,_:=@%-]+")) continue;
      error(
          problems,
          c,
          "takes identities of letters, digits and . - , _ : = @ % only",
          "choose another identity");
    }
  }

  private void error(List<Problem> problems, ConnectionPlan c, String what, String remedy) {
    problems.add(cannot(c, what, remedy));
  }

  @Override
  protected List<ExportedFile> files(SiteView site) {
    return List.of(new ExportedFile(FILE, OpnsenseXml.of(site), ExportedFile.PRIVATE));
  }

  @Override
  protected List<ChecklistSection> checklist(SiteView site) {
    return List.of(
        new ChecklistSection("System > Configuration > Backups", backup()),
        new ChecklistSection("Firewall > Rules", rules(site)),
        new ChecklistSection(
            "Firewall > Settings > Normalization",
            List.of(
                new Item("Add; Interface", "IPsec"),
                new Item("Direction", "Any"),
                new Item("Protocol", "TCP"),
                new Item("Max mss", String.valueOf(site.mss())))),
        new ChecklistSection(ChecklistSection.VERIFY, verify(site)),
        new ChecklistSection(
            ChecklistSection.ROLL_BACK,
            List.of(
                new Item(
                    "VPN > IPsec > Connections and Pre-Shared Keys: delete these, then Apply",
                    site.tunnels().stream()
                        .map(t -> "vpnhub " + t.title())
                        .collect(Collectors.joining(", "))),
                new Item("Firewall: delete the rules and the normalization that were added", ""),
                new Item(
                    "Or all at once: System > Configuration > Backups, Restore areas: none chosen,"
                        + " so all",
                    ""),
                new Item("File", "the one that was saved before"),
                new Item("Restore configuration, and reboot", ""))));
  }

  private static List<Item> backup() {
    return List.of(
        new Item("Download configuration, and keep it", ""),
        new Item(
            "See whether there are other connections: to restore the area IPsec replaces all of"
                + " them. If there are, copy the elements with a uuid of "
                + FILE
                + " into the same places of the saved file, and restore that",
            "VPN > IPsec > Connections"),
        new Item("Restore areas", "IPsec"),
        new Item("File", FILE),
        new Item("Restore configuration, then Apply on the page of the connections", ""),
        new Item("Delete the file, which may hold the key", FILE));
  }

  private static List<Item> rules(SiteView site) {
    String own = networks(site.own());
    String remote = networks(site.remote());
    String hubs =
        site.tunnels().stream()
            .map(t -> t.plan().remoteAddress().toString())
            .distinct()
            .collect(Collectors.joining(" "));
    return List.of(
        new Item(
            "WAN: Pass, in, IPv4 UDP, destination port 500 and another rule with 4500; Source,"
                + " Destination",
            hubs + ", WAN address"),
        new Item("WAN: Pass, in, IPv4 ESP; Source, Destination", hubs + ", WAN address"),
        new Item("IPsec: Pass, in, IPv4 any; Source, Destination", remote + ", " + own),
        new Item(
            "LAN: Pass, in, IPv4 any, above what blocks; Source, Destination", own + ", " + remote),
        new Item(
            "Floating: Block, quick, WAN, out, IPv4 any, so that nothing leaves unencrypted;"
                + " Source, Destination",
            "any, " + remote));
  }

  private static String networks(List<Ipv4Prefix> prefixes) {
    String all = prefixes.stream().map(Ipv4Prefix::toString).collect(Collectors.joining(" "));
    return prefixes.size() == 1 ? all : "an alias of the networks " + all;
  }

  private static List<Item> verify(SiteView site) {
    List<Item> items = new ArrayList<>();
    items.add(new Item("Each enabled connection is there", "VPN > IPsec > Status Overview"));
    items.add(
        new Item(
            "The networks are those of the plan, and the bytes grow",
            "at the shell: swanctl --list-sas"));
    Set<ConnectionId> standby = Standby.of(site);
    for (TunnelView t : site.tunnels()) {
      if (standby.contains(t.plan().id())) {
        items.add(
            new Item("Not enabled until the other fails: the connection", "vpnhub " + t.title()));
      }
    }
    return items;
  }
}
