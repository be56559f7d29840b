package org.vpnhub.hub.tests.dropped;

/** Cannot be made. */
public final class UnwillingExporter extends GoodExporter {
  public UnwillingExporter() {
    super("dropped-unwilling");
    throw new IllegalStateException("no licence");
  }
}
