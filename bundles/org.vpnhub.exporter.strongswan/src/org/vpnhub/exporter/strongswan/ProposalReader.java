package org.vpnhub.exporter.strongswan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vpnhub.exporter.read.FoundTunnel;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.Hash;

/**
 * Reads proposals as strongSwan's manual lists their words ("IKEv2 Cipher Suites", with the number
 * of bits of each group). What is more than one simple proposal is given as it stands, so that it
 * differs from every plan.
 */
final class ProposalReader {
  private final List<String> ciphers = new ArrayList<>();
  private final List<String> integrities = new ArrayList<>();
  private final List<String> prfs = new ArrayList<>();
  private final List<String> groups = new ArrayList<>();
  private boolean known = true;

  private ProposalReader(String proposal) {
    for (String word : proposal.split("-")) {
      Optional<String> group = group(word);
      if (group.isPresent()) groups.add(group.get());
      else if (word.startsWith("prf")) prfs.add(hash(word.substring(3)).orElse(word));
      else if (hash(word).isPresent()) integrities.add(hash(word).get());
      else if (Encryption.ofLiteral(word).isPresent()) cipher(word);
      else if (word.startsWith("ke1_") && !groups.isEmpty()) hybrid(word.substring(4));
      else if (!word.equals("noesn")) known = false;
    }
  }

  private void cipher(String word) {
    ciphers.add(Encryption.ofLiteral(word).orElseThrow().literal());
  }

  private void hybrid(String word) {
    if (word.equals("mlkem768")) groups.set(groups.size() - 1, groups.getLast() + "+mlkem768");
    else known = false;
  }

  static void ike(FoundTunnel tunnel, String text, int line) {
    ProposalReader p = new ProposalReader(text);
    boolean aead = p.aead();
    if (!aead && p.prfs.equals(p.integrities)) p.prfs.clear();
    List<String> hashes = aead ? p.prfs : p.integrities;
    List<String> others = aead ? p.integrities : p.prfs;
    boolean simple = p.simple() && hashes.size() == 1 && others.isEmpty() && p.groups.size() == 1;
    tunnel.add(Parameter.IKE_ENCRYPTION, simple ? p.ciphers.getFirst() : text, line);
    tunnel.add(Parameter.IKE_HASH, simple ? hashes.getFirst() : text, line);
    tunnel.add(Parameter.IKE_GROUP, simple ? p.groups.getFirst() : text, line);
  }

  static void esp(FoundTunnel tunnel, String text, int line) {
    ProposalReader p = new ProposalReader(text);
    boolean hashFits = p.integrities.size() == (p.aead() ? 0 : 1);
    boolean simple = p.simple() && hashFits && p.prfs.isEmpty() && p.groups.size() <= 1;
    tunnel.add(Parameter.ESP_ENCRYPTION, simple ? p.ciphers.getFirst() : text, line);
    String hash = p.integrities.isEmpty() ? "none" : p.integrities.getFirst();
    tunnel.add(Parameter.ESP_HASH, simple ? hash : text, line);
    String group = p.groups.isEmpty() ? "none" : p.groups.getFirst();
    tunnel.add(Parameter.PFS, simple ? group : text, line);
  }

  private boolean simple() {
    return known && ciphers.size() == 1;
  }

  private boolean aead() {
    return ciphers.size() == 1
        && Encryption.ofLiteral(ciphers.getFirst()).map(Encryption::isAead).orElse(false);
  }

  private static Optional<String> hash(String word) {
    String name =
        switch (word) {
          case "sha", "sha1" -> "sha1";
          case "sha2_256" -> "sha256";
          case "sha2_384" -> "sha384";
          case "sha2_512" -> "sha512";
          default -> word;
        };
    return Hash.ofLiteral(name).map(Hash::literal);
  }

  private static Optional<String> group(String word) {
    return Optional.ofNullable(
        switch (word) {
          case "modp768" -> "group1";
          case "modp1024" -> "group2";
          case "modp1536" -> "group5";
          case "modp2048" -> "group14";
          case "modp3072" -> "group15";
          case "modp4096" -> "group16";
          case "modp6144" -> "group17";
          case "modp8192" -> "group18";
          case "ecp256" -> "group19";
          case "ecp384" -> "group20";
          case "ecp521" -> "group21";
          case "modp2048s256" -> "group24";
          case "curve25519", "x25519" -> "group31";
          case "curve448", "x448" -> "group32";
          default -> null;
        });
  }
}
