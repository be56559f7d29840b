package org.vpnhub.cli;

import java.io.Console;
import java.util.Optional;

/** The person at the keyboard, if there is one. */
public interface Terminal {

  /** Whether somebody is there to answer. */
  boolean isInteractive();

  /** Reads a line without echo; empty when nobody is there. */
  Optional<char[]> readSecret(String prompt);

  /** Asks a yes-no question; no when nobody is there. */
  boolean confirm(String question);

  /** The process's own terminal. */
  static Terminal system() {
    Console console = System.console();
    if (console == null || !console.isTerminal()) return none();
    return new Terminal() {
      @Override
      public boolean isInteractive() {
        return true;
      }

      @Override
      public Optional<char[]> readSecret(String prompt) {
        return Optional.ofNullable(console.readPassword("%s", prompt));
      }

      @Override
      public boolean confirm(String question) {
        String answer = console.readLine("%s [y/N] ", question);
        return answer != null && answer.strip().matches("(?i)y|yes");
      }
    };
  }

  /** Nobody. */
  static Terminal none() {
    return new Terminal() {
      @Override
      public boolean isInteractive() {
        return false;
      }

      @Override
      public Optional<char[]> readSecret(String prompt) {
        return Optional.empty();
      }

      @Override
      public boolean confirm(String question) {
        return false;
      }
    };
  }
}
