package org.vpnhub.ui.editor;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.emf.ecore.EAttribute;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.ExporterRegistry;
import org.vpnhub.model.Site;
import org.vpnhub.model.VpnhubPackage.Literals;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.DeviceChange;

/** The columns of the table of sites. */
final class SiteColumns {
  private SiteColumns() {}

  /**
   * @param exporters those at hand know the devices that configurations can be exported for
   * @param status says how a site stands
   */
  static List<Column<Site>> of(
      Supplier<ExporterRegistry> exporters, Function<Site, String> status) {
    return List.of(
        Features.column(Literals.NAMED_ELEMENT__NAME, 20),
        Features.column(Literals.SITE__PUBLIC_IP, 17),
        Features.column(Literals.SITE__CIDRS, 30),
        offering(
            Literals.SITE__DEVICE,
            14,
            s -> ids(exporters.get()),
            (d, s, text) -> DeviceChange.set(d, s, text, exporters.get())),
        offering(
            Literals.SITE__DEVICE_RELEASE,
            10,
            s -> releases(exporters.get(), s),
            (d, s, text) -> Features.set(d, s, Literals.SITE__DEVICE_RELEASE, text)),
        Features.column(Literals.SITE__BEHIND_NAT, "NAT", 7),
        Features.column(Literals.SITE__SELECTOR_MODE, 13),
        Column.of("status", "Status", 40, status));
  }

  /** Takes over a text that was chosen or typed. */
  private interface Change {
    void apply(ModelDocument document, Site site, String text);
  }

  private static List<String> ids(ExporterRegistry exporters) {
    return exporters.devices().stream().map(DeviceCapabilities::id).toList();
  }

  private static List<String> releases(ExporterRegistry exporters, Site site) {
    return Optional.ofNullable(site.getDevice())
        .flatMap(exporters::device)
        .map(DeviceCapabilities::releaseNames)
        .orElse(List.of());
  }

  /** A text column that offers some texts and takes any other too. */
  private static Column<Site> offering(
      EAttribute feature, int chars, Function<Site, List<String>> offer, Change change) {
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
                change.apply(document, site, text);
              }
            });
  }
}
