package org.vpnhub.exporter.cisco.internal;

import static org.vpnhub.exporter.antlr.Grammars.line;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.Secret;
import org.vpnhub.exporter.cisco.grammar.IosParser.*;
import org.vpnhub.exporter.read.Networks;
import org.vpnhub.exporter.read.Reading;
import org.vpnhub.exporter.read.Section;

/** Takes all sections from the tree, those of IKE itself. For one text and one thread. */
public final class IosSections extends IosIpsecSections {
  /** The peer of a keyring to which the lines belong. */
  private @Nullable Section peer;

  public IosSections(Reading reading) {
    super(reading);
  }

  // ---------------------------------------------------------------- IKEv1

  @Override
  public @Nullable Void visitIsakmpPolicy(IsakmpPolicyContext c) {
    return walk.named(Kind.IKEV1_POLICY, c.name(), c);
  }

  @Override
  public @Nullable Void visitPolicyCipher(PolicyCipherContext c) {
    return walk.put(
        "cipher", String.join(" ", texts(c.cipher().word())), IosValues::ikev1Cipher, c);
  }

  @Override
  public @Nullable Void visitPolicyHash(PolicyHashContext c) {
    return walk.put("hash", text(c.word()), IosValues::hash, c);
  }

  @Override
  public @Nullable Void visitPolicyAuthentication(PolicyAuthenticationContext c) {
    return walk.put("authentication", text(c.word()), c);
  }

  @Override
  public @Nullable Void visitPolicyGroup(PolicyGroupContext c) {
    return walk.put("group", text(c.word()), IosValues::group, c);
  }

  @Override
  public @Nullable Void visitPolicyLifetime(PolicyLifetimeContext c) {
    return walk.put("lifetime", text(c.word()), NUMBER, c);
  }

  @Override
  public @Nullable Void visitKeyOfAddress(KeyOfAddressContext c) {
    reading.section(Kind.KEYRING, Kind.GLOBAL, line(c));
    boolean taken = key(Kind.GLOBAL, c.word(), c.secret(), line(c));
    return taken ? null : walk.unknown(c);
  }

  @Override
  public @Nullable Void visitUnknownKey(UnknownKeyContext c) {
    reading.unknown(line(c));
    return null;
  }

  @Override
  public @Nullable Void visitKeyring(KeyringContext c) {
    return walk.named(Kind.KEYRING, c.name(), c);
  }

  @Override
  public @Nullable Void visitKeyringAddress(KeyringAddressContext c) {
    if (!key(walk.in().name(), c.word(), c.secret(), line(c))) walk.in().unknown(line(c));
    return null;
  }

  /** A key for an address, or for those with a mask. */
  private boolean key(String keyring, List<WordContext> words, SecretContext secret, int line) {
    String mask = words.size() > 1 ? text(words.get(1)) : "255.255.255.255";
    Optional<Ipv4Prefix> of = Networks.withMask(text(words.getFirst()), mask);
    if (of.isEmpty()) return false;
    reading
        .section(Kind.KEY, keyring + " in line " + line, line)
        .add("of", keyring, line)
        .add("address", of.get().toString(), line)
        .key(secret(secret));
    return true;
  }

  private static Secret secret(SecretContext c) {
    return Secret.ofText(text(c.word()));
  }

  @Override
  public @Nullable Void visitIsakmpProfile(IsakmpProfileContext c) {
    return walk.named(Kind.IKEV1_PROFILE, c.name(), c);
  }

  @Override
  public @Nullable Void visitProfileKeyring(ProfileKeyringContext c) {
    return walk.put("keyring", text(c.word()), c);
  }

  @Override
  public @Nullable Void visitProfileSelf(ProfileSelfContext c) {
    return self(c.getChild(1).getText(), text(c.word()), c);
  }

  /** An identity that the device sends; without a text it is the device's own. */
  private @Nullable Void self(String type, String identity, ParserRuleContext c) {
    return walk.put("self", identity.isEmpty() ? "of " + type.toLowerCase() : identity, c);
  }

  @Override
  public @Nullable Void visitProfileMatch(ProfileMatchContext c) {
    List<String> words = texts(c.word());
    boolean domain = c.getChild(3).getText().equalsIgnoreCase("domain");
    return match(c.getChild(2).getText(), domain, words, c);
  }

  private @Nullable Void match(
      String type, boolean domain, List<String> words, ParserRuleContext c) {
    if (type.equalsIgnoreCase("any")) return walk.put("match", "any", c);
    if (words.isEmpty()) return walk.unknown(c);
    if (!type.equalsIgnoreCase("address")) {
      return walk.put("match", (domain ? "*." : "") + words.getFirst(), c);
    }
    String mask = at(words, 1).isEmpty() ? "255.255.255.255" : words.get(1);
    Optional<Ipv4Prefix> of = Networks.withMask(words.getFirst(), mask);
    if (of.isEmpty()) return walk.unknown(c);
    boolean one = of.get().length() == 32;
    return walk.put("match", one ? of.get().address().toString() : of.get().toString(), c);
  }

  @Override
  public @Nullable Void visitProfileKeepalive(ProfileKeepaliveContext c) {
    return walk.put("dpd", text(c.word(0)), NUMBER, c);
  }

  @Override
  public @Nullable Void visitProfileAggressive(ProfileAggressiveContext c) {
    return walk.put("mode", "aggressive", c);
  }

  @Override
  public @Nullable Void visitAggressivePeer(AggressivePeerContext c) {
    if (c.isakmpPeer().word() == null) reading.unknown(line(c));
    return walk.within(reading.section(Kind.IKEV1_PEER, text(c.isakmpPeer().word()), line(c)), c);
  }

  @Override
  public @Nullable Void visitPeerPassword(PeerPasswordContext c) {
    walk.in().key(secret(c.secret()));
    return walk.put("mode", "aggressive", c);
  }

  @Override
  public @Nullable Void visitPeerIdentity(PeerIdentityContext c) {
    return self(text(c.word(0)), text(c.word(1)), c);
  }

  @Override
  public @Nullable Void visitIsakmpKeepalive(IsakmpKeepaliveContext c) {
    return dpd("keepalive", texts(c.words()), c);
  }

  /** {@code seconds [retries] [periodic | on-demand]}. */
  private @Nullable Void dpd(String what, List<String> words, ParserRuleContext c) {
    if (words.isEmpty() || NUMBER.apply(words.getFirst()).isEmpty()) return walk.unknown(c);
    device().add(what, interval(words.getFirst(), words.getLast()), line(c));
    return null;
  }

  /**
   * Only when there is traffic and no answer: that is not what the plan calls dead peer detection.
   */
  private static String interval(String seconds, String mode) {
    return mode.equals("periodic") ? seconds : seconds + " on-demand";
  }

  @Override
  public @Nullable Void visitIsakmpIdentity(IsakmpIdentityContext c) {
    device().add("identity", "of " + at(texts(c.words()), 0), line(c));
    return null;
  }

  @Override
  public @Nullable Void visitUnknownIsakmp(UnknownIsakmpContext c) {
    return unknownCommand(c);
  }

  // ---------------------------------------------------------------- IKEv2

  @Override
  public @Nullable Void visitIkev2Proposal(Ikev2ProposalContext c) {
    return walk.named(Kind.IKEV2_PROPOSAL, c.name(), c);
  }

  @Override
  public @Nullable Void visitProposalCipher(ProposalCipherContext c) {
    walk.in().replace("cipher");
    for (String word : texts(c.word())) walk.put("cipher", word, IosValues::ikev2Cipher, c);
    return null;
  }

  @Override
  public @Nullable Void visitProposalIntegrity(ProposalIntegrityContext c) {
    walk.in().replace("hash");
    for (String word : texts(c.word())) walk.put("hash", word, IosValues::hash, c);
    return null;
  }

  @Override
  public @Nullable Void visitProposalPrf(ProposalPrfContext c) {
    walk.in().replace("prf");
    for (String word : texts(c.word())) walk.put("prf", word, IosValues::hash, c);
    return null;
  }

  @Override
  public @Nullable Void visitProposalGroup(ProposalGroupContext c) {
    walk.in().replace("group");
    for (String word : texts(c.word())) walk.put("group", word, IosValues::group, c);
    return null;
  }

  @Override
  public @Nullable Void visitIkev2Policy(Ikev2PolicyContext c) {
    return walk.named(Kind.IKEV2_POLICY, c.name(), c);
  }

  @Override
  public @Nullable Void visitPolicyProposal(PolicyProposalContext c) {
    return walk.put("proposal", text(c.word()), c);
  }

  @Override
  public @Nullable Void visitPolicyLocal(PolicyLocalContext c) {
    return walk.put("local", text(c.word()), c);
  }

  @Override
  public @Nullable Void visitIkev2Keyring(Ikev2KeyringContext c) {
    peer = null;
    return walk.named(Kind.IKEV2_KEYRING, c.name(), c);
  }

  @Override
  public @Nullable Void visitPeer(PeerContext c) {
    String name = text(c.word()) + " of " + walk.in().name();
    peer = reading.section(Kind.IKEV2_PEER, name, line(c)).add("of", walk.in().name(), line(c));
    return null;
  }

  @Override
  public @Nullable Void visitPeerAddress(PeerAddressContext c) {
    String mask = c.word().size() > 1 ? text(c.word(1)) : "255.255.255.255";
    Optional<Ipv4Prefix> of = Networks.withMask(text(c.word(0)), mask);
    if (peer == null || of.isEmpty()) return walk.unknown(c);
    peer.add("address", of.get().toString(), line(c));
    return null;
  }

  @Override
  public @Nullable Void visitPeerKey(PeerKeyContext c) {
    return peerKey(secret(c.secret()), c);
  }

  @Override
  public @Nullable Void visitPeerHexKey(PeerHexKeyContext c) {
    try {
      String digits = text(c.word()).replaceFirst("^0[xX]", "");
      return peerKey(new Secret(HexFormat.of().parseHex(digits)), c);
    } catch (IllegalArgumentException notHexadecimal) {
      return walk.unknown(c);
    }
  }

  /** The hub has one key for both directions: a second one that differs is none. */
  private @Nullable Void peerKey(Secret key, ParserRuleContext c) {
    if (peer == null || !peer.key().map(key::equals).orElse(true)) return walk.unknown(c);
    peer.key(key);
    return null;
  }

  @Override
  public @Nullable Void visitIkev2Profile(Ikev2ProfileContext c) {
    return walk.named(Kind.IKEV2_PROFILE, c.name(), c);
  }

  @Override
  public @Nullable Void visitIkev2Match(Ikev2MatchContext c) {
    List<String> words = texts(c.word());
    boolean domain = c.getChildCount() > 4 && c.getChild(4).getText().equalsIgnoreCase("domain");
    return match(c.getChild(3).getText(), domain, words, c);
  }

  @Override
  public @Nullable Void visitIkev2Self(Ikev2SelfContext c) {
    return self(c.getChild(2).getText(), text(c.word()), c);
  }

  @Override
  public @Nullable Void visitIkev2Remote(Ikev2RemoteContext c) {
    if (c.secret() != null) walk.in().key(secret(c.secret()));
    return walk.put("remote", "pre-share", c);
  }

  @Override
  public @Nullable Void visitIkev2Local(Ikev2LocalContext c) {
    if (c.secret() != null) walk.in().key(secret(c.secret()));
    return walk.put("local", "pre-share", c);
  }

  @Override
  public @Nullable Void visitIkev2ProfileKeyring(Ikev2ProfileKeyringContext c) {
    return walk.put("keyring", text(c.word()), c);
  }

  @Override
  public @Nullable Void visitIkev2Lifetime(Ikev2LifetimeContext c) {
    return walk.put("lifetime", text(c.word()), NUMBER, c);
  }

  @Override
  public @Nullable Void visitIkev2ProfileDpd(Ikev2ProfileDpdContext c) {
    return walk.put("dpd", interval(text(c.word(0)), c.getStop().getText()), c);
  }

  @Override
  public @Nullable Void visitIkev2Dpd(Ikev2DpdContext c) {
    return dpd("dpd", texts(c.words()), c);
  }

  @Override
  public @Nullable Void visitUnknownIkev2(UnknownIkev2Context c) {
    return unknownCommand(c);
  }
}
