package org.vpnhub.hub.tests.dropped;

import java.util.concurrent.CountDownLatch;
import org.vpnhub.exporter.Export;
import org.vpnhub.exporter.ExportRequest;

/** Answers when it is interrupted, and not before. */
public final class HangingExporter extends GoodExporter {
  public HangingExporter() {
    super("dropped-hanging");
  }

  @Override
  public Export export(ExportRequest request) {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return super.export(request);
  }
}
