package org.vpnhub.exporter.huawei;

import java.util.EnumSet;
import java.util.Set;
import org.vpnhub.exporter.antlr.Grammars;
import org.vpnhub.exporter.huawei.internal.Kind;
import org.vpnhub.exporter.huawei.internal.UsgSections;
import org.vpnhub.exporter.huawei.internal.UsgTunnels;
import org.vpnhub.exporter.huawei.parser.VrpLexer;
import org.vpnhub.exporter.huawei.parser.VrpParser;
import org.vpnhub.exporter.read.ConfigurationReader;
import org.vpnhub.exporter.read.DeviceConfiguration;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.read.Reading;

/** Reads configurations of USG firewalls, as {@code display current-configuration} prints them. */
final class UsgReader implements ConfigurationReader {

  @Override
  public Set<Parameter> covers() {
    return EnumSet.allOf(Parameter.class);
  }

  @Override
  public DeviceConfiguration read(String text) {
    Reading reading = new Reading(text, Kind.ONLY_WHEN_USED);
    VrpParser parser =
        Grammars.parser(reading.text(), VrpLexer::new, VrpParser::new, reading::unknown);
    new UsgSections(reading).visit(parser.configuration());
    new UsgTunnels(reading).find();
    return reading.result();
  }
}
