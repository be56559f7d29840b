package org.vpnhub.exporter.mikrotik;

import java.util.EnumSet;
import java.util.Set;
import org.vpnhub.exporter.antlr.Grammars;
import org.vpnhub.exporter.mikrotik.grammar.RouterOsLexer;
import org.vpnhub.exporter.mikrotik.grammar.RouterOsParser;
import org.vpnhub.exporter.mikrotik.internal.Items;
import org.vpnhub.exporter.mikrotik.internal.Menus;
import org.vpnhub.exporter.mikrotik.internal.Tunnels;
import org.vpnhub.exporter.read.ConfigurationReader;
import org.vpnhub.exporter.read.DeviceConfiguration;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.read.Reading;

/** Reads exports of RouterOS 7, and scripts in which people typed the same commands. */
final class RouterOsReader implements ConfigurationReader {
  static final RouterOsReader READER = new RouterOsReader();

  private RouterOsReader() {}

  /** Policies take what they match over whichever route; phase 2 has no lifetime by volume. */
  @Override
  public Set<Parameter> covers() {
    return EnumSet.complementOf(EnumSet.of(Parameter.ROUTE, Parameter.VOLUME_LIFETIME));
  }

  @Override
  public DeviceConfiguration read(String text) {
    Reading reading = new Reading(text, Menus.ONLY_WHEN_USED);
    RouterOsParser parser =
        Grammars.parser(reading.text(), RouterOsLexer::new, RouterOsParser::new, reading::unknown);
    new Items(reading).visit(parser.configuration());
    new Tunnels(reading).find();
    return reading.result();
  }
}
