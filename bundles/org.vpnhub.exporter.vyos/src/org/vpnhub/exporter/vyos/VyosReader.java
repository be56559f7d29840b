package org.vpnhub.exporter.vyos;

import java.util.EnumSet;
import java.util.Set;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.jspecify.annotations.Nullable;
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
    VyosLexer lexer = new VyosLexer(CharStreams.fromString("\n" + reading.text() + "\n"));
    VyosParser parser = new VyosParser(new CommonTokenStream(lexer));
    Unknown unknown = new Unknown(reading);
    lexer.removeErrorListeners();
    lexer.addErrorListener(unknown);
    parser.removeErrorListeners();
    parser.addErrorListener(unknown);
    new VyosSections(reading).visit(parser.configuration());
    new VyosTunnels(reading).find();
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
