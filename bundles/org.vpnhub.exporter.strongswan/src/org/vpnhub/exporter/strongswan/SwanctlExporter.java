package org.vpnhub.exporter.strongswan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.SafeNames;
import org.vpnhub.exporter.linux.IpsecFiles;
import org.vpnhub.exporter.linux.LinuxRouter;
import org.vpnhub.exporter.read.ConfigurationReader;
import org.vpnhub.exporter.template.TemplateExporter;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;

/** Writes {@code swanctl.conf}, on whatever system it is loaded. */
abstract class SwanctlExporter extends TemplateExporter {
  /** Holds the pre-shared keys or their placeholders. */
  public static final String SWANCTL_CONF = "swanctl.conf";

  SwanctlExporter(DeviceCapabilities device) {
    super(device, SwanctlText.DIALECT);
  }

  @Override
  public final Optional<ConfigurationReader> reader() {
    return Optional.of(new SwanctlReader());
  }

  /** Release of strongSwan on a device; empty for the newest. */
  abstract String release(SiteView site);

  @Override
  protected final Map<String, String> words(TunnelView tunnel, SiteView site) {
    return SwanctlWords.of(tunnel, IpsecFiles.hasStandby(site), release(site));
  }

  @Override
  protected final Map<String, ?> values(SiteView site) {
    Map<String, List<SwanctlWords.Child>> children = new LinkedHashMap<>();
    SafeNames names = new SafeNames(StrongswanCapabilities.LONGEST_NAME);
    for (TunnelView t : site.tunnels()) {
      names.unique(t.name(), "hub");
      children.put(t.name(), SwanctlWords.children(t));
    }
    List<String> hubs =
        site.tunnels().stream().map(t -> t.plan().remoteAddress().toString()).distinct().toList();
    return Map.of(
        "children",
        children,
        "hubs",
        hubs,
        "ownNetwork",
        names.unique("own-network", "own-network"),
        "own",
        disjoint(site.own()),
        "remote",
        disjoint(site.remote()));
  }

  /** Without prefixes that lie within others: a set of nftables without a name takes none. */
  private static String disjoint(List<Ipv4Prefix> prefixes) {
    return LinuxRouter.list(
        prefixes.stream()
            .distinct()
            .filter(p -> prefixes.stream().noneMatch(o -> !o.equals(p) && o.contains(p)))
            .toList());
  }

  final ExportedFile swanctl(SiteView site) {
    return file(SWANCTL_CONF, "swanctl.ftl", site);
  }
}
