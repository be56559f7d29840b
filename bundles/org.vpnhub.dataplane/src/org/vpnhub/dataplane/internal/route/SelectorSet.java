package org.vpnhub.dataplane.internal.route;

import java.util.ArrayList;
import java.util.List;
import org.vpnhub.base.Bytes;
import org.vpnhub.dataplane.internal.packet.Ipv4;
import org.vpnhub.ike.TrafficSelector;

/**
 * One side's traffic selectors of a CHILD SA (RFC 4301 §4.4.1), made ready for packets. Immutable.
 */
public final class SelectorSet {
  private static final int ANY_PORT_END = 0xffff;
  private static final int DCCP = 33;
  private static final int SCTP = 132;
  private static final int UDP_LITE = 136;
  private static final int NO_PORT = -1;

  private final AddressSet anyProtocol;
  private final TrafficSelector[] specific;

  public SelectorSet(List<TrafficSelector> selectors) {
    List<AddressSet.Range> any = new ArrayList<>();
    List<TrafficSelector> rest = new ArrayList<>();
    for (TrafficSelector s : selectors) {
      boolean allPorts = s.startPort() == 0 && s.endPort() == ANY_PORT_END;
      if (s.protocol() == 0 && allPorts) {
        any.add(new AddressSet.Range(s.start().bits(), s.end().bits()));
      } else {
        rest.add(s);
      }
    }
    anyProtocol = AddressSet.ofRanges(any);
    specific = rest.toArray(TrafficSelector[]::new);
  }

  /** Whether the selectors let through the packet with its source address on this side. */
  public boolean containsSource(byte[] b, int at) {
    int address = Ipv4.source(b, at);
    return anyProtocol.contains(address) || specific.length > 0 && matches(b, at, address, 0);
  }

  /** Whether the selectors let through the packet with its destination address on this side. */
  public boolean containsDestination(byte[] b, int at) {
    int address = Ipv4.destination(b, at);
    return anyProtocol.contains(address) || specific.length > 0 && matches(b, at, address, 2);
  }

  private boolean matches(byte[] b, int at, int address, int portOffset) {
    int protocol = Ipv4.protocol(b, at);
    int port = port(b, at, protocol, portOffset);
    for (TrafficSelector s : specific) {
      boolean inRange =
          Integer.compareUnsigned(address, s.start().bits()) >= 0
              && Integer.compareUnsigned(address, s.end().bits()) <= 0;
      boolean allPorts = s.startPort() == 0 && s.endPort() == ANY_PORT_END;
      // RFC 4301 §4.4.1.1: a fragment without ports matches only selectors that take any port.
      boolean portFits =
          allPorts || port != NO_PORT && port >= s.startPort() && port <= s.endPort();
      if (inRange && portFits && (s.protocol() == 0 || s.protocol() == protocol)) return true;
    }
    return false;
  }

  /** RFC 7296 §3.13.1: the port, or ICMP type and code as one 16-bit number. */
  private static int port(byte[] b, int at, int protocol, int portOffset) {
    int header = Ipv4.headerLength(b, at);
    if (Ipv4.fragmentOffset(b, at) != 0 || Ipv4.totalLength(b, at) < header + 4) return NO_PORT;
    return switch (protocol) {
      case Ipv4.TCP, Ipv4.UDP, DCCP, SCTP, UDP_LITE -> Bytes.u16(b, at + header + portOffset);
      case Ipv4.ICMP -> Bytes.u16(b, at + header);
      default -> NO_PORT;
    };
  }
}
