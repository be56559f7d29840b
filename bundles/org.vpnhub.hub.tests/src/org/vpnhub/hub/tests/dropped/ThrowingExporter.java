package org.vpnhub.hub.tests.dropped;

import org.vpnhub.exporter.Export;
import org.vpnhub.exporter.ExportRequest;

/** Fails at each export. */
public final class ThrowingExporter extends GoodExporter {
  public ThrowingExporter() {
    super("dropped-throwing");
  }

  @Override
  public Export export(ExportRequest request) {
    throw new IllegalStateException("out of paper");
  }
}
