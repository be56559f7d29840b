package org.vpnhub.exporter.strongswan;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.vpnhub.base.Problem;
import org.vpnhub.exporter.CapabilityCheck;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.Export;
import org.vpnhub.exporter.ExportRequest;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.plan.SitePlan;

/**
 * Writes {@code swanctl.conf}, an nftables file that clamps the TCP segment size, and the kernel
 * parameters of a router, for strongSwan 5.9 and 6.0 on Linux.
 *
 * <p>Policy-based: the selectors decide what enters the tunnel. Where the remote side covers the
 * site's own network, a pass policy keeps that network out of the tunnel.
 */
@Component(service = Exporter.class)
public final class StrongswanExporter implements Exporter {
  /** Device id of this exporter. */
  public static final String DEVICE_ID = "strongswan";

  /** Holds the pre-shared keys or their placeholders. */
  public static final String SWANCTL_CONF = "swanctl.conf";

  static final String NFTABLES = "vpnhub.nft";
  static final String SYSCTL = "90-vpnhub.conf";

  @Activate
  public StrongswanExporter() {}

  @Override
  public DeviceCapabilities capabilities() {
    return StrongswanCapabilities.DEVICE;
  }

  @Override
  public Export export(ExportRequest request) {
    SitePlan site = request.site();
    List<Problem> problems = CapabilityCheck.check(request, capabilities());
    if (problems.stream().anyMatch(Problem::isError)) {
      return new Export(DEVICE_ID, site.id(), site.name(), List.of(), List.of(), problems);
    }
    SwanctlConf conf = new SwanctlConf(request);
    List<ExportedFile> files =
        List.of(
            new ExportedFile(SWANCTL_CONF, conf.text(), ExportedFile.PRIVATE),
            new ExportedFile(NFTABLES, RouterFiles.nftables(site), ExportedFile.READABLE),
            new ExportedFile(SYSCTL, RouterFiles.sysctl(), ExportedFile.READABLE));
    return new Export(
        DEVICE_ID, site.id(), site.name(), files, RouterFiles.checklist(request), problems);
  }
}
