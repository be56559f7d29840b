package org.vpnhub.exporter.huawei.internal;

import java.util.Map;
import java.util.Optional;

/** The words of VRP for algorithms, in the words of the plan. */
final class VrpValues {
  private static final Map<String, String> CIPHERS =
      Map.of(
          "aes-128", "aes128",
          "aes-192", "aes192",
          "aes-256", "aes256",
          "aes-128-gcm-128", "aes128gcm16",
          "aes-256-gcm-128", "aes256gcm16",
          "3des", "3des",
          "des", "des",
          "sm4", "sm4");
  private static final Map<String, String> HASHES =
      Map.of(
          "md5", "md5",
          "sha1", "sha1",
          "sha2-256", "sha256",
          "sha2-384", "sha384",
          "sha2-512", "sha512",
          "sm3", "sm3");

  private VrpValues() {}

  static Optional<String> cipher(String word) {
    return Optional.ofNullable(CIPHERS.get(word));
  }

  /** Plain, or as HMAC: {@code hmac-sha1-96}, {@code hmac-sha2-256}. */
  static Optional<String> hash(String word) {
    String plain = word.replaceFirst("^hmac-", "").replaceFirst("-96$", "");
    return Optional.ofNullable(HASHES.get(plain));
  }

  /** {@code group14}, or {@code dh-group14} as {@code pfs} has it. */
  static Optional<String> group(String word) {
    String group = word.replaceFirst("^dh-", "");
    return group.matches("group[0-9]{1,2}") ? Optional.of(group) : Optional.empty();
  }
}
