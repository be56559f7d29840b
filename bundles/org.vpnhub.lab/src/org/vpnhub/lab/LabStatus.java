package org.vpnhub.lab;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vpnhub.dataplane.GatewayStatus;

/**
 * A running lab at one moment.
 *
 * @param hub the hub's engine
 * @param sites the engines of the sites that run, by the site's name
 * @param stopped sites that do not run
 * @param faults what of the plan cannot run, in words
 */
public record LabStatus(
    GatewayStatus hub, Map<String, GatewayStatus> sites, Set<String> stopped, List<String> faults) {

  public LabStatus {
    sites = Map.copyOf(sites);
    stopped = Set.copyOf(stopped);
    faults = List.copyOf(faults);
  }
}
