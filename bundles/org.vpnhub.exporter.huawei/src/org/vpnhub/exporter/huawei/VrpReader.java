package org.vpnhub.exporter.huawei;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.vpnhub.exporter.antlr.Grammars;
import org.vpnhub.exporter.huawei.internal.Kind;
import org.vpnhub.exporter.huawei.internal.VrpSections;
import org.vpnhub.exporter.huawei.internal.VrpTunnels;
import org.vpnhub.exporter.huawei.parser.VrpLexer;
import org.vpnhub.exporter.huawei.parser.VrpParser;
import org.vpnhub.exporter.read.ConfigurationReader;
import org.vpnhub.exporter.read.DeviceConfiguration;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.read.Reading;

/** Reads configurations of VRP, as {@code display current-configuration} prints them. */
final class VrpReader implements ConfigurationReader {
  static final VrpReader USG =
      new VrpReader(EnumSet.allOf(Parameter.class), VrpTunnels::ofFirewall);

  /** A router lets everything through unless somebody filters. */
  static final VrpReader AR =
      new VrpReader(
          EnumSet.complementOf(EnumSet.of(Parameter.PERMIT_OUT, Parameter.PERMIT_IN)),
          VrpTunnels::ofRouter);

  private final Set<Parameter> covered;
  private final Function<Reading, VrpTunnels> tunnels;

  private VrpReader(EnumSet<Parameter> covered, Function<Reading, VrpTunnels> tunnels) {
    this.covered = Set.copyOf(covered);
    this.tunnels = tunnels;
  }

  @Override
  public Set<Parameter> covers() {
    return covered;
  }

  @Override
  public DeviceConfiguration read(String text) {
    Reading reading = new Reading(text, Kind.ONLY_WHEN_USED);
    VrpParser parser =
        Grammars.parser(reading.text(), VrpLexer::new, VrpParser::new, reading::unknown);
    new VrpSections(reading).visit(parser.configuration());
    tunnels.apply(reading).find();
    return reading.result();
  }
}
