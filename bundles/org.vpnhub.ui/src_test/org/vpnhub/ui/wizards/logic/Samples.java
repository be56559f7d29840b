package org.vpnhub.ui.wizards.logic;

import java.util.List;
import org.vpnhub.exporter.ExporterRegistry;
import org.vpnhub.exporter.SelectorAbility;
import org.vpnhub.model.Profile;
import org.vpnhub.validation.SecurityProfile;

/** The hub of three offices, as it is typed. */
final class Samples {
  static final ExporterRegistry EXPORTERS =
      new ExporterRegistry(
          List.of(
              new TextExporter("strongswan", SelectorAbility.Style.POLICY_BASED),
              new TextExporter("router", SelectorAbility.Style.ROUTE_BASED)));
  static final SiteCells SHANGHAI =
      new SiteCells("Shanghai", "203.0.113.10", "10.10.10.0/24", "strongswan", "");
  static final SiteCells HANGZHOU =
      new SiteCells("Hangzhou", "203.0.113.20", "10.10.20.0/24 10.10.21.0/24", "strongswan", "5.9");
  static final SiteCells NINGBO =
      new SiteCells("Ningbo", "203.0.113.30", "10.10.30.0/24", "strongswan", "");
  static final SiteCells SUZHOU =
      new SiteCells("Suzhou", "203.0.113.40", "10.10.40.0/24", "strongswan", "");

  private Samples() {}

  static NewHub hub(SecurityProfile security, SiteCells... sites) {
    return new NewHub(
        "hub",
        "vpnhub",
        "hub.vpnhub",
        "10.0.0.0/16",
        "198.51.100.1",
        "main",
        Profile.HUB_NATIVE,
        List.of(sites),
        security,
        "");
  }

  static NewHub threeOffices() {
    return hub(SecurityProfile.STRONG, SHANGHAI, HANGZHOU, NINGBO);
  }
}
