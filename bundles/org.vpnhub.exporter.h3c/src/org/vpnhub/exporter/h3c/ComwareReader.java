package org.vpnhub.exporter.h3c;

import java.util.EnumSet;
import java.util.Set;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.jspecify.annotations.Nullable;
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
    ComwareLexer lexer = new ComwareLexer(CharStreams.fromString("\n" + reading.text() + "\n"));
    ComwareParser parser = new ComwareParser(new CommonTokenStream(lexer));
    Unknown unknown = new Unknown(reading);
    lexer.removeErrorListeners();
    lexer.addErrorListener(unknown);
    parser.removeErrorListeners();
    parser.addErrorListener(unknown);
    new ComwareSections(reading).visit(parser.configuration());
    new ComwareTunnels(reading).find();
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
