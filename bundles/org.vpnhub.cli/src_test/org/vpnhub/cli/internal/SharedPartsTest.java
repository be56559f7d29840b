package org.vpnhub.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.Problem;
import org.vpnhub.base.ProblemList;
import org.vpnhub.base.Severity;

/** Joined problems and suggestions. */
class SharedPartsTest {

  private static Problem problem(String code, Severity severity, String element, String message) {
    return new Problem(code, severity, element, "element " + element, message, "mend it");
  }

  @Test
  void theFirstSourceHasTheWordAboutARuleAtAnElement() {
    Problem first = problem("A01", Severity.WARNING, "a", "one");
    Problem second = problem("A01", Severity.WARNING, "a", "two");
    Problem again = problem("A01", Severity.WARNING, "a", "in other words");
    Problem other = problem("A01", Severity.ERROR, "b", "three");
    List<Problem> joined = ProblemList.join(List.of(first, second, first), List.of(again, other));
    assertEquals(List.of(other, first, second), joined);
    assertEquals("1 error, 2 warnings", ProblemList.summary(joined));
    assertEquals("no problems", ProblemList.summary(List.of()));
  }

  @Test
  void aNameWithALineEndStaysOnTheLineOfItsProblem() {
    String text = Problems.text(List.of(problem("A01", Severity.ERROR, "a\nerror", "is\r\nodd")));
    assertEquals("error   A01  element a error: is odd\n             -> mend it\n", text);
  }

  @Test
  void aSignalRunsTheActionInPlaceOfEndingTheProcess() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    try (Signals signals = Signals.onEnd(asked::countDown)) {
      Class<?> signal = Class.forName("sun.misc.Signal", true, null);
      // Not HUP or INT: a process that was started in the background may have to ignore them.
      Object term = signal.getConstructor(String.class).newInstance("TERM");
      signal.getMethod("raise", signal).invoke(null, term);
      assertTrue(asked.await(20, TimeUnit.SECONDS), "the signal did not arrive");
    }
  }

  @Test
  void suggestionsAreTheNearestNames() {
    List<String> names = IntStream.range(0, 50).mapToObj(i -> "Office" + i).toList();
    String text = Suggestions.of("Ofice7", names);
    assertTrue(text.startsWith("nearest: Office7, "), text);
    assertEquals("there is: b, a", Suggestions.of("bb", List.of("a", "b")));
    assertEquals("there is none", Suggestions.of("x", List.of()));
    assertEquals(0, Suggestions.distance("shang", "Shanghai"));
    assertEquals(3, Suggestions.distance("kitten", "sitting"));
  }
}
