package org.vpnhub.ike;

import java.util.Optional;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;

/**
 * An IPv4 traffic selector (RFC 7296 §3.13.1): the packets of one IP protocol whose address and
 * port lie in two ranges, ends included.
 *
 * @param protocol IP protocol number; 0 is any
 * @param startPort first port, 0 to 65535; for ICMP type and code as RFC 7296 §3.13.1 packs them
 * @param endPort last port
 * @param start first address
 * @param end last address
 */
public record TrafficSelector(
    int protocol, int startPort, int endPort, Ipv4Address start, Ipv4Address end) {

  /** Everything: 0.0.0.0/0, any protocol, any port. */
  public static final TrafficSelector ANY = ofPrefix(Ipv4Prefix.ANY);

  public TrafficSelector {
    if (protocol < 0 || protocol > 255) {
      throw new IllegalArgumentException("protocol " + protocol + " is not within 0 to 255");
    }
    if (startPort < 0 || endPort > 0xffff || startPort > endPort) {
      throw new IllegalArgumentException("ports " + startPort + " to " + endPort + " are no range");
    }
    if (start.compareTo(end) > 0) {
      throw new IllegalArgumentException("addresses " + start + " to " + end + " are no range");
    }
  }

  /** All packets of one prefix. */
  public static TrafficSelector ofPrefix(Ipv4Prefix prefix) {
    return new TrafficSelector(0, 0, 0xffff, prefix.first(), prefix.last());
  }

  /** What both selectors let through; empty when that is nothing (RFC 7296 §2.9). */
  public Optional<TrafficSelector> intersect(TrafficSelector other) {
    if (protocol != 0 && other.protocol != 0 && protocol != other.protocol) return Optional.empty();
    int fromPort = Math.max(startPort, other.startPort);
    int toPort = Math.min(endPort, other.endPort);
    Ipv4Address from = start.compareTo(other.start) >= 0 ? start : other.start;
    Ipv4Address to = end.compareTo(other.end) <= 0 ? end : other.end;
    if (fromPort > toPort || from.compareTo(to) > 0) return Optional.empty();
    return Optional.of(
        new TrafficSelector(Math.max(protocol, other.protocol), fromPort, toPort, from, to));
  }

  /** Whether this selector lets through everything that {@code other} does. */
  public boolean contains(TrafficSelector other) {
    return intersect(other).filter(other::equals).isPresent();
  }

  /** Whether the address lies in the range, whatever protocol and port. */
  public boolean contains(Ipv4Address address) {
    return start.compareTo(address) <= 0 && address.compareTo(end) <= 0;
  }

  /**
   * As people write it: {@code 10.0.0.0/8}, {@code 10.0.0.5-10.0.0.9}, {@code 10.0.0.1/32[6/80]}.
   */
  @Override
  public String toString() {
    String ports =
        startPort == 0 && endPort == 0xffff
            ? ""
            : startPort == endPort ? "/" + startPort : "/" + startPort + "-" + endPort;
    String suffix = protocol == 0 && ports.isEmpty() ? "" : "[" + protocol + ports + "]";
    return range() + suffix;
  }

  private String range() {
    int differing = start.bits() ^ end.bits();
    int length = Integer.numberOfLeadingZeros(differing);
    int hostBits = ~Ipv4Prefix.mask(length);
    boolean prefix = (start.bits() & hostBits) == 0 && (end.bits() & hostBits) == hostBits;
    return prefix ? start + "/" + length : start + "-" + end;
  }
}
