package org.vpnhub.exporter.strongswan;

import java.util.List;
import org.vpnhub.exporter.read.DeviceConfiguration.Line;
import org.vpnhub.exporter.read.Found;
import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.read.Parameter;

/** Sections that make one tunnel together must agree, or only the last of them would be seen. */
final class Conflicts {
  private Conflicts() {}

  static void report(FoundTunnel tunnel, List<Line> unknown) {
    for (Parameter p : Parameter.values()) {
      List<Found> all = tunnel.all(p);
      if (p.isList() || all.isEmpty()) continue;
      for (Found f : all) {
        if (f.value().equals(all.getLast().value())) continue;
        unknown.add(
            new Line(
                f.line(),
                p.words()
                    + " of tunnel "
                    + tunnel.name()
                    + " is "
                    + f.value()
                    + " here and "
                    + all.getLast().value()
                    + " in line "
                    + all.getLast().line()));
      }
    }
  }
}
