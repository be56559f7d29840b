package org.vpnhub.exporter.linux;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.exporter.ChecklistSection.Item;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.ShellText;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;

/**
 * What a Linux router needs beside the configuration of its IPsec daemon.
 *
 * <p>Sources: nft(8), sections "rt expressions" and "extension header expressions"; sysctl
 * documentation of the kernel (ip-sysctl).
 */
public final class LinuxRouter {
  /** Name of the nftables file. */
  public static final String NFTABLES = "vpnhub.nft";

  /** Name of the file with the kernel parameters. */
  public static final String SYSCTL = "90-vpnhub.conf";

  private LinuxRouter() {}

  /** Both files. Neither holds a key. */
  public static List<ExportedFile> files(SiteView site) {
    return List.of(
        new ExportedFile(NFTABLES, nftables(site), ExportedFile.READABLE),
        new ExportedFile(SYSCTL, sysctl(), ExportedFile.READABLE));
  }

  /** TCP segments that fit the tunnel, and nothing for the far networks outside of it. */
  private static String nftables(SiteView site) {
    String clamp = "tcp flags syn tcp option maxseg size set " + site.mss();
    return """
    #!/usr/sbin/nft -f
    # TCP through the tunnel: segments of at most %1$d bytes. Without nftables:
    #   iptables -t mangle -A FORWARD -m policy --pol ipsec --dir out -p tcp --tcp-flags SYN,RST SYN -j TCPMSS --set-mss %1$d
    #   iptables -t mangle -A FORWARD -m policy --pol ipsec --dir in -p tcp --tcp-flags SYN,RST SYN -j TCPMSS --set-mss %1$d
    table ip vpnhub
    delete table ip vpnhub
    table ip vpnhub {
      set own {
        type ipv4_addr
        flags interval
        auto-merge
    %2$s  }
      set remote {
        type ipv4_addr
        flags interval
        auto-merge
    %3$s  }
      chain mss {
        type filter hook forward priority -150; policy accept;
        ip daddr @remote %4$s
        ip saddr @remote %4$s
      }
      # While the tunnel is down nothing for its networks leaves unencrypted.
      chain leak {
        type filter hook forward priority -149; policy accept;
        ip daddr @own accept
        ip daddr @remote rt ipsec missing counter reject
      }
    }
    """
        .formatted(site.mss(), elements(site.own()), elements(site.remote()), clamp);
  }

  private static String elements(List<Ipv4Prefix> prefixes) {
    return prefixes.isEmpty() ? "" : "    elements = { " + list(prefixes) + " }\n";
  }

  private static String sysctl() {
    return """
    # A router whose tunnel packets enter by the interface to the Internet.
    net.ipv4.ip_forward = 1
    net.ipv4.conf.all.rp_filter = 2
    net.ipv4.conf.default.rp_filter = 2
    net.ipv4.conf.all.send_redirects = 0
    net.ipv4.conf.default.send_redirects = 0
    """;
  }

  /** How both files come to where they work, now and after a restart. */
  public static List<Item> install() {
    return List.of(
        new Item(
            "Copy and apply the kernel parameters",
            "install -m 644 90-vpnhub.conf /etc/sysctl.d/ && sysctl --system"),
        new Item(
            "Load the packet filter, and make it last",
            """
            install -D -m 644 vpnhub.nft /etc/nftables.d/vpnhub.nft && nft -f /etc/nftables.d/vpnhub.nft
            at the end of /etc/nftables.conf: include "/etc/nftables.d/*.nft"; then systemctl enable nftables\
            """));
  }

  /** How to put keys in place of their placeholders; nothing when the keys are there. */
  public static List<Item> keys(SiteView site) {
    if (site.secretsIncluded()) return List.of();
    String commands =
        site.tunnels().stream()
            .map(t -> t.plan().pskReference())
            .distinct()
            .map(r -> "vpnhub secret show MODEL_FILE " + ShellText.quoted(r))
            .collect(Collectors.joining("\n"));
    return List.of(
        new Item("Put the pre-shared keys in place of the placeholders <secret:...>", commands));
  }

  /** What the owner's own firewall, NAT and routing must do. */
  public static List<Item> network(SiteView site) {
    String wan = orElse(site.device().wanInterface(), "the interface to the Internet");
    String lans =
        orElse(String.join(", ", site.device().lanInterfaces()), "the interfaces to the LAN");
    List<Item> items = new ArrayList<>();
    for (TunnelView t : site.tunnels()) {
      items.add(
          new Item(
              "Firewall: allow IKE and ESP with the hub on " + wan,
              "UDP 500, UDP 4500 and IP protocol 50 from and to " + t.plan().remoteAddress()));
    }
    items.add(
        new Item(
            "Firewall: allow forwarding both ways between " + lans + " and", list(site.remote())));
    items.add(
        new Item(
            "Source NAT: exempt tunnel traffic, before any masquerading",
            "nft: rt ipsec exists accept, or: iptables -t nat -I POSTROUTING -m policy --pol ipsec"
                + " --dir out -j ACCEPT"));
    return items;
  }

  /** Takes both files back. */
  public static Item rollBack() {
    return new Item(
        "Take the packet filter and the kernel parameters away; what the latter set stays until the"
            + " next start",
        "nft delete table ip vpnhub; rm /etc/nftables.d/vpnhub.nft /etc/sysctl.d/90-vpnhub.conf");
  }

  /** A ping through the tunnel, from an address of the site's own network. */
  public static List<Item> ping(SiteView site) {
    if (site.own().isEmpty() || site.remote().isEmpty()) return List.of();
    return List.of(
        new Item(
            "Ping a host of " + site.remote().getFirst() + " from an address of the LAN",
            "ping -I <address in " + site.own().getFirst() + "> <host>"));
  }

  /** Prefixes with a comma between them. */
  public static String list(List<Ipv4Prefix> prefixes) {
    return prefixes.stream().map(Ipv4Prefix::toString).collect(Collectors.joining(", "));
  }

  private static String orElse(String value, String fallback) {
    return value.isBlank() ? fallback : ShellText.oneLine(value);
  }
}
