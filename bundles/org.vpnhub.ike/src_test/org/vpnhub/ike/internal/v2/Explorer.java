package org.vpnhub.ike.internal.v2;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;

/** Plays something again and again until every sequence of its choices has been tried. */
final class Explorer {
  private Explorer() {}

  /** The choices of one play. */
  static final class Choices {
    private final List<Integer> made;
    private final List<Integer> of = new ArrayList<>();
    private final IntUnaryOperator open;
    private int at;

    private Choices(List<Integer> prefix, IntUnaryOperator open) {
      made = new ArrayList<>(prefix);
      this.open = open;
    }

    /** One of 0 to n-1. */
    int choose(int n) {
      if (at == made.size()) made.add(open.applyAsInt(n));
      of.add(n);
      return made.get(at++);
    }

    @Override
    public String toString() {
      return made.toString();
    }
  }

  /** Tries random sequences, always the same ones. With no limit, all of them in order. */
  static void sample(int times, Consumer<Choices> play) {
    if (times == Integer.MAX_VALUE) {
      explore(play);
      return;
    }
    SplittableRandom random = new SplittableRandom(20261123);
    for (int i = 0; i < times; i++) play(play, new Choices(List.of(), random::nextInt));
  }

  private static void play(Consumer<Choices> play, Choices choices) {
    try {
      play.accept(choices);
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("choices " + choices + ": " + e.getMessage(), e);
    }
  }

  /** Returns how many sequences there were. A failure names its sequence. */
  static long explore(Consumer<Choices> play) {
    List<Integer> prefix = new ArrayList<>();
    long count = 0;
    while (true) {
      Choices choices = new Choices(prefix, n -> 0);
      play(play, choices);
      count++;
      int last = choices.of.size() - 1;
      while (last >= 0 && choices.made.get(last) + 1 == choices.of.get(last)) last--;
      if (last < 0) return count;
      prefix = new ArrayList<>(choices.made.subList(0, last));
      prefix.add(choices.made.get(last) + 1);
    }
  }
}
