package org.vpnhub.exporter.h3c;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.SiteFact;

/**
 * MSR routers with Comware 7 and an IPsec policy on the WAN interface. Their IKE and IPsec commands
 * are those of the firewalls; there are no zones and there is no security policy.
 *
 * <p>After "H3C MSR Router Series Comware 7 Security Command Reference": IPsec commands ({@code sa
 * duration}: 180 to 604800 s, 2560 to 4294967295 KB, looked up), IKE commands ({@code ike dpd}: 1
 * to 300 s, looked up) and IKEv2 commands; {@code nat outbound} with a list that leaves out what
 * goes to the hub is in the vendor's examples.
 */
@Component(service = Exporter.class)
public final class MsrExporter extends ComwareDevice {

  @Activate
  public MsrExporter() {
    super(
        capabilities("h3c-msr", "Comware 7 (MSR router)")
            .needs(SiteFact.WAN_INTERFACE, "GigabitEthernet0/0")
            .build(),
        false);
  }
}
