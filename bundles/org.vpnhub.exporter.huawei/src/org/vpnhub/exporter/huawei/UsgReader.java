package org.vpnhub.exporter.huawei;

import java.util.EnumSet;
import java.util.Set;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.jspecify.annotations.Nullable;
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
    VrpLexer lexer = new VrpLexer(CharStreams.fromString("\n" + reading.text() + "\n"));
    VrpParser parser = new VrpParser(new CommonTokenStream(lexer));
    Unknown unknown = new Unknown(reading);
    lexer.removeErrorListeners();
    lexer.addErrorListener(unknown);
    parser.removeErrorListeners();
    parser.addErrorListener(unknown);
    new UsgSections(reading).visit(parser.configuration());
    new UsgTunnels(reading).find();
    return reading.result();
  }

  /** What the grammar does not know is an unknown line. */
  private static final class Unknown extends BaseErrorListener {
    private final Reading reading;

    Unknown(Reading reading) {
      this.reading = reading;
    }

    @Override
    public void syntaxError(
        Recognizer<?, ?> recognizer,
        @Nullable Object symbol,
        int line,
        int column,
        String message,
        @Nullable RecognitionException e) {
      reading.unknown(line - 1);
    }
  }
}
