package org.vpnhub.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SecretTest {
  @Test
  void isRedactedWhereverItIsPrinted() {
    Secret secret = Secret.ofText("open sesame");
    assertFalse(("" + secret + secret.hashCode()).contains("sesame"));
    assertEquals(Secret.ofText("another").hashCode(), secret.hashCode());
  }

  @Test
  void equalsByContent() {
    assertEquals(Secret.ofText("a"), Secret.ofText("a"));
    assertNotEquals(Secret.ofText("a"), Secret.ofText("b"));
    assertNotEquals(Secret.ofText("a"), Secret.ofText("aa"));
  }

  @Test
  void closingWipesIt() {
    Secret secret = Secret.ofText("a");
    byte[] copy = secret.bytes();
    secret.close();
    assertEquals('a', copy[0]);
    assertThrows(IllegalStateException.class, secret::bytes);
  }

  @Test
  void doesNotShareItsBytes() {
    byte[] bytes = {1, 2, 3};
    Secret secret = new Secret(bytes);
    bytes[0] = 9;
    secret.bytes()[1] = 9;
    assertEquals(new Secret(new byte[] {1, 2, 3}), secret);
  }
}
