package org.vpnhub.validation;

import java.util.List;
import java.util.Map;
import org.vpnhub.base.Severity;
import org.vpnhub.model.Profile;

/**
 * One rule of the list.
 *
 * @param id stable id, for example {@code A03}
 * @param title the condition, in a few words
 * @param severities what it raises under each profile: usually one severity, the main one first;
 *     none where the rule does not apply
 * @param status who raises it
 * @param note when another severity than the main one is raised; what a static model cannot say;
 *     why the rule is left out; empty when there is nothing to say
 * @param source the document that states or implies it; "ours" marks what vpnhub adds
 */
public record Rule(
    String id,
    String title,
    Map<Profile, List<Severity>> severities,
    Status status,
    String note,
    String source) {

  /** Who raises a rule. */
  public enum Status {
    IMPLEMENTED("implemented"),
    BY_COMPARISON("implemented, needs two versions"),
    BY_PLANNER("raised by planner"),
    BY_EXPORTER("raised by exporter"),
    LEFT_OUT("left out");

    private final String words;

    Status(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }
}
