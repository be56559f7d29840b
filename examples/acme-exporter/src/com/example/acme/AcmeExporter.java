package com.example.acme;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.vpnhub.exporter.Algorithms;
import org.vpnhub.exporter.ChecklistSection;
import org.vpnhub.exporter.ChecklistSection.Item;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.KeyRules;
import org.vpnhub.exporter.SelectorAbility;
import org.vpnhub.exporter.SelectorAbility.Style;
import org.vpnhub.exporter.SiteFact;
import org.vpnhub.exporter.template.TemplateExporter;
import org.vpnhub.exporter.view.Dialect;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.DhGroup;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.Hash;
import org.vpnhub.plan.Identity;
import org.vpnhub.plan.IkeVersion;

/** The ACME Router, a device that does not exist, to show what an exporter is. */
@Component(service = Exporter.class)
public final class AcmeExporter extends TemplateExporter {
  static final String FILE = "acme.conf";

  private static final Algorithms ALGORITHMS =
      new Algorithms(
          EnumSet.of(Encryption.AES128, Encryption.AES256, Encryption.AES256GCM16),
          EnumSet.of(Hash.SHA256, Hash.SHA384),
          EnumSet.of(DhGroup.GROUP14, DhGroup.GROUP19, DhGroup.GROUP31));

  private static final DeviceCapabilities DEVICE =
      DeviceCapabilities.of("acme-router", "ACME", "Router")
          .release("1.0", ALGORITHMS, ALGORITHMS, IkeVersion.IKEV2)
          .selectors(new SelectorAbility(Style.ROUTE_BASED, true, true, true, true))
          .keys(
              new KeyRules(
                  8, 64, c -> c > 0x20 && c < 0x7f && c != '"', "printable ASCII without quotes"))
          .nameLength(24)
          .natTraversalAlways()
          .needs(SiteFact.WAN_INTERFACE, "wan0")
          .needs(SiteFact.TUNNEL_NUMBER, "1")
          .build();

  private static final Dialect DIALECT = key -> '"' + key + '"';

  @Activate
  public AcmeExporter() {
    super(DEVICE, DIALECT);
  }

  @Override
  protected Map<String, String> words(TunnelView t) {
    return Map.of(
        "local", identity(t.plan().localId()),
        "remote", identity(t.plan().remoteId()));
  }

  private static String identity(Identity identity) {
    return switch (identity) {
      case Identity.Address a -> "ip " + a.address();
      case Identity.Fqdn f -> "name " + f.name();
      case Identity.Email e -> "mail " + e.address();
    };
  }

  @Override
  protected List<ExportedFile> files(SiteView site) {
    return List.of(file(FILE, "acme.ftl", site));
  }

  @Override
  protected List<ChecklistSection> checklist(SiteView site) {
    return List.of(
        new ChecklistSection(
            "Install",
            List.of(
                new Item("Save what is there", "backup before-vpnhub"),
                new Item("Load the file", "load " + FILE))),
        new ChecklistSection(
            ChecklistSection.VERIFY, List.of(new Item("The tunnel is up", "show tunnel"))),
        new ChecklistSection(
            ChecklistSection.ROLL_BACK,
            List.of(new Item("Go back to what was saved", "restore before-vpnhub"))));
  }
}
