package org.vpnhub.exporter.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.vpnhub.exporter.read.ConfigurationReader;

/**
 * What every reader keeps, tried with a sample: blanks and carriage returns at the ends of lines
 * change nothing, lines in any order, cut anywhere, are answered, and no key is told.
 */
public final class ReaderContract {
  private static final int TRIES = 300;

  private ReaderContract() {}

  /**
   * Tries a reader.
   *
   * @param sample a configuration of such a device, for example of a hundred lines
   * @param keys parts of the keys and passwords in it
   * @return what the reader does not keep; empty when all is well
   */
  public static List<String> check(ConfigurationReader reader, String sample, String... keys) {
    List<String> violations = new ArrayList<>();
    String plain = reader.read(sample).toString();
    // Behind a backslash the line goes on, and a blank there is one that is meant.
    String dos = reader.read(sample.replaceAll("(?<!\\\\)\n", "  \r\n")).toString();
    if (!plain.equals(dos)) violations.add("ends of lines change " + plain + " into " + dos);
    Random random = new Random(20261126);
    List<String> lines = new ArrayList<>(sample.lines().toList());
    for (int i = 0; i < TRIES; i++) {
      Collections.shuffle(lines, random);
      String text = String.join("\n", lines.subList(0, lines.size() / 2));
      text = text.substring(0, random.nextInt(text.length()));
      String told = reader.read(text).toString();
      for (String key : keys) if (told.contains(key)) violations.add(key + " is in " + told);
    }
    return violations;
  }
}
