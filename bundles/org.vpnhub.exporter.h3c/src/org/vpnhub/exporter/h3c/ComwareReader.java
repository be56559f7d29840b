package org.vpnhub.exporter.h3c;

import java.util.EnumSet;
import java.util.Set;
import org.vpnhub.exporter.antlr.Grammars;
import org.vpnhub.exporter.h3c.internal.ComwareSections;
import org.vpnhub.exporter.h3c.internal.ComwareTunnels;
import org.vpnhub.exporter.h3c.internal.Kind;
import org.vpnhub.exporter.h3c.parser.ComwareLexer;
import org.vpnhub.exporter.h3c.parser.ComwareParser;
import org.vpnhub.exporter.read.ConfigurationReader;
import org.vpnhub.exporter.read.DeviceConfiguration;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.read.Reading;

/**
 * Reads configurations of Comware 7 firewalls, as {@code display current-configuration} prints
 * them.
 */
final class ComwareReader implements ConfigurationReader {

  @Override
  public Set<Parameter> covers() {
    return EnumSet.allOf(Parameter.class);
  }

  @Override
  public DeviceConfiguration read(String text) {
    Reading reading = new Reading(text, Kind.ONLY_WHEN_USED);
    ComwareParser parser =
        Grammars.parser(reading.text(), ComwareLexer::new, ComwareParser::new, reading::unknown);
    new ComwareSections(reading).visit(parser.configuration());
    new ComwareTunnels(reading).find();
    return reading.result();
  }
}
