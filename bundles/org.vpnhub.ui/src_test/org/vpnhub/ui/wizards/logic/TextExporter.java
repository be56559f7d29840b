package org.vpnhub.ui.wizards.logic;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.exporter.Algorithms;
import org.vpnhub.exporter.CapabilityCheck;
import org.vpnhub.exporter.ChecklistSection;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.Export;
import org.vpnhub.exporter.ExportRequest;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.SelectorAbility;
import org.vpnhub.exporter.SiteFact;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DhGroup;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.Hash;
import org.vpnhub.plan.IkeVersion;

/** A device that takes everything, in a form that shows what it was given. */
final class TextExporter implements Exporter {
  private final String id;
  private final SelectorAbility.Style style;

  TextExporter(String id, SelectorAbility.Style style) {
    this.id = id;
    this.style = style;
  }

  @Override
  public DeviceCapabilities capabilities() {
    Algorithms all =
        new Algorithms(
            EnumSet.allOf(Encryption.class),
            EnumSet.allOf(Hash.class),
            EnumSet.allOf(DhGroup.class));
    boolean routes = style == SelectorAbility.Style.ROUTE_BASED;
    DeviceCapabilities.Builder device =
        DeviceCapabilities.of(id, "Test", "text")
            .release("5.9", all, all, IkeVersion.values())
            .selectors(new SelectorAbility(style, true, true, routes, !routes));
    if (routes) device.needs(SiteFact.WAN_INTERFACE, "Gi1");
    return device.build();
  }

  @Override
  public Export export(ExportRequest request) {
    var site = request.site();
    List<Problem> problems = new ArrayList<>(CapabilityCheck.check(request, capabilities()));
    if (site.device().wanInterface().contains(" ")) problems.add(space(request));
    boolean refused = problems.stream().anyMatch(Problem::isError);
    StringBuilder text = new StringBuilder("site " + site.name() + "\n");
    for (ConnectionPlan c : site.gateway().connections()) {
      String key =
          request.includeSecrets()
              ? request.keys().apply(c.pskReference()).map(s -> s.text()).orElse("none")
              : ExportRequest.placeholder(c.pskReference());
      text.append("key ").append(key).append('\n');
    }
    ExportedFile file = new ExportedFile("device.conf", text.toString(), ExportedFile.PRIVATE);
    var steps =
        new ChecklistSection(
            "Install", List.of(new ChecklistSection.Item("Load the file", "load device.conf")));
    return new Export(
        id,
        site.id(),
        site.name(),
        refused ? List.of() : List.of(file),
        refused ? List.of() : List.of(steps),
        problems);
  }

  /** What this device is particular about, as some are. */
  private static Problem space(ExportRequest request) {
    return new Problem(
        "D02",
        Severity.ERROR,
        request.site().id().value(),
        "site " + request.site().name(),
        "has an interface with a space in its name",
        "set wanInterface to Gi1");
  }
}
