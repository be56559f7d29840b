package org.vpnhub.ui.editor;

import java.util.List;
import java.util.function.Function;
import org.vpnhub.model.Site;
import org.vpnhub.model.VpnhubPackage.Literals;

/** The columns of the table of sites. */
final class SiteColumns {
  private SiteColumns() {}

  /**
   * @param status says how a site stands
   */
  static List<Column<Site>> of(Function<Site, String> status) {
    return List.of(
        Features.column(Literals.NAMED_ELEMENT__NAME, 20),
        Features.column(Literals.SITE__PUBLIC_IP, 17),
        Features.column(Literals.SITE__CIDRS, 30),
        Features.column(Literals.SITE__DEVICE, 14),
        Features.column(Literals.SITE__DEVICE_RELEASE, 10),
        Features.column(Literals.SITE__BEHIND_NAT, "NAT", 7),
        Features.column(Literals.SITE__SELECTOR_MODE, 13),
        Column.of("status", "Status", 40, status));
  }
}
