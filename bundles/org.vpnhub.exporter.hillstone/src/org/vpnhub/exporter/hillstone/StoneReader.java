package org.vpnhub.exporter.hillstone;

import java.util.EnumSet;
import java.util.Set;
import org.vpnhub.exporter.antlr.Grammars;
import org.vpnhub.exporter.hillstone.internal.Kind;
import org.vpnhub.exporter.hillstone.internal.StoneSections;
import org.vpnhub.exporter.hillstone.internal.StoneTunnels;
import org.vpnhub.exporter.hillstone.parser.StoneLexer;
import org.vpnhub.exporter.hillstone.parser.StoneParser;
import org.vpnhub.exporter.read.ConfigurationReader;
import org.vpnhub.exporter.read.DeviceConfiguration;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.read.Reading;

/** Reads configurations of StoneOS firewalls, as {@code show configuration} prints them. */
final class StoneReader implements ConfigurationReader {

  @Override
  public Set<Parameter> covers() {
    return EnumSet.allOf(Parameter.class);
  }

  /** The firewall asks a silent peer at least every 10 s. */
  @Override
  public String nearest(Parameter parameter, String wanted) {
    if (parameter != Parameter.DPD || wanted.equals("none")) return wanted;
    return String.valueOf(StoneWords.interval(Integer.parseInt(wanted)));
  }

  @Override
  public DeviceConfiguration read(String text) {
    Reading reading = new Reading(text, Kind.ONLY_WHEN_USED);
    StoneParser parser =
        Grammars.parser(reading.text(), StoneLexer::new, StoneParser::new, reading::unknown);
    new StoneSections(reading).visit(parser.configuration());
    new StoneTunnels(reading).find();
    return reading.result();
  }
}
