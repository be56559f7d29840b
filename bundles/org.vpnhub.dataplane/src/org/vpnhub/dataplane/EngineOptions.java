package org.vpnhub.dataplane;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.TimeSource;

/**
 * What an engine needs beside its plan.
 *
 * @param random source of all randomness
 * @param time monotonic clock
 * @param replayWindow anti-replay window of inbound security associations in packets
 * @param extendedSequenceNumbers whether 64-bit sequence numbers are offered and preferred (RFC
 *     4303 §2.2.1)
 * @param forceUdpEncapsulation whether to have ESP in UDP although a raw socket is there; without a
 *     raw socket it is forced anyway
 * @param batchSlots packets in a batch
 * @param maxPacket largest datagram in bytes; one with an IKE message of 255 traffic selectors of
 *     16 bytes has to fit
 * @param ikeQueue IKE messages that may wait for the control thread; more are dropped and counted
 * @param icmpPerSecond ICMP errors that the engine sends to one connection or to the inside in a
 *     second (RFC 1812 §4.3.2.8)
 * @param insideAddress source of the engine's ICMP errors; empty: the first host address of the
 *     first inside prefix
 * @param closeTimeout how long {@link IpsecGateway#close} waits for the peers' answers to its
 *     deletes
 * @param events hears of what happens to the connections; called on threads of the engine, must not
 *     block
 */
public record EngineOptions(
    SecureRandom random,
    TimeSource time,
    int replayWindow,
    boolean extendedSequenceNumbers,
    boolean forceUdpEncapsulation,
    int batchSlots,
    int maxPacket,
    int ikeQueue,
    int icmpPerSecond,
    Optional<Ipv4Address> insideAddress,
    Duration closeTimeout,
    Consumer<GatewayEvent> events) {

  /** Least anti-replay window in packets. */
  public static final int MIN_REPLAY_WINDOW = 1024;

  public EngineOptions {
    if (replayWindow < MIN_REPLAY_WINDOW) {
      throw new IllegalArgumentException(
          "a replay window of " + replayWindow + " packets is less than " + MIN_REPLAY_WINDOW);
    }
    if (batchSlots < 1 || maxPacket < 576 || ikeQueue < 1) {
      throw new IllegalArgumentException("batch, packet and queue sizes must be positive");
    }
  }

  private static final int MAX_PACKET = 4480;

  /** For a server: 128 slots of 4.5 KiB a batch. */
  public static EngineOptions defaults() {
    return new EngineOptions(
        new SecureRandom(),
        TimeSource.SYSTEM,
        4096,
        true,
        false,
        128,
        MAX_PACKET,
        1024,
        100,
        Optional.empty(),
        Duration.ofSeconds(2),
        event -> {});
  }

  /** For many engines in one process: 64 slots a batch, short queues. */
  public static EngineOptions small() {
    return defaults().withBatch(64, MAX_PACKET).withIkeQueue(256);
  }

  public EngineOptions withRandom(SecureRandom value) {
    Draft draft = new Draft(this);
    draft.random = value;
    return draft.done();
  }

  public EngineOptions withTime(TimeSource value) {
    Draft draft = new Draft(this);
    draft.time = value;
    return draft.done();
  }

  public EngineOptions withExtendedSequenceNumbers(boolean value) {
    Draft draft = new Draft(this);
    draft.extendedSequenceNumbers = value;
    return draft.done();
  }

  public EngineOptions withForceUdpEncapsulation(boolean value) {
    Draft draft = new Draft(this);
    draft.forceUdpEncapsulation = value;
    return draft.done();
  }

  public EngineOptions withBatch(int slots, int packet) {
    Draft draft = new Draft(this);
    draft.batchSlots = slots;
    draft.maxPacket = packet;
    return draft.done();
  }

  public EngineOptions withIkeQueue(int value) {
    Draft draft = new Draft(this);
    draft.ikeQueue = value;
    return draft.done();
  }

  public EngineOptions withInsideAddress(Ipv4Address value) {
    Draft draft = new Draft(this);
    draft.insideAddress = Optional.of(value);
    return draft.done();
  }

  public EngineOptions withEvents(Consumer<GatewayEvent> value) {
    Draft draft = new Draft(this);
    draft.events = value;
    return draft.done();
  }

  /** A copy in the making. */
  private static final class Draft {
    SecureRandom random;
    TimeSource time;
    int replayWindow;
    boolean extendedSequenceNumbers;
    boolean forceUdpEncapsulation;
    int batchSlots;
    int maxPacket;
    int ikeQueue;
    int icmpPerSecond;
    Optional<Ipv4Address> insideAddress;
    Duration closeTimeout;
    Consumer<GatewayEvent> events;

    Draft(EngineOptions from) {
      random = from.random;
      time = from.time;
      replayWindow = from.replayWindow;
      extendedSequenceNumbers = from.extendedSequenceNumbers;
      forceUdpEncapsulation = from.forceUdpEncapsulation;
      batchSlots = from.batchSlots;
      maxPacket = from.maxPacket;
      ikeQueue = from.ikeQueue;
      icmpPerSecond = from.icmpPerSecond;
      insideAddress = from.insideAddress;
      closeTimeout = from.closeTimeout;
      events = from.events;
    }

    EngineOptions done() {
      return new EngineOptions(
          random,
          time,
          replayWindow,
          extendedSequenceNumbers,
          forceUdpEncapsulation,
          batchSlots,
          maxPacket,
          ikeQueue,
          icmpPerSecond,
          insideAddress,
          closeTimeout,
          events);
    }
  }
}
