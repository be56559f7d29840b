package org.vpnhub.exporter.cisco.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words of IOS for algorithms, in the words of the plan. */
final class IosValues {
  private static final Map<String, String> IKEV1_CIPHERS =
      Map.of(
          "aes", "aes128",
          "aes 128", "aes128",
          "aes 192", "aes192",
          "aes 256", "aes256",
          "3des", "3des",
          "des", "des");
  private static final Map<String, String> IKEV2_CIPHERS =
      Map.of(
          "aes-cbc-128", "aes128",
          "aes-cbc-192", "aes192",
          "aes-cbc-256", "aes256",
          "aes-gcm-128", "aes128gcm16",
          "aes-gcm-256", "aes256gcm16",
          "3des", "3des",
          "des", "des");
  private static final Map<String, String> HASHES =
      Map.of(
          "sha", "sha1",
          "sha1", "sha1",
          "sha256", "sha256",
          "sha384", "sha384",
          "sha512", "sha512",
          "md5", "md5");
  private static final Map<String, String> TRANSFORM_CIPHERS =
      Map.of(
          "esp-aes", "aes128",
          "esp-aes 128", "aes128",
          "esp-aes 192", "aes192",
          "esp-aes 256", "aes256",
          "esp-gcm", "aes128gcm16",
          "esp-gcm 128", "aes128gcm16",
          "esp-gcm 256", "aes256gcm16",
          "esp-3des", "3des",
          "esp-des", "des");

  private IosValues() {}

  static Optional<String> ikev1Cipher(String words) {
    return Optional.ofNullable(IKEV1_CIPHERS.get(words));
  }

  static Optional<String> ikev2Cipher(String word) {
    return Optional.ofNullable(IKEV2_CIPHERS.get(word));
  }

  static Optional<String> hash(String word) {
    return Optional.ofNullable(HASHES.get(word));
  }

  /** {@code 14}, or {@code group14} as {@code set pfs} has it. */
  static Optional<String> group(String word) {
    String number = word.startsWith("group") ? word.substring(5) : word;
    return number.matches("[0-9]{1,2}") ? Optional.of("group" + number) : Optional.empty();
  }

  /**
   * What a transform set holds.
   *
   * @param cipher in the words of the plan
   * @param hash likewise, or {@code none}
   */
  record Transforms(String cipher, String hash) {}

  /** The transforms of ESP; empty when there are others, or no cipher. */
  static Optional<Transforms> transforms(List<String> words) {
    String cipher = "";
    String hash = "none";
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean bits = i + 1 < words.size() && words.get(i + 1).matches("[0-9]+");
      String known = TRANSFORM_CIPHERS.get(bits ? word + " " + words.get(i + 1) : word);
      Optional<String> mac =
          word.startsWith("esp-") && word.endsWith("-hmac")
              ? hash(word.substring(4, word.length() - 5))
              : Optional.empty();
      if (known != null) {
        cipher = known;
        if (bits) i++;
      } else if (mac.isPresent()) {
        hash = mac.get();
      } else {
        return Optional.empty();
      }
    }
    return cipher.isEmpty() ? Optional.empty() : Optional.of(new Transforms(cipher, hash));
  }
}
