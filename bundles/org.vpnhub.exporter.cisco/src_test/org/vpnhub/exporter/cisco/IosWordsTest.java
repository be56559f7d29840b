package org.vpnhub.exporter.cisco;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IosWordsTest {
  @ParameterizedTest
  @ValueSource(strings = {"0", "6", "l", "Local", "rem", "remote", "hex", "h", "a b", "a?b", "a!b"})
  void aKeyThatTheRouterWouldReadAsAnotherWordIsRefused(String key) {
    assertTrue(IosWords.KEYS.objection(key).isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"06", "locals", "remotely", "hex0", "a", "p@ss'w$rd{}[]\\;:,.<>|`~&*()"})
  void anyOtherKeyIsTaken(String key) {
    assertEquals(Optional.empty(), IosWords.KEYS.objection(key));
  }

  /** With seven bits a character, the last byte of the second one would be a line end. */
  @Test
  void aCommentIsOfSevenBits() {
    assertEquals("\\u5317\\u638d no ip routing", IosWords.DIALECT.comment("北掍 no ip routing", 80));
    assertEquals("what. next", IosWords.DIALECT.comment("what?\nnext", 80));
  }
}
