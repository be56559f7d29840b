package org.vpnhub.ui.editor;

import java.util.ArrayList;
import java.util.List;
import org.vpnhub.model.HubBuilder;
import org.vpnhub.model.Network;
import org.vpnhub.model.SiteTable.Row;

/** Networks for tests. */
public final class TestNetworks {
  private TestNetworks() {}

  /** A hub with sites named Office 1, Office 2 and so on. */
  public static Network offices(int number) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      String ip = "203.0." + i / 250 + "." + (1 + i % 250);
      String prefix = "10." + (20 + i / 250) + "." + i % 250 + ".0/24";
      rows.add(Row.of("Office " + (i + 1), ip, prefix, "strongswan 5.9"));
    }
    return HubBuilder.build("test", "10.0.0.0/16", "198.51.100.1", rows);
  }
}
