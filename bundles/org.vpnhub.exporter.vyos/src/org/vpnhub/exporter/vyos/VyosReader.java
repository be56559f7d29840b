package org.vpnhub.exporter.vyos;

import java.util.EnumSet;
import java.util.Set;
import org.vpnhub.exporter.antlr.Grammars;
import org.vpnhub.exporter.read.ConfigurationReader;
import org.vpnhub.exporter.read.DeviceConfiguration;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.read.Reading;
import org.vpnhub.exporter.vyos.grammar.VyosLexer;
import org.vpnhub.exporter.vyos.grammar.VyosParser;
import org.vpnhub.exporter.vyos.internal.Kind;
import org.vpnhub.exporter.vyos.internal.VyosSections;
import org.vpnhub.exporter.vyos.internal.VyosTunnels;

/** Reads the commands of VyOS configurations. */
final class VyosReader implements ConfigurationReader {
  static final VyosReader READER = new VyosReader();

  private VyosReader() {}

  @Override
  public Set<Parameter> covers() {
    return EnumSet.allOf(Parameter.class);
  }

  @Override
  public DeviceConfiguration read(String text) {
    Reading reading = new Reading(text, Kind.ONLY_WHEN_USED);
    VyosParser parser =
        Grammars.parser(reading.text(), VyosLexer::new, VyosParser::new, reading::unknown);
    new VyosSections(reading).visit(parser.configuration());
    new VyosTunnels(reading).find();
    return reading.result();
  }
}
