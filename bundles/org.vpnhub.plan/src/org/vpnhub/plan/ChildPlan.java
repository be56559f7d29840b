package org.vpnhub.plan;

import java.util.List;
import org.vpnhub.base.Ipv4Prefix;

/**
 * The selectors of one CHILD SA (IPsec SA pair).
 *
 * @param name short and unique within its connection
 * @param local prefixes of this end
 * @param remote prefixes of the other end
 */
public record ChildPlan(String name, List<Ipv4Prefix> local, List<Ipv4Prefix> remote) {

  public ChildPlan {
    local = List.copyOf(local);
    remote = List.copyOf(remote);
  }
}
