package org.vpnhub.ui.editor;

import java.util.List;
import java.util.function.Function;
import org.eclipse.emf.ecore.EAttribute;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.model.Site;
import org.vpnhub.model.VpnhubPackage.Literals;
import org.vpnhub.model.edit.ModelDocument;

/** The columns of the table of sites. */
final class SiteColumns {
  private SiteColumns() {}

  /**
   * @param devices the devices that configurations can be exported for
   * @param status says how a site stands
   */
  static List<Column<Site>> of(List<DeviceCapabilities> devices, Function<Site, String> status) {
    return List.of(
        Features.column(Literals.NAMED_ELEMENT__NAME, 20),
        Features.column(Literals.SITE__PUBLIC_IP, 17),
        Features.column(Literals.SITE__CIDRS, 30),
        offering(Literals.SITE__DEVICE, 14, s -> ids(devices)),
        offering(Literals.SITE__DEVICE_RELEASE, 10, s -> releases(devices, s)),
        Features.column(Literals.SITE__BEHIND_NAT, "NAT", 7),
        Features.column(Literals.SITE__SELECTOR_MODE, 13),
        Column.of("status", "Status", 40, status));
  }

  private static List<String> ids(List<DeviceCapabilities> devices) {
    return devices.stream().map(DeviceCapabilities::id).toList();
  }

  private static List<String> releases(List<DeviceCapabilities> devices, Site site) {
    return devices.stream()
        .filter(d -> d.id().equals(site.getDevice()))
        .flatMap(d -> d.releaseNames().stream())
        .toList();
  }

  /** A text column that offers some texts and takes any other too. */
  private static Column<Site> offering(
      EAttribute feature, int chars, Function<Site, List<String>> offer) {
    return Features.<Site>column(feature, chars)
        .edited(
            new Column.Edit<>() {
              @Override
              public List<String> choices(Site site) {
                return offer.apply(site);
              }

              @Override
              public boolean open() {
                return true;
              }

              @Override
              public void apply(ModelDocument document, Site site, String text) {
                Features.set(document, site, feature, text);
              }
            });
  }
}
