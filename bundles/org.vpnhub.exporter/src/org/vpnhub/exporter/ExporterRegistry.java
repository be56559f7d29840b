package org.vpnhub.exporter;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.plan.SitePlan;

/** The exporters at hand, by device id. Made anew when a bundle comes or goes. */
public final class ExporterRegistry {
  private final Map<String, Exporter> byId = new TreeMap<>();

  /** Of two exporters for one device id the first wins. */
  public ExporterRegistry(Collection<? extends Exporter> exporters) {
    for (Exporter e : exporters) byId.putIfAbsent(e.capabilities().id(), e);
  }

  public Optional<Exporter> find(String deviceId) {
    return Optional.ofNullable(byId.get(deviceId));
  }

  /** All, ordered by device id. */
  public List<Exporter> all() {
    return List.copyOf(byId.values());
  }

  /**
   * Exports with the exporter for a device.
   *
   * @return a refusal under rule C27 when there is no exporter for the device
   */
  public Export export(String deviceId, ExportRequest request) {
    Optional<Exporter> exporter = find(deviceId);
    if (exporter.isPresent()) return exporter.get().export(request);
    SitePlan site = request.site();
    String known = String.join(", ", byId.keySet());
    Problem problem =
        new Problem(
            "C27",
            Severity.ERROR,
            site.id().value(),
            "site " + site.name(),
            deviceId.isBlank()
                ? "names no device, so no configuration can be written for it"
                : "has the device '" + deviceId + "', for which there is no exporter",
            known.isEmpty()
                ? "install the bundle of an exporter"
                : "set the site's device to one of: " + known);
    return new Export(deviceId, site.id(), site.name(), List.of(), List.of(), List.of(problem));
  }

  /** What all can do, ordered by device id. */
  public List<DeviceCapabilities> devices() {
    return all().stream().map(Exporter::capabilities).toList();
  }
}
