package org.vpnhub.hub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.junit.jupiter.api.Test;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;
import org.vpnhub.exporter.Exporter;

/** Exporters are found as declarative services. */
class ExporterServicesTest {
  @Test
  void theStrongswanExporterIsAService() throws InterruptedException {
    var context = FrameworkUtil.getBundle(getClass()).getBundleContext();
    var tracker = new ServiceTracker<Exporter, Exporter>(context, Exporter.class, null);
    tracker.open();
    try {
      Exporter exporter = tracker.waitForService(10_000);
      assertNotNull(exporter, "no exporter was registered: is the component runtime started?");
      assertEquals("strongswan", exporter.capabilities().id());
    } finally {
      tracker.close();
    }
  }
}
