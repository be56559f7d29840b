package org.vpnhub.exporter.view;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.vpnhub.base.Problem;
import org.vpnhub.exporter.CapabilityCheck;
import org.vpnhub.exporter.ChecklistSection;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.Export;
import org.vpnhub.exporter.ExportRequest;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.Exporter;
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
    SiteView view = new Views(request, device, dialect).view(revision(files(masked)));
    return new Export(device.id(), site.id(), site.name(), files(view), checklist(view), problems);
  }

  private static String revision(List<ExportedFile> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (ExportedFile file : files) {
        digest.update((file.name() + "\n" + file.text()).getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, REVISION_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
