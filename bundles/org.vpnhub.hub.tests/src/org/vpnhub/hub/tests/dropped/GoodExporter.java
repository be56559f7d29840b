package org.vpnhub.hub.tests.dropped;

import java.util.EnumSet;
import java.util.List;
import org.vpnhub.exporter.Algorithms;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.Export;
import org.vpnhub.exporter.ExportRequest;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.plan.DhGroup;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.Hash;
import org.vpnhub.plan.IkeVersion;

/** Writes one file. */
public class GoodExporter implements Exporter {
  public static final String FILE = "good.conf";

  private final String id;

  public GoodExporter() {
    this("dropped-good");
  }

  GoodExporter(String id) {
    this.id = id;
  }

  @Override
  public DeviceCapabilities capabilities() {
    Algorithms some =
        new Algorithms(
            EnumSet.of(Encryption.AES256), EnumSet.of(Hash.SHA256), EnumSet.of(DhGroup.GROUP14));
    return DeviceCapabilities.of(id, "Test", "box")
        .release("1", some, some, IkeVersion.IKEV2)
        .build();
  }

  @Override
  public Export export(ExportRequest request) {
    ExportedFile file = new ExportedFile(FILE, "text\n", ExportedFile.READABLE);
    return new Export(
        id, request.site().id(), request.site().name(), List.of(file), List.of(), List.of());
  }
}
