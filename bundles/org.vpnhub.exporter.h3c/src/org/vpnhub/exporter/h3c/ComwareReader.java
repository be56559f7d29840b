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
 * Reads configurations of Comware 7 firewalls and routers, as {@code display current-configuration}
 * prints them.
 */
final class ComwareReader implements ConfigurationReader {
  static final ComwareReader FIREWALL = new ComwareReader(true);
  static final ComwareReader ROUTER = new ComwareReader(false);

  private final boolean zones;

  private ComwareReader(boolean zones) {
    this.zones = zones;
  }

  /** A router lets everything through unless somebody filters. */
  @Override
  public Set<Parameter> covers() {
    return zones
        ? EnumSet.allOf(Parameter.class)
        : EnumSet.complementOf(EnumSet.of(Parameter.PERMIT_OUT, Parameter.PERMIT_IN));
  }

  @Override
  public DeviceConfiguration read(String text) {
    Reading reading = new Reading(text, Kind.ONLY_WHEN_USED);
    ComwareParser parser =
        Grammars.parser(reading.text(), ComwareLexer::new, ComwareParser::new, reading::unknown);
    new ComwareSections(reading).visit(parser.configuration());
    new ComwareTunnels(reading, zones).find();
    return reading.result();
  }
}
