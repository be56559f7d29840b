package org.vpnhub.exporter.mikrotik;

import java.util.EnumSet;
import java.util.Set;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.jspecify.annotations.Nullable;
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
    RouterOsLexer lexer = new RouterOsLexer(CharStreams.fromString("\n" + reading.text() + "\n"));
    RouterOsParser parser = new RouterOsParser(new CommonTokenStream(lexer));
    Unknown unknown = new Unknown(reading);
    lexer.removeErrorListeners();
    lexer.addErrorListener(unknown);
    parser.removeErrorListeners();
    parser.addErrorListener(unknown);
    new Items(reading).visit(parser.configuration());
    new Tunnels(reading).find();
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
