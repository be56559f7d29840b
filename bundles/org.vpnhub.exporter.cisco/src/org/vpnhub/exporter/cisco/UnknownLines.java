package org.vpnhub.exporter.cisco;

import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.jspecify.annotations.Nullable;
import org.vpnhub.exporter.read.Reading;

/** What a grammar does not know is an unknown line. */
final class UnknownLines extends BaseErrorListener {
  private final Reading reading;

  UnknownLines(Reading reading) {
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
