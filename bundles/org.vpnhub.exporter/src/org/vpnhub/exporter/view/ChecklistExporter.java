package org.vpnhub.exporter.view;

import java.util.List;
import org.vpnhub.exporter.ChecklistSection;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.ExportedFile;

/** An exporter for devices that a person fills in by hand: no file, and so no key anywhere. */
public abstract class ChecklistExporter extends DeviceExporter {

  protected ChecklistExporter(DeviceCapabilities device) {
    super(device, key -> key);
  }

  @Override
  protected final List<ExportedFile> files(SiteView site) {
    return List.of();
  }

  /** What the checklist is for and how its sizes come about; the first part of a checklist. */
  protected static ChecklistSection about(SiteView site) {
    Page page = new Page("This checklist");
    site.heading().stream()
        .filter(line -> !line.startsWith("Keys are left out"))
        .forEach(line -> page.add(line, ""));
    return page.section();
  }

  /** How to see that the tunnels work, on devices without a command line. */
  protected static ChecklistSection verify(SiteView site, String where) {
    Page page = new Page(ChecklistSection.VERIFY);
    page.add("Phase 1 and phase 2 are up for each tunnel", where);
    if (!site.remote().isEmpty()) {
      page.add(
          "A host at the other end answers a host of this office, and the tunnel's counters grow",
          "ping HOST IN " + site.remote().getFirst());
    }
    page.add("Large packets pass (not fragmented)", "ping with " + (site.mtu() - 28) + " bytes");
    page.add("It still works after phase 1 and phase 2 have been renewed", "");
    return page.section();
  }
}
