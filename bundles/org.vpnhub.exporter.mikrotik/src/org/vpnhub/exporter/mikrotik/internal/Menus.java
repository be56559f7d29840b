package org.vpnhub.exporter.mikrotik.internal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The menus that concern a VPN and their properties, from the manual. */
public final class Menus {
  static final String PROFILE = "ip ipsec profile";
  static final String PEER = "ip ipsec peer";
  static final String IDENTITY = "ip ipsec identity";
  static final String PROPOSAL = "ip ipsec proposal";
  static final String POLICY = "ip ipsec policy";
  static final String FILTER = "ip firewall filter";
  static final String NAT = "ip firewall nat";
  static final String MANGLE = "ip firewall mangle";

  /** What every router has, with or without a VPN. */
  public static final Set<String> ONLY_WHEN_USED =
      Set.of(FILTER, NAT, MANGLE, PROFILE, PROPOSAL, IDENTITY);

  private static final Map<String, Set<String>> PROPERTIES =
      Map.of(
          PROFILE,
              words(
                  "dh-group dpd-interval dpd-maximum-failures enc-algorithm hash-algorithm"
                      + " lifebytes lifetime name nat-traversal prf-algorithm proposal-check"),
          PEER,
              words(
                  "address comment disabled exchange-mode local-address name passive port profile"
                      + " send-initial-contact"),
          IDENTITY,
              words(
                  "auth-method certificate comment disabled eap-methods generate-policy key"
                      + " match-by mode-config my-id notrack-chain password peer"
                      + " policy-template-group remote-certificate remote-id remote-key secret"
                      + " username"),
          PROPOSAL,
              words("auth-algorithms comment disabled enc-algorithms lifetime name pfs-group"),
          POLICY,
              words(
                  "action comment disabled dst-address dst-port group ipsec-protocols level peer"
                      + " place-before proposal protocol sa-dst-address sa-src-address src-address"
                      + " src-port template tunnel"));

  private Menus() {}

  private static Set<String> words(String text) {
    return Set.of(text.split(" "));
  }

  /** Whether a menu is of the VPN or may say what becomes of its packets. */
  static boolean concern(String menu) {
    return PROPERTIES.containsKey(menu) || isFirewall(menu);
  }

  static boolean isFirewall(String menu) {
    return menu.equals(FILTER) || menu.equals(NAT) || menu.equals(MANGLE);
  }

  /** Whether a menu has a property; of the firewall's many none is unknown. */
  static boolean has(String menu, String property) {
    return isFirewall(menu) || PROPERTIES.getOrDefault(menu, Set.of()).contains(property);
  }

  private static final Map<String, String> CIPHERS =
      Map.ofEntries(
          Map.entry("aes-128", "aes128"),
          Map.entry("aes-192", "aes192"),
          Map.entry("aes-256", "aes256"),
          Map.entry("aes-128-cbc", "aes128"),
          Map.entry("aes-192-cbc", "aes192"),
          Map.entry("aes-256-cbc", "aes256"),
          Map.entry("aes-128-gcm", "aes128gcm16"),
          Map.entry("aes-192-gcm", "aes192gcm16"),
          Map.entry("aes-256-gcm", "aes256gcm16"));

  /** In the words of the plan; other ciphers, and all hashes, keep theirs. */
  static String cipher(String word) {
    return CIPHERS.getOrDefault(word, word);
  }

  private static final Map<String, String> GROUPS =
      Map.ofEntries(
          Map.entry("modp768", "group1"),
          Map.entry("modp1024", "group2"),
          Map.entry("modp1536", "group5"),
          Map.entry("modp2048", "group14"),
          Map.entry("modp3072", "group15"),
          Map.entry("modp4096", "group16"),
          Map.entry("modp6144", "group17"),
          Map.entry("modp8192", "group18"),
          Map.entry("ecp256", "group19"),
          Map.entry("ecp384", "group20"),
          Map.entry("ecp521", "group21"),
          Map.entry("x25519", "group31"));

  static String group(String word) {
    return GROUPS.getOrDefault(word, word);
  }

  private static final Pattern TIME =
      Pattern.compile(
          "(?:(\\d{1,5})w)?(?:(\\d{1,5})d)?(?:(\\d{1,5})h)?(?:(\\d{1,5})m)?(?:(\\d{1,8})s?)?"
              + "(?:(\\d{1,2}):(\\d{2}):(\\d{2}))?");
  private static final int[] UNITS = {604800, 86400, 3600, 60, 1, 3600, 60, 1};

  /** Seconds of {@code 8h}, {@code 1d2h30m}, {@code 28800s}, {@code 1d08:00:00} or {@code 90}. */
  static Optional<String> seconds(String time) {
    Matcher m = TIME.matcher(time.replace(" ", ""));
    if (time.isEmpty() || !m.matches()) return Optional.empty();
    long seconds = 0;
    for (int i = 0; i < UNITS.length; i++) {
      if (m.group(i + 1) != null) seconds += Long.parseLong(m.group(i + 1)) * UNITS[i];
    }
    return Optional.of(String.valueOf(seconds));
  }
}
