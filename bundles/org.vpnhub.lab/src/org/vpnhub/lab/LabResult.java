package org.vpnhub.lab;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vpnhub.base.DropReason;

/**
 * What the lab found.
 *
 * @param tunnels every connection, as the hub has it, with the counters after the pings and before
 *     the throughput was measured
 * @param pairs every ordered pair of nodes
 * @param throughput empty when it was not measured
 * @param drops packets dropped by the engines, all together
 * @param faults what is wrong beside the pairs, in words: counters that do not add up, tunnels that
 *     are not up
 */
public record LabResult(
    List<Tunnel> tunnels,
    List<Pair> pairs,
    Optional<Throughput> throughput,
    Map<DropReason, Long> drops,
    List<String> faults) {

  public LabResult {
    tunnels = List.copyOf(tunnels);
    pairs = List.copyOf(pairs);
    drops = Map.copyOf(drops);
    faults = List.copyOf(faults);
  }

  /**
   * One connection.
   *
   * @param status its wire value
   * @param trouble why it is not up, in words; empty when it is
   */
  public record Tunnel(
      String connection,
      String site,
      String status,
      String ikeSuite,
      String espSuite,
      long packetsIn,
      long packetsOut,
      String trouble) {}

  /**
   * One ordered pair.
   *
   * @param expected whether the model says that it is reachable
   * @param reached whether every prefix of the source reached every prefix of the destination
   * @param rttMicros the longest round trip of its pings; empty when it was not reached
   * @param strays paths that were reached though the model says otherwise, or not though it does
   */
  public record Pair(
      String from,
      String to,
      boolean expected,
      boolean reached,
      Optional<Long> rttMicros,
      List<String> strays) {

    public Pair {
      strays = List.copyOf(strays);
    }

    /** Whether the pair does what the model says. */
    public boolean isRight() {
      return expected == reached && strays.isEmpty();
    }
  }

  /** Inner packets of a bulk flow. */
  public record Throughput(String from, String to, double gbitPerSecond) {}

  /** Whether every pair does what the model says, and everything adds up. */
  public boolean isRight() {
    return faults.isEmpty() && pairs.stream().allMatch(Pair::isRight);
  }

  public long expectedPairs() {
    return pairs.stream().filter(Pair::expected).count();
  }

  public long expectedReached() {
    return pairs.stream().filter(p -> p.expected() && p.reached()).count();
  }

  public long unexpectedReached() {
    return pairs.stream().filter(p -> !p.expected() && !(p.isRight())).count();
  }
}
