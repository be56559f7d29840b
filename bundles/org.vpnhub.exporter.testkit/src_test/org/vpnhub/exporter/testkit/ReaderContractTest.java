package org.vpnhub.exporter.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.vpnhub.exporter.read.ConfigurationReader;
import org.vpnhub.exporter.read.DeviceConfiguration;
import org.vpnhub.exporter.read.DeviceConfiguration.Line;
import org.vpnhub.exporter.read.Parameter;

class ReaderContractTest {
  private static final String SAMPLE = "peer 192.0.2.1\nkey S3cret\n".repeat(10);

  /** A reader that knows no line, and says this of the text. */
  private record Says(Function<String, String> words) implements ConfigurationReader {
    @Override
    public Set<Parameter> covers() {
      return Set.of();
    }

    @Override
    public DeviceConfiguration read(String text) {
      List<Line> unknown = List.of(new Line(1, words.apply(text)));
      return new DeviceConfiguration(List.of(), List.of(), unknown, List.of());
    }
  }

  private static List<String> check(Function<String, String> words) {
    return ReaderContract.check(new Says(words), SAMPLE, "S3cret");
  }

  @Test
  void findsWhatAReaderDoesNotKeep() {
    assertEquals(List.of(), check(text -> "nothing"));
    assertTrue(check(text -> "" + text.contains("\r")).getFirst().startsWith("ends of lines"));
    assertTrue(check(String::strip).getLast().startsWith("S3cret is in"));
    assertThrows(
        IndexOutOfBoundsException.class, () -> check(text -> text.substring(SAMPLE.length() / 2)));
  }
}
