package org.vpnhub.exporter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.plan.SelectorMode;
import org.vpnhub.plan.SitePlan;

/**
 * The exporters at hand, by device id. Made anew when a bundle comes or goes.
 *
 * <p>One that throws, takes too long or answers for another site is switched off and named in a
 * problem (rule D03), and the others go on. This guards against mistakes, not against hostile code:
 * an exporter runs with all rights of the program.
 */
public final class ExporterRegistry {
  /** How long an exporter may think about one site. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** How long it may take to say what its device can do, which somebody may be waiting for. */
  private static final Duration SHORT = Duration.ofSeconds(5);

  private record Entry(Exporter exporter, DeviceCapabilities device) {}

  private final Map<String, Entry> byId = new TreeMap<>();

  /** Why an exporter is switched off; for as long as it lives, whoever makes a registry. */
  private static final Map<Exporter, String> BROKEN =
      Collections.synchronizedMap(new WeakHashMap<>());

  /** What the others have said; they are asked once. */
  private static final Map<Exporter, DeviceCapabilities> KNOWN =
      Collections.synchronizedMap(new WeakHashMap<>());

  private final List<Problem> problems = new ArrayList<>();
  private final Duration patience;

  /** Of two exporters for one device id the first wins. */
  public ExporterRegistry(Collection<? extends Exporter> exporters) {
    this(exporters, PATIENCE);
  }

  /**
   * With less patience than usual.
   *
   * @param patience how long an exporter may think about one site
   */
  public ExporterRegistry(Collection<? extends Exporter> exporters, Duration patience) {
    this.patience = patience;
    exporters.forEach(this::takeIn);
  }

  private void takeIn(Exporter exporter) {
    DeviceCapabilities device = KNOWN.get(exporter);
    String fault = device == null ? BROKEN.get(exporter) : null;
    if (device == null && fault == null) {
      try {
        device = guarded(exporter::capabilities, patience.compareTo(SHORT) < 0 ? patience : SHORT);
        KNOWN.put(exporter, device);
      } catch (BrokenException e) {
        fault = String.valueOf(e.getMessage());
        switchOff(exporter, fault);
      }
    }
    if (device != null) byId.putIfAbsent(device.id(), new Entry(exporter, device));
    else problems.add(silent(exporter, String.valueOf(fault)));
  }

  private static Problem silent(Exporter exporter, String fault) {
    return new Problem(
        "D03",
        Severity.WARNING,
        "",
        "exporter " + exporter.getClass().getName(),
        "does not say what its device can do: it " + fault,
        "mend or remove its bundle");
  }

  /** Who cancels does not find fault with the exporter. */
  private static void switchOff(Exporter exporter, String fault) {
    if (!Thread.currentThread().isInterrupted()) BROKEN.put(exporter, fault);
  }

  public Optional<Exporter> find(String deviceId) {
    return Optional.ofNullable(byId.get(deviceId)).map(Entry::exporter);
  }

  /** All, ordered by device id. */
  public List<Exporter> all() {
    return byId.values().stream().map(Entry::exporter).toList();
  }

  /** What all can do, ordered by device id. */
  public List<DeviceCapabilities> devices() {
    return byId.values().stream().map(Entry::device).toList();
  }

  /** What a device can do; empty when there is no exporter for it. */
  public Optional<DeviceCapabilities> device(String deviceId) {
    return Optional.ofNullable(byId.get(deviceId)).map(Entry::device);
  }

  /** The selector mode that suits a device; empty when there is no exporter for it. */
  public Optional<SelectorMode> suitingMode(String deviceId) {
    return device(deviceId).map(d -> d.selectors().recommended());
  }

  /** Exporters that could not be taken in, and those that have been switched off since. */
  public List<Problem> problems() {
    List<Problem> all = new ArrayList<>(problems);
    byId.forEach(
        (id, entry) -> {
          String fault = BROKEN.get(entry.exporter());
          if (fault != null) all.add(switchedOff(id, fault));
        });
    return all;
  }

  private static Problem switchedOff(String deviceId, String fault) {
    return new Problem(
        "D03",
        Severity.WARNING,
        "",
        "exporter of the device '" + deviceId + "'",
        "is switched off: it " + fault,
        "replace its bundle by a mended one");
  }

  /**
   * Exports with the exporter for a device.
   *
   * @return a refusal under rule C27 when there is no exporter for the device, and under D03 when
   *     it does not work
   */
  public Export export(String deviceId, ExportRequest request) {
    Entry entry = byId.get(deviceId);
    if (entry == null) return refusal(deviceId, request.site(), unknown(deviceId, request.site()));
    String fault = BROKEN.get(entry.exporter());
    if (fault == null) {
      try {
        Export export = guarded(() -> entry.exporter().export(request), patience);
        if (export.siteId().equals(request.site().id()) && export.deviceId().equals(deviceId)) {
          return export;
        }
        fault = "answered for another site or device";
      } catch (BrokenException e) {
        fault = String.valueOf(e.getMessage());
      }
      switchOff(entry.exporter(), fault);
    }
    return refusal(deviceId, request.site(), broken(deviceId, request.site(), fault));
  }

  private static Export refusal(String deviceId, SitePlan site, Problem problem) {
    return new Export(deviceId, site.id(), site.name(), List.of(), List.of(), List.of(problem));
  }

  private static Problem broken(String deviceId, SitePlan site, String fault) {
    return Objection.to(
        site,
        "D03",
        Severity.ERROR,
        "has the device '" + deviceId + "', whose exporter is switched off: it " + fault,
        "replace its bundle by a mended one, or choose another device");
  }

  private Problem unknown(String deviceId, SitePlan site) {
    String known = String.join(", ", byId.keySet());
    return Objection.to(
        site,
        "C27",
        Severity.ERROR,
        deviceId.isBlank()
            ? "names no device, so no configuration can be written for it"
            : "has the device '" + deviceId + "', for which there is no exporter",
        known.isEmpty()
            ? "install the bundle of an exporter"
            : "set the site's device to one of: " + known);
  }

  /** An exporter that does not keep its contract; the message continues "it ...". */
  private static final class BrokenException extends Exception {
    private static final long serialVersionUID = 1;

    BrokenException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  private static <T> T guarded(Callable<T> call, Duration patience) throws BrokenException {
    FutureTask<T> task = new FutureTask<>(call);
    Thread.ofPlatform().daemon().name("exporter").start(task);
    try {
      T answer = task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (answer == null) throw new BrokenException("gave no answer", new NullPointerException());
      return answer;
    } catch (ExecutionException e) {
      throw new BrokenException("failed with " + e.getCause(), e);
    } catch (TimeoutException e) {
      task.cancel(true);
      throw new BrokenException("took longer than " + patience.toSeconds() + " s", e);
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw new BrokenException("was interrupted", e);
    }
  }
}
