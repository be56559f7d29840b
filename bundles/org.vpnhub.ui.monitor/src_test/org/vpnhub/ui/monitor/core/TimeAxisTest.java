package org.vpnhub.ui.monitor.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TimeAxisTest {
  private static List<String> labels(long secondsPast) {
    TimeAxis axis = TimeAxis.of(Duration.ofSeconds(secondsPast));
    return LongStream.rangeClosed(0, axis.steps()).mapToObj(axis::label).toList();
  }

  @Test
  void marksAreWholeStepsInEachSpan() {
    assertEquals(
        List.of("now", "10 s ago", "20 s ago", "30 s ago", "40 s ago", "50 s ago", "1 min ago"),
        labels(0));
    assertEquals(List.of("now", "30 s ago", "1 min ago", "90 s ago", "2 min ago"), labels(61));
    assertEquals(
        List.of("now", "1 min ago", "2 min ago", "3 min ago", "4 min ago", "5 min ago"),
        labels(121));
  }

  @Test
  void theSpanStaysUntilItIsFull() {
    assertEquals(labels(1), labels(60));
    assertEquals(labels(61), labels(120));
    assertEquals(labels(121), labels(100_000));
  }
}
