package org.vpnhub.interop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The network of all scenarios:
 *
 * <pre>
 *   vpc 10.0.0.10 --- 10.0.0.2 [hub] 198.51.100.1 ---+--- 198.51.100.11 [shanghai] 10.10.10.1
 *                                                    +--- 198.51.100.12 [hangzhou] 10.10.20.1
 *                                       [wan: a bridge]--- 198.51.100.13 [ningbo]  10.10.30.1
 * </pre>
 *
 * <p>Each name is a namespace. A site's LAN address is on its loopback interface.
 */
final class Topology implements AutoCloseable {

  static final String HUB_ADDRESS = "198.51.100.1";
  static final String VPC_CIDR = "10.0.0.0/16";
  static final List<String> SITES = List.of("shanghai", "hangzhou", "ningbo");

  private final List<Namespace> all = new ArrayList<>();
  private final Map<String, Host> sites = new LinkedHashMap<>();
  private final Namespace hub;
  private final Host vpc;

  Topology() {
    Namespace.removeLeftovers();
    try {
      Namespace wan = add("wan");
      wan.ip("link", "add", "br0", "type", "bridge");
      wan.ip("link", "set", "br0", "up");
      hub = add("hub");
      attach(wan, hub, "hub", HUB_ADDRESS);
      for (String site : SITES) {
        Namespace namespace = add(site);
        attach(wan, namespace, site, publicAddress(site));
        Host host = new Host(site, namespace, lan(site) + ".1");
        namespace.ip("addr", "add", host.address() + "/24", "dev", "lo");
        sites.put(site, host);
      }
      Namespace inside = add("vpc");
      hub.connect("vpc", inside, "eth0");
      hub.ip("addr", "add", "10.0.0.2/16", "dev", "vpc");
      inside.ip("addr", "add", "10.0.0.10/16", "dev", "eth0");
      inside.ip("route", "add", "default", "via", "10.0.0.2");
      vpc = new Host("vpc", inside, "10.0.0.10");
    } catch (AssertionError | RuntimeException e) {
      close();
      throw e;
    }
  }

  private Namespace add(String name) {
    Namespace made = Namespace.create(name);
    all.add(made);
    return made;
  }

  private static void attach(Namespace wan, Namespace namespace, String port, String address) {
    wan.connect(port, namespace, "eth0");
    wan.ip("link", "set", port, "master", "br0");
    namespace.ip("addr", "add", address + "/24", "dev", "eth0");
  }

  static String publicAddress(String site) {
    return "198.51.100." + (11 + SITES.indexOf(site));
  }

  static String cidr(String site) {
    return lan(site) + ".0/24";
  }

  private static String lan(String site) {
    return "10.10." + 10 * (1 + SITES.indexOf(site));
  }

  Namespace hub() {
    return hub;
  }

  Host vpc() {
    return vpc;
  }

  Host site(String name) {
    Host host = sites.get(name);
    if (host == null) throw new IllegalArgumentException("no site " + name);
    return host;
  }

  /** The hosts of the VPC and of these sites. */
  List<Host> hosts(List<String> names) {
    List<Host> hosts = new ArrayList<>(List.of(vpc));
    for (String name : names) hosts.add(site(name));
    return hosts;
  }

  @Override
  public void close() {
    for (Namespace namespace : all.reversed()) namespace.close();
  }
}
