package org.vpnhub.exporter.cisco.internal.asa;

import java.util.Map;
import java.util.Optional;

/** The words of the ASA for algorithms, in the words of the plan. */
final class AsaValues {
  private static final Map<String, String> CIPHERS =
      Map.of(
          "aes", "aes128",
          "aes-192", "aes192",
          "aes-256", "aes256",
          "aes-gcm", "aes128gcm16",
          "aes-gcm-256", "aes256gcm16",
          "3des", "3des",
          "des", "des");
  private static final Map<String, String> HASHES =
      Map.of(
          "md5", "md5",
          "sha", "sha1",
          "sha-1", "sha1",
          "sha256", "sha256",
          "sha-256", "sha256",
          "sha384", "sha384",
          "sha-384", "sha384",
          "sha512", "sha512",
          "sha-512", "sha512",
          "null", "none");

  private AsaValues() {}

  static Optional<String> cipher(String word) {
    return Optional.ofNullable(CIPHERS.get(word));
  }

  static Optional<String> hash(String word) {
    return Optional.ofNullable(HASHES.get(word));
  }

  /** {@code 14}, or {@code group14} as {@code set pfs} has it. */
  static Optional<String> group(String word) {
    String number = word.startsWith("group") ? word.substring(5) : word;
    return number.matches("[0-9]{1,2}") ? Optional.of("group" + number) : Optional.empty();
  }

  static Optional<String> number(String word) {
    return word.matches("[0-9]{1,10}") ? Optional.of(word) : Optional.empty();
  }

  /** {@code esp-aes-256}, of an IKEv1 transform set. */
  static Optional<String> transformCipher(String word) {
    boolean gcm = word.contains("gcm");
    return word.startsWith("esp-") && !gcm ? cipher(word.substring(4)) : Optional.empty();
  }

  /** {@code esp-sha-hmac} or {@code esp-none}, of an IKEv1 transform set. */
  static Optional<String> transformHash(String word) {
    if (word.equals("esp-none")) return Optional.of("none");
    boolean hmac = word.startsWith("esp-") && word.endsWith("-hmac");
    return hmac ? hash(word.substring(4, word.length() - 5)) : Optional.empty();
  }
}
