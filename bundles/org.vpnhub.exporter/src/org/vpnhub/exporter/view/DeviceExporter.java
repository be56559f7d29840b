package org.vpnhub.exporter.view;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.exporter.CapabilityCheck;
import org.vpnhub.exporter.ChecklistSection;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.Export;
import org.vpnhub.exporter.ExportRequest;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.Objection;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.ExchangeMode;
import org.vpnhub.plan.IkeVersion;
import org.vpnhub.plan.SitePlan;

/**
 * What all exporters have in common: the check against the device, the refusal, and the revision in
 * the heading.
 *
 * <p>The revision is a digest of the configuration with its keys masked: it stays the same as long
 * as the device need not be touched, and tells nothing about a key.
 */
public abstract class DeviceExporter implements Exporter {
  private static final int REVISION_DIGITS = 12;

  private final DeviceCapabilities device;
  private final Dialect dialect;

  protected DeviceExporter(DeviceCapabilities device, Dialect dialect) {
    this.device = device;
    this.dialect = dialect;
  }

  @Override
  public final DeviceCapabilities capabilities() {
    return device;
  }

  /** What the device cannot do beyond what its capabilities tell. */
  protected List<Problem> objections(SitePlan site) {
    return List.of();
  }

  /** An error that says what the device cannot do for a connection. */
  protected final Problem cannot(ConnectionPlan c, String what, String remedy) {
    return Objection.to(c, "C27", Severity.ERROR, device.title() + " " + what, remedy);
  }

  /** A warning that says what the device does not do for a connection. */
  protected final Problem warning(ConnectionPlan c, String what, String remedy) {
    return Objection.to(c, "C27", Severity.WARNING, device.title() + " " + what, remedy);
  }

  /** Objects to aggressive mode, for devices that have none. */
  protected final List<Problem> withoutAggressiveMode(SitePlan site) {
    return site.gateway().connections().stream()
        .filter(c -> c.ike().version() == IkeVersion.IKEV1)
        .filter(c -> c.ike().mode() == ExchangeMode.AGGRESSIVE)
        .map(c -> cannot(c, "has no aggressive mode", "use ikev2, or main mode"))
        .toList();
  }

  /** Objects to several connections, for policy-based devices without a standby tunnel. */
  protected final List<Problem> withoutStandby(SitePlan site) {
    return site.gateway().connections().stream()
        .skip(1)
        .map(
            c ->
                cannot(
                    c,
                    "cannot hold the same networks in two tunnels, so there is no standby",
                    "leave the site one connection, or choose a route-based device"))
        .toList();
  }

  /** The files; those with {@link TunnelView#key} in them are {@link ExportedFile#PRIVATE}. */
  protected abstract List<ExportedFile> files(SiteView site);

  /**
   * What a person does: install, {@link ChecklistSection#VERIFY} and {@link
   * ChecklistSection#ROLL_BACK}. Holds no keys.
   */
  protected abstract List<ChecklistSection> checklist(SiteView site);

  @Override
  public final Export export(ExportRequest request) {
    SitePlan site = request.site();
    List<Problem> problems = new ArrayList<>(CapabilityCheck.check(request, device));
    problems.addAll(objections(site));
    if (problems.stream().anyMatch(Problem::isError)) {
      return new Export(device.id(), site.id(), site.name(), List.of(), List.of(), problems);
    }
    SiteView masked = new Views(ExportRequest.masked(site), device, dialect).view("");
    SiteView view = new Views(request, device, dialect).view(revision(masked));
    return new Export(device.id(), site.id(), site.name(), files(view), checklist(view), problems);
  }

  /** Of the files, or of the checklist where there is none. */
  private String revision(SiteView masked) {
    List<ExportedFile> files = files(masked);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (ExportedFile file : files) {
        digest.update((file.name() + "\n" + file.text()).getBytes(StandardCharsets.UTF_8));
      }
      if (files.isEmpty()) {
        digest.update(checklist(masked).toString().getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, REVISION_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
