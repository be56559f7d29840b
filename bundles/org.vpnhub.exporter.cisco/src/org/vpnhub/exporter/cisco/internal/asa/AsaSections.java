package org.vpnhub.exporter.cisco.internal.asa;

import static org.vpnhub.exporter.antlr.Grammars.line;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Secret;
import org.vpnhub.exporter.cisco.grammar.AsaParser.*;
import org.vpnhub.exporter.read.Reading;
import org.vpnhub.exporter.read.Section;

/** Takes all sections from the tree, those of IKE and IPsec itself. For one text and one thread. */
public final class AsaSections extends AsaSurroundings {
  public AsaSections(Reading reading) {
    super(reading);
  }

  // ---------------------------------------------------------------- policies and proposals

  @Override
  public @Nullable Void visitIkev1Policy(Ikev1PolicyContext c) {
    return walk.named(AsaKind.IKEV1_POLICY, c.name(), c);
  }

  @Override
  public @Nullable Void visitPolicyAuthentication(PolicyAuthenticationContext c) {
    return set("authentication", text(c.word()), Optional::of, c);
  }

  @Override
  public @Nullable Void visitPolicyCipher(PolicyCipherContext c) {
    return set("cipher", text(c.word()), AsaValues::cipher, c);
  }

  @Override
  public @Nullable Void visitPolicyHash(PolicyHashContext c) {
    return set("hash", text(c.word()), AsaValues::hash, c);
  }

  @Override
  public @Nullable Void visitPolicyGroup(PolicyGroupContext c) {
    return set("group", text(c.word()), AsaValues::group, c);
  }

  @Override
  public @Nullable Void visitPolicyLifetime(PolicyLifetimeContext c) {
    return set("lifetime", text(c.word()), AsaSections::lifetime, c);
  }

  private static Optional<String> lifetime(String word) {
    return word.equals("none") ? Optional.of(word) : AsaValues.number(word);
  }

  @Override
  public @Nullable Void visitIkev2Policy(Ikev2PolicyContext c) {
    return walk.named(AsaKind.IKEV2_POLICY, c.name(), c);
  }

  @Override
  public @Nullable Void visitPolicy2Cipher(Policy2CipherContext c) {
    return set("cipher", texts(c.word()), AsaValues::cipher, c);
  }

  @Override
  public @Nullable Void visitPolicy2Integrity(Policy2IntegrityContext c) {
    return set("hash", texts(c.word()), AsaValues::hash, c);
  }

  @Override
  public @Nullable Void visitPolicy2Prf(Policy2PrfContext c) {
    return set("prf", texts(c.word()), AsaValues::hash, c);
  }

  @Override
  public @Nullable Void visitPolicy2Group(Policy2GroupContext c) {
    return set("group", texts(c.word()), AsaValues::group, c);
  }

  @Override
  public @Nullable Void visitPolicy2Lifetime(Policy2LifetimeContext c) {
    return set("lifetime", text(c.word()), AsaSections::lifetime, c);
  }

  @Override
  public @Nullable Void visitEnable(EnableContext c) {
    String version = c.getStart().getText().toLowerCase(Locale.ROOT);
    device().add("enabled", version + " " + text(c.word()), line(c));
    return visit(c.stray());
  }

  @Override
  public @Nullable Void visitIdentity(IdentityContext c) {
    String own = c.word().size() > 1 ? text(c.word(1)) : "of " + text(c.word(0));
    device().replace("identity").add("identity", own, line(c));
    return visit(c.stray());
  }

  @Override
  public @Nullable Void visitTransformSet(TransformSetContext c) {
    Section set = reading.section(AsaKind.TRANSFORMS, text(c.word()), line(c));
    for (String word : texts(c.words())) {
      Optional<String> cipher = AsaValues.transformCipher(word);
      Optional<String> hash = AsaValues.transformHash(word);
      cipher.ifPresent(v -> set.add("cipher", v, line(c)));
      hash.ifPresent(v -> set.add("hash", v, line(c)));
      if (cipher.isEmpty() && hash.isEmpty()) set.unknown(line(c));
    }
    return visit(c.stray());
  }

  @Override
  public @Nullable Void visitIpsecProposal(IpsecProposalContext c) {
    return walk.named(AsaKind.PROPOSAL, c.name(), c);
  }

  @Override
  public @Nullable Void visitProposalCipher(ProposalCipherContext c) {
    return set("cipher", texts(c.word()), AsaValues::cipher, c);
  }

  @Override
  public @Nullable Void visitProposalIntegrity(ProposalIntegrityContext c) {
    return set("hash", texts(c.word()), AsaValues::hash, c);
  }

  @Override
  public @Nullable Void visitIpsecLifetime(IpsecLifetimeContext c) {
    lifetime(device(), c.volumeOrTime());
    return visit(c.stray());
  }

  private @Nullable Void lifetime(Section section, VolumeOrTimeContext c) {
    String what = c.getStart().getText().toLowerCase(Locale.ROOT);
    String value = text(c.word());
    if (what.equals("kilobytes") && value.equals("unlimited")) value = "none";
    else if (AsaValues.number(value).isEmpty()) return walk.unknown(c);
    section.replace(what).add(what, value, line(c));
    return null;
  }

  @Override
  public @Nullable Void visitUnknownCrypto(UnknownCryptoContext c) {
    reading.unknown(line(c));
    return visitChildren(c);
  }

  // ---------------------------------------------------------------- crypto maps

  /** The entry to which the line of a map belongs. */
  private Section entry(List<WordContext> words, ParserRuleContext c) {
    String map = text(words.get(0));
    reading.section(AsaKind.MAP, map, line(c));
    Section entry = reading.section(AsaKind.MAP_ENTRY, map + " " + text(words.get(1)), line(c));
    if (!entry.has("map")) entry.add("map", map, line(c));
    return entry;
  }

  private @Nullable Void put(
      String what,
      List<WordContext> words,
      Function<String, Optional<String>> meaning,
      ParserRuleContext c) {
    Section entry = entry(words, c).replace(what);
    for (String word : texts(words.subList(2, words.size()))) {
      meaning
          .apply(word)
          .ifPresentOrElse(v -> entry.add(what, v, line(c)), () -> entry.unknown(line(c)));
    }
    return null;
  }

  @Override
  public @Nullable Void visitMapList(MapListContext c) {
    return put("list", c.word(), Optional::of, c);
  }

  @Override
  public @Nullable Void visitMapPeers(MapPeersContext c) {
    return put("peer", c.word(), Optional::of, c);
  }

  /** The group of {@code set pfs} alone depends on the release. */
  @Override
  public @Nullable Void visitMapPfs(MapPfsContext c) {
    if (c.word().size() > 2) return put("pfs", c.word(), AsaValues::group, c);
    entry(c.word(), c).replace("pfs").add("pfs", "the group that the release has", line(c));
    return null;
  }

  @Override
  public @Nullable Void visitMapTransforms(MapTransformsContext c) {
    return put("transforms", c.word(), Optional::of, c);
  }

  @Override
  public @Nullable Void visitMapProposals(MapProposalsContext c) {
    return put("proposals", c.word(), Optional::of, c);
  }

  @Override
  public @Nullable Void visitMapMode(MapModeContext c) {
    boolean main = c.children.stream().anyMatch(t -> t.getText().equalsIgnoreCase("main"));
    entry(c.word(), c).replace("mode").add("mode", main ? "main" : "aggressive", line(c));
    return null;
  }

  @Override
  public @Nullable Void visitMapLifetime(MapLifetimeContext c) {
    return lifetime(entry(c.word(), c), c.volumeOrTime());
  }

  @Override
  public @Nullable Void visitMapPlain(MapPlainContext c) {
    entry(c.word(), c);
    return null;
  }

  /** For peers of any address, such as people at home. */
  @Override
  public @Nullable Void visitMapDynamic(MapDynamicContext c) {
    entry(c.word(), c).add("dynamic", text(c.word(2)), line(c));
    return null;
  }

  @Override
  public @Nullable Void visitMapInterface(MapInterfaceContext c) {
    reading
        .section(AsaKind.MAP, text(c.word(0)), line(c))
        .add("interface", text(c.word(1)), line(c));
    return null;
  }

  @Override
  public @Nullable Void visitUnknownMap(UnknownMapContext c) {
    reading.unknown(line(c));
    return null;
  }

  // ---------------------------------------------------------------- tunnel groups

  private Section group(WordContext name, ParserRuleContext c) {
    return reading.section(AsaKind.TUNNEL_GROUP, text(name), line(c));
  }

  @Override
  public @Nullable Void visitTunnelType(TunnelTypeContext c) {
    List<String> words = texts(c.name().words());
    if (words.size() != 1) return walk.skip(c);
    reading
        .section(AsaKind.TUNNEL_GROUP, words.getFirst(), line(c))
        .add("type", text(c.word()), line(c));
    return visit(c.stray());
  }

  @Override
  public @Nullable Void visitIpsecAttributes(IpsecAttributesContext c) {
    return walk.within(group(c.word(), c), c);
  }

  @Override
  public @Nullable Void visitGeneralAttributes(GeneralAttributesContext c) {
    Section group = group(c.word(0), c);
    if (c.word().size() > 1) group.add("policy", text(c.word().getLast()), line(c));
    return null;
  }

  @Override
  public @Nullable Void visitIkev1Key(Ikev1KeyContext c) {
    return key("ikev1", c.secret(), c);
  }

  @Override
  public @Nullable Void visitRemoteKey(RemoteKeyContext c) {
    return key("remote", c.secret(), c);
  }

  @Override
  public @Nullable Void visitLocalKey(LocalKeyContext c) {
    return key("local", c.secret(), c);
  }

  /** The hub has one key for all: a second one that differs is none. */
  private @Nullable Void key(String what, SecretContext secret, ParserRuleContext c) {
    Secret key = secret(secret);
    if (!walk.in().key().map(key::equals).orElse(true)) return walk.unknown(c);
    walk.in().key(key);
    return set(what, "key", Optional::of, c);
  }

  @Override
  public @Nullable Void visitKeepalive(KeepaliveContext c) {
    return set("dpd", text(c.word(0)), AsaValues::number, c);
  }

  @Override
  public @Nullable Void visitNoKeepalive(NoKeepaliveContext c) {
    return set("dpd", "none", Optional::of, c);
  }

  @Override
  public @Nullable Void visitPolicyAttributes(PolicyAttributesContext c) {
    Section policy = reading.section(AsaKind.GROUP_POLICY, text(c.word(0)), line(c));
    List<String> words = texts(c.word());
    for (String word : words.subList(1, words.size())) policy.add("protocol", word, line(c));
    return null;
  }

  @Override
  public @Nullable Void visitPolicyType(PolicyTypeContext c) {
    List<String> words = texts(c.words(0));
    if (!words.isEmpty()) reading.section(AsaKind.GROUP_POLICY, words.getFirst(), line(c));
    return null;
  }
}
