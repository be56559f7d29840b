package org.vpnhub.ike;

import java.time.Duration;
import java.util.List;

/**
 * What one CHILD SA of a connection may carry.
 *
 * @param name short, unique in its connection
 * @param local selectors of this end, at least one
 * @param remote selectors of the other end, at least one
 * @param proposals suites in order of preference, at least one
 * @param lifetime hard limit of one SA pair; it is rekeyed before
 */
public record ChildConfig(
    String name,
    List<TrafficSelector> local,
    List<TrafficSelector> remote,
    List<EspProposal> proposals,
    Duration lifetime) {

  public ChildConfig {
    local = List.copyOf(local);
    remote = List.copyOf(remote);
    proposals = List.copyOf(proposals);
    if (local.isEmpty() || remote.isEmpty() || proposals.isEmpty()) {
      throw new IllegalArgumentException(
          "child " + name + " needs a local and a remote selector and a proposal");
    }
    if (lifetime.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("child " + name + " has lifetime " + lifetime);
    }
  }
}
