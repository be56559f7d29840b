package org.vpnhub.exporter.cisco;

import java.util.EnumSet;
import java.util.Set;
import org.vpnhub.exporter.antlr.Grammars;
import org.vpnhub.exporter.cisco.grammar.IosLexer;
import org.vpnhub.exporter.cisco.grammar.IosParser;
import org.vpnhub.exporter.cisco.internal.IosSections;
import org.vpnhub.exporter.cisco.internal.IosTunnels;
import org.vpnhub.exporter.cisco.internal.Kind;
import org.vpnhub.exporter.read.ConfigurationReader;
import org.vpnhub.exporter.read.DeviceConfiguration;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.read.Reading;

/** Reads running configurations of IOS and IOS-XE, with tunnel interfaces and with crypto maps. */
final class IosReader implements ConfigurationReader {
  /** Not translated and not filtered, unless somebody asks for it on the interface. */
  static final IosReader TUNNEL =
      new IosReader(EnumSet.of(Parameter.NAT_EXEMPTION, Parameter.PERMIT_OUT, Parameter.PERMIT_IN));

  /** A crypto map takes what leaves by its interface, over whichever route. */
  static final IosReader MAP =
      new IosReader(EnumSet.of(Parameter.ROUTE, Parameter.PERMIT_OUT, Parameter.PERMIT_IN));

  private final Set<Parameter> covered;

  private IosReader(EnumSet<Parameter> notCovered) {
    covered = Set.copyOf(EnumSet.complementOf(notCovered));
  }

  @Override
  public Set<Parameter> covers() {
    return covered;
  }

  @Override
  public DeviceConfiguration read(String text) {
    Reading reading = new Reading(text, Kind.ONLY_WHEN_USED);
    IosParser parser =
        Grammars.parser(reading.text(), IosLexer::new, IosParser::new, reading::unknown);
    new IosSections(reading).visit(parser.configuration());
    new IosTunnels(reading).find();
    return reading.result();
  }
}
