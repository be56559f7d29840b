package org.vpnhub.ui;

import java.util.Objects;
import org.vpnhub.exporter.ExporterRegistry;
import org.vpnhub.model.Site;
import org.vpnhub.model.edit.ElementLabels;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.planner.SelectorModes;

/** Chooses the device of a site; the selector mode follows it unless somebody chose another. */
public final class DeviceChange {
  private DeviceChange() {}

  /** Sets the device in one step that can be undone; does nothing when it is that already. */
  public static void set(
      ModelDocument document, Site site, String typed, ExporterRegistry exporters) {
    String device = typed.isBlank() ? null : typed.strip();
    if (Objects.equals(device, site.getDevice())) return;
    document.execute(
        "Change device of " + ElementLabels.text(site),
        () -> SelectorModes.setDevice(site, device, exporters::suitingMode));
  }
}
