package org.vpnhub.hub.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vpnhub.exporter.host.InstalledExporters;

/** Exporters are found as declarative services. */
class ExporterServicesTest {
  @Test
  void theExportersAreServices() {
    Set<String> ids =
        InstalledExporters.all().stream()
            .map(e -> e.capabilities().id())
            .collect(Collectors.toSet());
    assertTrue(ids.contains("strongswan"), () -> ids + ": is the component runtime started?");
  }
}
