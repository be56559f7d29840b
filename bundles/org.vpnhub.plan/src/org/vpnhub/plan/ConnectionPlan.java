package org.vpnhub.plan;

import java.util.List;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;

/**
 * One IPsec connection (one tunnel) seen from one of its ends. The site's is the mirror of the
 * hub's.
 *
 * @param id model id of the connection; the same at both ends
 * @param name as people know it
 * @param peerName the other end as people know it: the site's name at the hub, the gateway's at a
 *     site
 * @param localAddress this end's outer address
 * @param remoteAddress the other end's outer address (of the NAT in front of it, if there is one)
 * @param localId identity that this end sends
 * @param remoteId identity that this end expects
 * @param pskReference name of the pre-shared key in the secret store
 * @param ike phase 1
 * @param ipsec phase 2
 * @param children the CHILD SAs to set up, at least one
 * @param initiate whether this end negotiates at once and again after a loss
 * @param dpd dead peer detection
 * @param natTraversal whether UDP encapsulation on port 4500 may be used (RFC 3948)
 * @param localBehindNat whether this end is behind a NAT
 * @param remoteBehindNat whether the other end is behind a NAT
 * @param peerPrefixes the prefixes that the other end may send from, whatever the selectors say
 * @param autoConfigRoute whether selectors make routes
 */
public record ConnectionPlan(
    ConnectionId id,
    String name,
    String peerName,
    Ipv4Address localAddress,
    Ipv4Address remoteAddress,
    Identity localId,
    Identity remoteId,
    String pskReference,
    IkePlan ike,
    IpsecPlan ipsec,
    List<ChildPlan> children,
    boolean initiate,
    DpdPlan dpd,
    boolean natTraversal,
    boolean localBehindNat,
    boolean remoteBehindNat,
    List<Ipv4Prefix> peerPrefixes,
    boolean autoConfigRoute) {

  public ConnectionPlan {
    children = List.copyOf(children);
    peerPrefixes = List.copyOf(peerPrefixes);
  }
}
