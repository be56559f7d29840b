package org.vpnhub.ui.problems;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IMarker;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;

/**
 * What a marker says of a problem.
 *
 * @param code the rule; empty for the one that counts what is not shown
 * @param elementId the element, empty for none
 * @param severity as {@link IMarker#SEVERITY}
 * @param location the element as a user knows it
 * @param message the line of the Problems view
 * @param text the message of the problem itself
 */
record MarkerSpec(
    String code, String elementId, int severity, String location, String message, String text) {
  static final String TYPE = "org.vpnhub.ui.problem";
  static final String ELEMENT_ID = "elementId";
  static final String CODE = "code";
  static final String TEXT = "text";

  /** So many problems of a file get a marker. */
  static final int MOST = 2000;

  private static final int LONGEST = 2000;

  static MarkerSpec of(Problem p) {
    String head = p.code().isEmpty() ? "" : (p.code() + " " + p.element()).strip();
    String remedy = p.remedy().isEmpty() ? "" : " — " + p.remedy();
    return new MarkerSpec(
        p.code(),
        p.elementId(),
        severity(p.severity()),
        p.element(),
        cut((head.isEmpty() ? "" : head + ": ") + p.message() + remedy),
        cut(p.message()));
  }

  private static int severity(Severity severity) {
    return switch (severity) {
      case ERROR -> IMarker.SEVERITY_ERROR;
      case WARNING -> IMarker.SEVERITY_WARNING;
      case INFO -> IMarker.SEVERITY_INFO;
    };
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  /** The markers of a file: the worst problems, and how many there are beyond. */
  static List<MarkerSpec> of(List<Problem> problems, int most) {
    List<MarkerSpec> all = new ArrayList<>();
    problems.stream().limit(most).forEach(p -> all.add(of(p)));
    int more = problems.size() - most;
    if (more > 0) {
      int worst = severity(problems.get(most).severity());
      String text = "and %,d more; they appear when some of these are mended".formatted(more);
      all.add(new MarkerSpec("", "", worst, "", text, text));
    }
    return all;
  }

  /** What is read from a marker that this program wrote. */
  static MarkerSpec of(Map<String, Object> attributes) {
    return new MarkerSpec(
        text(attributes, CODE),
        text(attributes, ELEMENT_ID),
        attributes.get(IMarker.SEVERITY) instanceof Integer i ? i : IMarker.SEVERITY_INFO,
        text(attributes, IMarker.LOCATION),
        text(attributes, IMarker.MESSAGE),
        text(attributes, TEXT));
  }

  private static String text(Map<String, Object> attributes, String name) {
    return attributes.get(name) instanceof String s ? s : "";
  }

  Map<String, Object> attributes() {
    return Map.of(
        CODE,
        code,
        ELEMENT_ID,
        elementId,
        IMarker.SEVERITY,
        severity,
        IMarker.LOCATION,
        location,
        IMarker.MESSAGE,
        message,
        TEXT,
        text);
  }
}
