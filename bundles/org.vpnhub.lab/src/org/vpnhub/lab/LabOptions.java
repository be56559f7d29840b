package org.vpnhub.lab;

import java.time.Duration;

/**
 * Limits of a lab.
 *
 * @param throughput how long the throughput is measured; zero for not at all
 * @param tunnelTimeout how long tunnels may take without any coming up
 * @param pingTimeout how long an answer that is expected may take
 * @param silence how long a ping that must not be answered is waited for
 * @param openAtOnce tunnels that are negotiated at a time
 * @param pingsAtOnce pings under way at a time
 * @param probesAtOnce pings under way at a time that must not be answered
 */
public record LabOptions(
    Duration throughput,
    Duration tunnelTimeout,
    Duration pingTimeout,
    Duration silence,
    int openAtOnce,
    int pingsAtOnce,
    int probesAtOnce) {

  public static LabOptions standard(Duration throughput) {
    return new LabOptions(
        throughput,
        Duration.ofSeconds(15),
        Duration.ofSeconds(5),
        Duration.ofMillis(1500),
        16,
        8,
        512);
  }
}
