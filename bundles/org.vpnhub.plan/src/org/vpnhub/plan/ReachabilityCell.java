package org.vpnhub.plan;

import java.util.List;
import org.vpnhub.base.Ipv4Prefix;

/**
 * Whether hosts of one node reach hosts of another and get their answer back.
 *
 * @param from name of the source node
 * @param to name of the destination node
 * @param paths one for each pair of a source prefix and a destination prefix
 */
public record ReachabilityCell(String from, String to, List<Path> paths) {

  public ReachabilityCell {
    paths = List.copyOf(paths);
  }

  /**
   * One pair of prefixes.
   *
   * @param missing the links that are missing, on the way there and back; none when reachable
   */
  public record Path(Ipv4Prefix source, Ipv4Prefix destination, List<MissingLink> missing) {
    public Path {
      missing = List.copyOf(missing);
    }

    public boolean reachable() {
      return missing.isEmpty();
    }
  }

  /** Whether every prefix of the source reaches every prefix of the destination. */
  public boolean reachable() {
    return !paths.isEmpty() && paths.stream().allMatch(Path::reachable);
  }

  /** All missing links of all paths, each once. */
  public List<MissingLink> missing() {
    return paths.stream().flatMap(p -> p.missing().stream()).distinct().toList();
  }
}
