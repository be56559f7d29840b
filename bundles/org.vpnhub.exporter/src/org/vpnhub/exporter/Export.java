package org.vpnhub.exporter;

import java.util.List;
import org.vpnhub.base.Problem;
import org.vpnhub.base.SiteId;

/**
 * The answer of an exporter.
 *
 * @param deviceId id of the device, for example {@code strongswan}
 * @param siteId model id of the site
 * @param siteName the site as people know it
 * @param files what goes onto the device; none when refused
 * @param checklist what a person does and checks, in order; none when refused
 * @param problems what the device cannot do, or cannot do well; with an error among them when
 *     refused
 */
public record Export(
    String deviceId,
    SiteId siteId,
    String siteName,
    List<ExportedFile> files,
    List<ChecklistSection> checklist,
    List<Problem> problems) {

  public Export {
    files = List.copyOf(files);
    checklist = List.copyOf(checklist);
    problems = List.copyOf(problems);
  }

  /** Whether the exporter refused: there is nothing to load, and an error says why. */
  public boolean refused() {
    return files.isEmpty() && checklist.isEmpty();
  }

  /** The checklist as plain text; empty when there is none. */
  public String checklistText() {
    StringBuilder text = new StringBuilder();
    for (ChecklistSection section : checklist) {
      if (!text.isEmpty()) text.append('\n');
      section.appendTo(text);
    }
    return text.toString();
  }
}
