package org.vpnhub.exporter.h3c.internal;

import java.util.Map;
import java.util.Optional;

/** The words of Comware for algorithms, in the words of the plan. */
final class ComwareValues {
  private static final Map<String, String> CIPHERS =
      Map.of(
          "aes-cbc-128", "aes128",
          "aes-cbc-192", "aes192",
          "aes-cbc-256", "aes256",
          "gcm-128", "aes128gcm16",
          "gcm-256", "aes256gcm16",
          "3des-cbc", "3des",
          "des-cbc", "des",
          "sm4-cbc", "sm4");
  private static final Map<String, String> HASHES =
      Map.of(
          "md5", "md5",
          "sha", "sha1",
          "sha1", "sha1",
          "sha256", "sha256",
          "sha384", "sha384",
          "sha512", "sha512",
          "sm3", "sm3");

  private ComwareValues() {}

  static Optional<String> cipher(String word) {
    return Optional.ofNullable(CIPHERS.get(word));
  }

  static Optional<String> hash(String word) {
    return Optional.ofNullable(HASHES.get(word));
  }

  /** {@code group14}, or {@code dh-group14} as {@code pfs} has it. */
  static Optional<String> group(String word) {
    String group = word.replaceFirst("^dh-", "");
    return group.matches("group[0-9]{1,2}") ? Optional.of(group) : Optional.empty();
  }
}
