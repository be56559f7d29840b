package org.vpnhub.interop;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Several streams of pings at once. */
final class Traffic implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  private static final Duration SILENCE = Duration.ofMillis(400);

  private final List<Pings> streams;

  Traffic(List<Rig.Pair> pairs, Path work) {
    streams = pairs.stream().map(p -> new Pings(p.from(), p.to(), work)).toList();
    more(5);
  }

  /** Waits until each stream has had this many more answers. */
  void more(int answers) {
    more(answers, LIMIT);
  }

  void more(int answers, Duration limit) {
    Map<Pings, Integer> from = marks();
    Await.until(
        answers + " more pings are answered on each stream",
        limit,
        () -> streams.stream().allMatch(s -> s.last() >= from.getOrDefault(s, 0) + answers),
        this::toString);
  }

  /** Waits until no stream is answered any more: for as long as ten pings take. */
  void awaitSilence() {
    Map<Pings, Integer> last = new HashMap<>(marks());
    long[] since = {System.nanoTime()};
    Await.until(
        "silence",
        LIMIT,
        () -> {
          Map<Pings, Integer> now = marks();
          if (!now.equals(last)) {
            last.putAll(now);
            since[0] = System.nanoTime();
          }
          return System.nanoTime() - since[0] > SILENCE.toNanos();
        },
        this::toString);
  }

  /** The number of each stream's last answered ping. */
  Map<Pings, Integer> marks() {
    return streams.stream().collect(Collectors.toMap(Function.identity(), Pings::last));
  }

  /**
   * The streams that have lost a ping so far, with how many; empty when none did. A ping that
   * others have overtaken is not lost: it is looked for once more after some more answers.
   */
  List<String> losses() {
    Map<Pings, Integer> so = marks();
    more(10);
    return streams.stream().filter(s -> !s.lost(so.get(s)).isEmpty()).map(Pings::toString).toList();
  }

  @Override
  public String toString() {
    return streams.stream().map(Pings::toString).collect(Collectors.joining("; "));
  }

  @Override
  public void close() {
    streams.forEach(Pings::close);
  }
}
