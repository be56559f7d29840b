package org.vpnhub.exporter.cisco;

import java.util.EnumSet;
import java.util.Set;
import org.vpnhub.exporter.antlr.Grammars;
import org.vpnhub.exporter.cisco.grammar.AsaLexer;
import org.vpnhub.exporter.cisco.grammar.AsaParser;
import org.vpnhub.exporter.cisco.internal.asa.AsaKind;
import org.vpnhub.exporter.cisco.internal.asa.AsaSections;
import org.vpnhub.exporter.cisco.internal.asa.AsaTunnels;
import org.vpnhub.exporter.read.ConfigurationReader;
import org.vpnhub.exporter.read.DeviceConfiguration;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.read.Reading;

/** Reads running configurations of the ASA with crypto maps. */
final class AsaReader implements ConfigurationReader {
  /**
   * A crypto map takes what leaves by its interface, over whichever route; what comes out of it is
   * let through; and with a pre-shared key the identity of the peer is not compared.
   */
  private static final Set<Parameter> COVERED =
      Set.copyOf(
          EnumSet.complementOf(
              EnumSet.of(
                  Parameter.ROUTE,
                  Parameter.PERMIT_OUT,
                  Parameter.PERMIT_IN,
                  Parameter.REMOTE_ID)));

  @Override
  public Set<Parameter> covers() {
    return COVERED;
  }

  @Override
  public DeviceConfiguration read(String text) {
    Reading reading = new Reading(text, AsaKind.ONLY_WHEN_USED);
    AsaParser parser =
        Grammars.parser(reading.text(), AsaLexer::new, AsaParser::new, reading::unknown);
    new AsaSections(reading).visit(parser.configuration());
    new AsaTunnels(reading).find();
    return reading.result();
  }
}
