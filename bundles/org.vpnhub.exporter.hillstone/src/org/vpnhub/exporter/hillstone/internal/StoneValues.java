package org.vpnhub.exporter.hillstone.internal;

import java.util.Map;
import java.util.Optional;

/** The words of StoneOS for algorithms, in the words of the plan. */
final class StoneValues {
  private static final Map<String, String> CIPHERS =
      Map.of(
          "des", "des",
          "3des", "3des",
          "aes", "aes128",
          "aes-192", "aes192",
          "aes-256", "aes256",
          "aes-gcm-128", "aes128gcm16",
          "aes-gcm-192", "aes192gcm16",
          "aes-gcm-256", "aes256gcm16",
          "sm4", "sm4",
          "null", "null");
  private static final Map<String, String> HASHES =
      Map.of(
          "md5", "md5",
          "sha", "sha1",
          "sha256", "sha256",
          "sha384", "sha384",
          "sha512", "sha512",
          "sm3", "sm3",
          "null", "none");

  private StoneValues() {}

  static Optional<String> cipher(String word) {
    return Optional.ofNullable(CIPHERS.get(word));
  }

  static Optional<String> hash(String word) {
    return Optional.ofNullable(HASHES.get(word));
  }

  /** A number, or {@code nopfs}. */
  static Optional<String> group(String word) {
    if (word.equals("nopfs")) return Optional.of("none");
    return word.matches("[0-9]{1,2}") ? Optional.of("group" + word) : Optional.empty();
  }
}
