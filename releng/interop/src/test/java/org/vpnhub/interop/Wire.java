package org.vpnhub.interop;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts what leaves a namespace towards the others: ESP as IP protocol 50, and UDP to port 4500.
 * By traffic classes of the kernel, so that nothing but iproute2 is needed.
 */
final class Wire {

  private static final String NATIVE_ESP = "1:50";
  private static final String UDP_4500 = "1:45";

  private final Namespace namespace;

  Wire(Namespace namespace) {
    this.namespace = namespace;
    // Fails where there is none.
    namespace.exec("tc", "qdisc", "del", "dev", "eth0", "root");
    tc("qdisc add dev eth0 root handle 1: htb");
    count(NATIVE_ESP, "protocol 50 0xff");
    count(UDP_4500, "dport 4500 0xffff");
  }

  private void count(String flow, String match) {
    tc("class replace dev eth0 parent 1: classid " + flow + " htb rate 10gbit");
    tc(
        "filter add dev eth0 parent 1: protocol ip prio 1 u32 match ip "
            + match
            + " flowid "
            + flow);
  }

  private Shell.Result tc(String arguments) {
    List<String> command = new ArrayList<>(List.of("tc"));
    command.addAll(List.of(arguments.split(" ")));
    return namespace.exec(command.toArray(String[]::new)).ok();
  }

  long nativeEsp() {
    return packets(NATIVE_ESP);
  }

  long udp4500() {
    return packets(UDP_4500);
  }

  private long packets(String flow) {
    String text = tc("-s class show dev eth0").out();
    Matcher matcher =
        Pattern.compile("class htb " + flow + " .*?Sent \\d+ bytes (\\d+) pkt", Pattern.DOTALL)
            .matcher(text);
    if (!matcher.find()) throw new AssertionError("no class " + flow + " in\n" + text);
    return Long.parseLong(matcher.group(1));
  }
}
