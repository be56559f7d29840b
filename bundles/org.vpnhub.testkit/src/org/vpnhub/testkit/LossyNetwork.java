package org.vpnhub.testkit;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Carries messages through virtual time, and on the way loses, repeats, delays and overtakes some.
 */
public final class LossyNetwork<T> {
  private final Simulation simulation;
  private final SplittableRandom random;
  private final Consumer<T> receiver;
  private Weather weather;

  /**
   * How the network treats messages.
   *
   * @param loss probability from 0 to 1
   * @param duplication probability from 0 to 1
   * @param least least delay
   * @param most most delay: a range makes messages overtake each other
   */
  public record Weather(double loss, double duplication, Duration least, Duration most) {
    /** Nothing lost, everything in order, 5 ms. */
    public static final Weather FAIR =
        new Weather(0, 0, Duration.ofMillis(5), Duration.ofMillis(5));

    /** A fifth lost, a tenth doubled, 1 to 300 ms. */
    public static final Weather FOUL =
        new Weather(0.2, 0.1, Duration.ofMillis(1), Duration.ofMillis(300));
  }

  public LossyNetwork(Simulation simulation, long seed, Weather weather, Consumer<T> receiver) {
    this.simulation = simulation;
    this.random = new SplittableRandom(seed);
    this.weather = weather;
    this.receiver = receiver;
  }

  public void weather(Weather next) {
    weather = next;
  }

  public void send(T message) {
    if (random.nextDouble() >= weather.loss()) deliver(message);
    if (random.nextDouble() < weather.duplication()) deliver(message);
  }

  private void deliver(T message) {
    long range = weather.most().toNanos() - weather.least().toNanos();
    long delay = weather.least().toNanos() + (range == 0 ? 0 : random.nextLong(range));
    simulation.at(simulation.nanos() + delay, () -> receiver.accept(message));
  }
}
