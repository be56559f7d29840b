package org.vpnhub.exporter.windows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.exporter.ChecklistSection;
import org.vpnhub.exporter.ChecklistSection.Item;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.DeviceCapabilities.VolumeLimit;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.KeyRules;
import org.vpnhub.exporter.Objection;
import org.vpnhub.exporter.SelectorAbility;
import org.vpnhub.exporter.SelectorAbility.Style;
import org.vpnhub.exporter.ShellText;
import org.vpnhub.exporter.template.TemplateExporter;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.Identity;
import org.vpnhub.plan.SitePlan;

/**
 * Writes a PowerShell script for Routing and Remote Access of Windows Server.
 *
 * <p>Source: Windows Server PowerShell reference, modules RemoteAccess (Add-, Connect-, Get- and
 * Remove-VpnS2SInterface) and NetSecurity (New-NetFirewallRule). IKEv2 alone, route-based, with
 * 0.0.0.0/0 as selectors. With a pre-shared key it names itself by its own address.
 */
@Component(service = Exporter.class)
public final class RrasExporter extends TemplateExporter {
  static final String SCRIPT = "vpnhub.ps1";

  private static final DeviceCapabilities DEVICE =
      DeviceCapabilities.of("windows-rras", "Microsoft", "Windows Server RRAS")
          .release(RrasWords.RELEASE)
          .selectors(new SelectorAbility(Style.ROUTE_BASED, true, true, false, false))
          .keys(new KeyRules(1, 256, c -> c > ' ' && c < 0x7f, "ASCII without space"))
          .nameLength(60)
          .ikeLifetimes(300, 86400)
          .espLifetimes(300, 86400)
          .volumeLimit(VolumeLimit.RAISED)
          .natTraversalAlways()
          .build();

  @Activate
  public RrasExporter() {
    super(DEVICE, RrasWords.DIALECT);
  }

  @Override
  protected List<Problem> objections(SitePlan site) {
    List<Problem> problems = new ArrayList<>();
    for (ConnectionPlan c : site.gateway().connections()) {
      Ipv4Address own =
          c.localBehindNat()
              ? site.device().wanAddress().orElse(c.localAddress())
              : c.localAddress();
      identity(problems, c, c.localId(), own, "remoteId");
      identity(problems, c, c.remoteId(), c.remoteAddress(), "localId");
      problems.add(
          Objection.to(
              c,
              "C27",
              Severity.WARNING,
              "the server does not clamp TCP segments; only the MTU of the tunnel is set",
              "let ICMP \"fragmentation needed\" pass, or set an MTU of "
                  + site.tunnelMtu()
                  + " on hosts that hang"));
    }
    return problems;
  }

  /**
   * @param field of the model, which sees the connection from the hub
   */
  private static void identity(
      List<Problem> problems, ConnectionPlan c, Identity wanted, Ipv4Address can, String field) {
    if (wanted.equals(new Identity.Address(can))) return;
    problems.add(
        Objection.to(
            c,
            "C27",
            Severity.ERROR,
            "the server knows identities by address alone, here "
                + can
                + ", and not "
                + ShellText.oneLine(wanted.toString()),
            "set " + field + " of the connection to " + can));
  }

  @Override
  protected Map<String, String> words(TunnelView t) {
    return RrasWords.of(t);
  }

  @Override
  protected Map<String, ?> values(SiteView site) {
    String hubs =
        site.tunnels().stream()
            .map(t -> "'" + t.plan().remoteAddress() + "'")
            .distinct()
            .collect(Collectors.joining(", "));
    return Map.of("hubs", hubs);
  }

  @Override
  protected List<ExportedFile> files(SiteView site) {
    return List.of(file(SCRIPT, "rras.ftl", site));
  }

  @Override
  protected List<ChecklistSection> checklist(SiteView site) {
    return List.of(
        new ChecklistSection("Install", install(site)),
        new ChecklistSection("Network", network(site)),
        new ChecklistSection(ChecklistSection.VERIFY, verify(site)),
        new ChecklistSection(ChecklistSection.ROLL_BACK, rollBack(site)));
  }

  private static List<Item> install(SiteView site) {
    List<Item> items = new ArrayList<>();
    items.add(
        new Item(
            "Save what is there",
            "netsh ras dump > ras-before-vpnhub.txt; netsh advfirewall export"
                + " firewall-before-vpnhub.wfw"));
    items.add(
        new Item(
            "Once: install the role, then start the server again if it asks for it",
            "Install-WindowsFeature RemoteAccess, Routing -IncludeManagementTools\n"
                + "Install-RemoteAccess -VpnType VpnS2S"));
    if (!site.secretsIncluded()) {
      for (TunnelView t : site.tunnels()) {
        items.add(
            new Item(
                "Put the key in place of its placeholder; double each ' in it",
                "vpnhub secret show MODEL_FILE " + ShellText.quoted(t.plan().pskReference())));
      }
    }
    items.add(
        new Item(
            "Run the script as administrator",
            "powershell -ExecutionPolicy Bypass -File vpnhub.ps1"));
    items.add(new Item("Delete the script, which holds keys", "Remove-Item vpnhub.ps1"));
    return items;
  }

  private static List<Item> network(SiteView site) {
    return List.of(
        new Item(
            "NAT: the tunnel interfaces do not become public interfaces of RRAS's NAT",
            names(site)),
        new Item("Hosts of the LAN have this server as their router towards", list(site)),
        new Item(
            "Firewalls beside this server: allow UDP 500, UDP 4500 and IP protocol 50 with",
            site.tunnels().stream()
                .map(t -> t.plan().remoteAddress().toString())
                .distinct()
                .collect(Collectors.joining(", "))),
        new Item(
            "While a tunnel is down its routes stay on its interface, and nothing leaves"
                + " unencrypted; no other route on this server is as narrow as",
            list(site)));
  }

  private static List<Item> verify(SiteView site) {
    List<Item> items = new ArrayList<>();
    items.add(
        new Item(
            "Interfaces are connected",
            "Get-VpnS2SInterface | Format-List Name, AdminStatus, ConnectionState, IPv4Subnet"));
    items.add(new Item("Security associations", "Get-NetIPsecMainModeSA; Get-NetIPsecQuickModeSA"));
    items.add(new Item("MTU", "netsh interface ipv4 show subinterfaces"));
    if (!site.own().isEmpty() && !site.remote().isEmpty()) {
      items.add(
          new Item(
              "Ping a host of " + site.remote().getFirst() + " from an address of the LAN",
              "ping -S <address in " + site.own().getFirst() + "> <host>"));
    }
    return items;
  }

  private static List<Item> rollBack(SiteView site) {
    List<Item> items = new ArrayList<>();
    for (TunnelView t : site.tunnels()) {
      items.add(
          new Item(
              "Remove the tunnel with its routes",
              "Disconnect-VpnS2SInterface -Name '"
                  + t.name()
                  + "' -Force\nRemove-VpnS2SInterface -Name '"
                  + t.name()
                  + "' -Force"));
    }
    items.add(new Item("Remove the rules", "Remove-NetFirewallRule -Group 'vpnhub'"));
    return items;
  }

  private static String names(SiteView site) {
    return site.tunnels().stream().map(TunnelView::name).collect(Collectors.joining(", "));
  }

  private static String list(SiteView site) {
    return site.remote().stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
