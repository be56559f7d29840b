package org.vpnhub.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A stream of pings from one host to another that goes on until it is closed. */
final class Pings implements AutoCloseable {

  /** 25 a second. */
  private static final String INTERVAL_SECONDS = "0.04";

  private static final Pattern REPLY = Pattern.compile("bytes from .* icmp_seq=(\\d+) ");

  private final String name;
  private final Process process;
  private final Path log;

  Pings(Host from, Host to, Path work) {
    this.name = from.name() + " to " + to.name();
    this.log = work.resolve("ping-" + from.name() + "-" + to.name() + ".log");
    try {
      Files.deleteIfExists(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.process =
        from.namespace()
            .start(
                List.of("ping", "-i", INTERVAL_SECONDS, "-I", from.address(), to.address()),
                Map.of("LC_ALL", "C"),
                log);
  }

  String name() {
    return name;
  }

  /** The numbers of the pings that were answered; the first is 1. */
  private BitSet answered() {
    try {
      BitSet numbers = new BitSet();
      Matcher matcher = REPLY.matcher(Files.readString(log));
      while (matcher.find()) numbers.set(Integer.parseInt(matcher.group(1)));
      return numbers;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The number of the last ping that was answered; 0 when none was. */
  int last() {
    return Math.max(0, answered().length() - 1);
  }

  /** The numbers up to this one that were not answered. */
  List<Integer> lost(int last) {
    BitSet answered = answered();
    return IntStream.rangeClosed(1, last).filter(n -> !answered.get(n)).boxed().toList();
  }

  @Override
  public String toString() {
    return name + ": " + last() + " sent, lost " + lost(last());
  }

  @Override
  public void close() {
    process.destroy();
    if (!Charon.waitFor(process)) process.destroyForcibly();
  }
}
