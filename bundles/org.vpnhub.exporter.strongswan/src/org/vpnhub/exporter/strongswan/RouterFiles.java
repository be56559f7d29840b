package org.vpnhub.exporter.strongswan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.exporter.ChecklistSection;
import org.vpnhub.exporter.ChecklistSection.Item;
import org.vpnhub.exporter.ExportRequest;
import org.vpnhub.exporter.ShellText;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.SitePlan;

/** What a Linux router needs beside swanctl.conf, and what a person does and checks. */
final class RouterFiles {
  private RouterFiles() {}

  /** TCP segment size in both directions, so that packets fit the tunnel. */
  static String nftables(SitePlan site) {
    String clamp = " tcp flags syn tcp option maxseg size set " + site.tcpMss();
    Lines out = new Lines();
    out.line("#!/usr/sbin/nft -f");
    out.line("# TCP through the tunnel: segments of at most " + site.tcpMss() + " bytes.");
    out.line("# Without nftables:");
    out.line(
        "#   iptables -t mangle -A FORWARD -m policy --pol ipsec --dir out -p tcp --tcp-flags"
            + " SYN,RST SYN -j TCPMSS --set-mss "
            + site.tcpMss());
    out.line(
        "#   iptables -t mangle -A FORWARD -m policy --pol ipsec --dir in -p tcp --tcp-flags"
            + " SYN,RST SYN -j TCPMSS --set-mss "
            + site.tcpMss());
    out.line("table ip vpnhub");
    out.line("delete table ip vpnhub");
    out.open("table ip vpnhub");
    out.open("set remote");
    out.line("type ipv4_addr");
    out.line("flags interval");
    out.line("auto-merge");
    if (!site.otherPrefixes().isEmpty()) {
      out.line("elements = { " + list(site.otherPrefixes()) + " }");
    }
    out.close();
    out.open("chain mss");
    out.line("type filter hook forward priority -150; policy accept;");
    out.line("ip daddr @remote" + clamp);
    out.line("ip saddr @remote" + clamp);
    out.close();
    return out.close().toString();
  }

  static String sysctl() {
    return """
    # A router whose tunnel packets enter by the interface to the Internet.
    net.ipv4.ip_forward = 1
    net.ipv4.conf.all.rp_filter = 2
    net.ipv4.conf.default.rp_filter = 2
    net.ipv4.conf.all.send_redirects = 0
    net.ipv4.conf.default.send_redirects = 0
    """;
  }

  static List<ChecklistSection> checklist(ExportRequest request) {
    SitePlan site = request.site();
    return List.of(install(request), network(site), verify(site), rollBack());
  }

  private static ChecklistSection install(ExportRequest request) {
    List<Item> items = new ArrayList<>();
    items.add(
        new Item(
            "Install strongSwan (release 5.9.6 or later for start_action trap|start) and nftables",
            "apt-get install charon-systemd strongswan-swanctl libstrongswan-standard-plugins"
                + " nftables"));
    items.add(
        new Item(
            "Copy swanctl.conf, readable by root alone",
            "install -m 600 swanctl.conf /etc/swanctl/conf.d/vpnhub.conf"));
    if (!request.includeSecrets()) {
      items.add(
          new Item(
              "Put the pre-shared keys in place of the placeholders <secret: ...>",
              request.site().gateway().connections().stream()
                  .map(ConnectionPlan::pskReference)
                  .distinct()
                  .map(r -> "vpnhub secret show MODEL_FILE " + ShellText.quoted(r))
                  .collect(Collectors.joining("\n"))));
    }
    items.add(
        new Item(
            "Copy and apply the kernel parameters",
            "install -m 644 90-vpnhub.conf /etc/sysctl.d/ && sysctl --system"));
    items.add(
        new Item(
            "Clamp the TCP segment size, and make it last",
            """
            install -D -m 644 vpnhub.nft /etc/nftables.d/vpnhub.nft && nft -f /etc/nftables.d/vpnhub.nft
            at the end of /etc/nftables.conf: include "/etc/nftables.d/*.nft"; then systemctl enable nftables\
            """));
    items.add(
        new Item(
            "Load, now and at each start of the machine",
            "systemctl enable --now strongswan && swanctl --load-all"));
    return new ChecklistSection("Install", items);
  }

  private static ChecklistSection network(SitePlan site) {
    String wan = orElse(site.device().wanInterface(), "the interface to the Internet");
    String lans =
        site.device().lanInterfaces().isEmpty()
            ? "the interfaces to the LAN"
            : SwanctlText.printable(String.join(", ", site.device().lanInterfaces()));
    List<Item> items = new ArrayList<>();
    for (ConnectionPlan c : site.gateway().connections()) {
      items.add(
          new Item(
              "Firewall: allow IKE and ESP with the hub on " + wan,
              "UDP 500, UDP 4500 and IP protocol 50 from and to " + c.remoteAddress()));
    }
    items.add(
        new Item(
            "Firewall: allow forwarding both ways between " + lans + " and",
            list(site.otherPrefixes())));
    items.add(
        new Item(
            "Source NAT: exempt tunnel traffic, before any masquerading",
            "nft: rt ipsec exists accept, or: iptables -t nat -I POSTROUTING -m policy --pol ipsec"
                + " --dir out -j ACCEPT"));
    items.add(
        new Item(
            "Routes: strongSwan puts its own into table 220. Hosts of the LAN need this machine as"
                + " their router towards",
            list(site.otherPrefixes())));
    items.add(
        new Item(
            "MTU " + site.tunnelMtu() + " for this machine's own traffic, in strongswan.conf",
            "charon { plugins { kernel-netlink { mtu = "
                + site.tunnelMtu()
                + " mss = "
                + site.tcpMss()
                + " } } }"));
    return new ChecklistSection("Network", items);
  }

  private static ChecklistSection verify(SitePlan site) {
    List<Item> items = new ArrayList<>();
    items.add(
        new Item(
            "Security associations",
            "swanctl --list-sas    (expect ESTABLISHED, and INSTALLED for each child)"));
    items.add(new Item("Policies and routes", "swanctl --list-pols; ip route show table 220"));
    if (!site.prefixes().isEmpty() && !site.otherPrefixes().isEmpty()) {
      items.add(
          new Item(
              "Ping a host of " + site.otherPrefixes().getFirst() + " from an address of the LAN",
              "ping -I <address in " + site.prefixes().getFirst() + "> <host>"));
    }
    items.add(
        new Item(
            "Rehearse a rekey: a wrong PFS group shows only then",
            "swanctl --rekey --child <child>; swanctl --rekey --ike <connection>"));
    items.add(new Item("Why it does not come up", "swanctl --log; journalctl -u strongswan"));
    return new ChecklistSection(ChecklistSection.VERIFY, items);
  }

  private static ChecklistSection rollBack() {
    return new ChecklistSection(
        ChecklistSection.ROLL_BACK,
        List.of(
            new Item(
                "Take the connections away",
                "rm /etc/swanctl/conf.d/vpnhub.conf && swanctl --load-all && swanctl --terminate"
                    + " --ike <connection>"),
            new Item(
                "Take the clamp and the kernel parameters away",
                "nft delete table ip vpnhub; rm /etc/nftables.d/vpnhub.nft"
                    + " /etc/sysctl.d/90-vpnhub.conf")));
  }

  private static String list(List<Ipv4Prefix> prefixes) {
    return prefixes.stream().map(Ipv4Prefix::toString).collect(Collectors.joining(", "));
  }

  private static String orElse(String value, String fallback) {
    return value.isBlank() ? fallback : SwanctlText.printable(value);
  }
}
