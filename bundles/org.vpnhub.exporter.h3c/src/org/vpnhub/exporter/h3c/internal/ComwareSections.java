package org.vpnhub.exporter.h3c.internal;

import static org.vpnhub.exporter.antlr.Grammars.line;
import static org.vpnhub.exporter.antlr.Grammars.texts;
import static org.vpnhub.exporter.antlr.Grammars.words;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.Secret;
import org.vpnhub.exporter.antlr.SectionWalk;
import org.vpnhub.exporter.h3c.parser.ComwareBaseVisitor;
import org.vpnhub.exporter.h3c.parser.ComwareParser.*;
import org.vpnhub.exporter.read.Networks;
import org.vpnhub.exporter.read.PlanValues;
import org.vpnhub.exporter.read.Reading;
import org.vpnhub.exporter.read.Section;

/**
 * Takes all sections from the tree. A value stands under the words of its command, for example
 * {@code sa duration}. For one text and one thread.
 */
public final class ComwareSections extends ComwareBaseVisitor<@Nullable Void> {
  private final Reading reading;
  private final SectionWalk walk;

  /** For whom the keys of a peer are. */
  private Optional<Ipv4Prefix> address = Optional.empty();

  public ComwareSections(Reading reading) {
    this.reading = reading;
    walk = new SectionWalk(reading, this::visitChildren);
  }

  @Override
  public @Nullable Void visitRest(RestContext c) {
    return c.getText().isEmpty() || c.getText().equals("quit") ? null : walk.unknown(c);
  }

  @Override
  public @Nullable Void visitOther(OtherContext c) {
    return c.getChildCount() == 0 ? null : walk.unknown(c);
  }

  // ---------------------------------------------------------------- IKEv1

  @Override
  public @Nullable Void visitIkeProposal(IkeProposalContext c) {
    return walk.named(Kind.IKE_PROPOSAL, c.words(), c);
  }

  @Override
  public @Nullable Void visitIkeProposalLine(IkeProposalLineContext c) {
    return walk.setting(c.ikeProposalKey(), c.words());
  }

  @Override
  public @Nullable Void visitKeychain(KeychainContext c) {
    return walk.named(Kind.KEYCHAIN, c.words(), c);
  }

  @Override
  public @Nullable Void visitKeychainKey(KeychainKeyContext c) {
    String mask = c.word().size() > 2 ? c.word(1).getText() : "32";
    Optional<Ipv4Prefix> of = Networks.withMaskOrLength(c.word(0).getText(), mask);
    return of.isEmpty() ? walk.unknown(c) : key(of.get(), c.secret.getText(), c);
  }

  private @Nullable Void key(Ipv4Prefix address, String secret, ParserRuleContext c) {
    reading
        .section(
            Kind.KEY, walk.in().kind() + " " + walk.in().name() + " in line " + line(c), line(c))
        .add("of", walk.in().kind() + " " + walk.in().name(), line(c))
        .add("address", address.toString(), line(c))
        .key(Secret.ofText(secret));
    return null;
  }

  @Override
  public @Nullable Void visitProfile(ProfileContext c) {
    return walk.named(Kind.PROFILE, c.words(), c);
  }

  @Override
  public @Nullable Void visitProfileSetting(ProfileSettingContext c) {
    return walk.setting(c.profileKey(), c.words());
  }

  @Override
  public @Nullable Void visitProfileSelf(ProfileSelfContext c) {
    return walk.put("self", c.word().getText(), c);
  }

  @Override
  public @Nullable Void visitProfileMatch(ProfileMatchContext c) {
    return match(c.getChild(3).getText(), c.word(), c);
  }

  /** An address may have a mask behind it, as a length or in full. */
  private @Nullable Void match(String type, List<WordContext> words, ParserRuleContext c) {
    String identity = words.getFirst().getText();
    if (!type.equalsIgnoreCase("address") || words.size() < 2)
      return walk.put("match", identity, c);
    Optional<Ipv4Prefix> of = Networks.withMaskOrLength(identity, words.get(1).getText());
    if (of.isEmpty()) return walk.unknown(c);
    boolean one = of.get().length() == 32;
    return walk.put("match", one ? of.get().address().toString() : of.get().toString(), c);
  }

  @Override
  public @Nullable Void visitProfileDpd(ProfileDpdContext c) {
    return walk.put("dpd", interval(c.word(0).getText(), c.getStop().getText()), c);
  }

  /** Only when there is traffic: that is not what the plan calls dead peer detection. */
  private static String interval(String seconds, String mode) {
    return mode.equalsIgnoreCase("periodic") ? seconds : seconds + " on-demand";
  }

  @Override
  public @Nullable Void visitIkeDpd(IkeDpdContext c) {
    return ofDevice("dpd", c.words(), c);
  }

  @Override
  public @Nullable Void visitIkev2Dpd(Ikev2DpdContext c) {
    return ofDevice("ikev2 dpd", c.words(), c);
  }

  private @Nullable Void ofDevice(String what, WordsContext words, ParserRuleContext c) {
    List<String> texts = texts(words);
    if (texts.size() < 3) return walk.unknown(c);
    device().add(what, interval(texts.get(1), texts.getLast()), line(c));
    return null;
  }

  @Override
  public @Nullable Void visitIkeIdentity(IkeIdentityContext c) {
    List<String> words = texts(c.words());
    if (words.size() != 2) return walk.unknown(c);
    device().add("self", words.getLast(), line(c));
    return null;
  }

  // ---------------------------------------------------------------- IKEv2

  @Override
  public @Nullable Void visitIkev2Proposal(Ikev2ProposalContext c) {
    return walk.named(Kind.IKEV2_PROPOSAL, c.words(), c);
  }

  @Override
  public @Nullable Void visitIkev2ProposalLine(Ikev2ProposalLineContext c) {
    return walk.setting(c.ikev2ProposalKey(), c.words());
  }

  @Override
  public @Nullable Void visitIkev2Policy(Ikev2PolicyContext c) {
    return walk.named(Kind.IKEV2_POLICY, c.words(), c);
  }

  @Override
  public @Nullable Void visitIkev2PolicyLine(Ikev2PolicyLineContext c) {
    return walk.setting(c.ikev2PolicyKey(), c.words());
  }

  @Override
  public @Nullable Void visitIkev2Keychain(Ikev2KeychainContext c) {
    address = Optional.empty();
    return walk.named(Kind.IKEV2_KEYCHAIN, c.words(), c);
  }

  @Override
  public @Nullable Void visitPeer(PeerContext c) {
    address = Optional.empty();
    return null;
  }

  @Override
  public @Nullable Void visitPeerAddress(PeerAddressContext c) {
    String mask = c.word().size() > 1 ? c.word(1).getText() : "32";
    address = Networks.withMaskOrLength(c.word(0).getText(), mask);
    return address.isEmpty() ? walk.unknown(c) : null;
  }

  @Override
  public @Nullable Void visitPeerKey(PeerKeyContext c) {
    return address.isEmpty() ? walk.unknown(c) : key(address.get(), c.secret.getText(), c);
  }

  @Override
  public @Nullable Void visitIkev2Profile(Ikev2ProfileContext c) {
    return walk.named(Kind.IKEV2_PROFILE, c.words(), c);
  }

  @Override
  public @Nullable Void visitIkev2Setting(Ikev2SettingContext c) {
    return walk.setting(c.ikev2ProfileKey(), c.words());
  }

  @Override
  public @Nullable Void visitIkev2Self(Ikev2SelfContext c) {
    return walk.put("self", c.word().getText(), c);
  }

  @Override
  public @Nullable Void visitIkev2Match(Ikev2MatchContext c) {
    return match(c.getChild(3).getText(), c.word(), c);
  }

  @Override
  public @Nullable Void visitIkev2ProfileDpd(Ikev2ProfileDpdContext c) {
    return walk.put("dpd", interval(c.word(0).getText(), c.getStop().getText()), c);
  }

  // ---------------------------------------------------------------- IPsec

  @Override
  public @Nullable Void visitTransformSet(TransformSetContext c) {
    return walk.named(Kind.TRANSFORMS, c.words(), c);
  }

  @Override
  public @Nullable Void visitTransformLine(TransformLineContext c) {
    return walk.setting(c.transformKey(), c.words());
  }

  @Override
  public @Nullable Void visitIpsecPolicy(IpsecPolicyContext c) {
    List<String> words = texts(c.words());
    if (words.size() < 2) return walk.unknown(c);
    Section entry = reading.section(Kind.POLICY, words.get(0) + " " + words.get(1), line(c)).use();
    entry.add("group", words.get(0), line(c));
    if (words.size() > 2 && (words.size() > 3 || !words.get(2).equalsIgnoreCase("isakmp"))) {
      entry.unknown(line(c));
    }
    return walk.within(entry, c);
  }

  @Override
  public @Nullable Void visitPolicyLine(PolicyLineContext c) {
    return walk.setting(c.policyKey(), c.words());
  }

  @Override
  public @Nullable Void visitGlobalDuration(GlobalDurationContext c) {
    device().add(c.getChild(3).getText().toLowerCase(Locale.ROOT), c.word().getText(), line(c));
    return null;
  }

  @Override
  public @Nullable Void visitUnknownCommand(UnknownCommandContext c) {
    return walk.unknown(c);
  }

  // ---------------------------------------------------------------- ACLs, routes, interfaces

  @Override
  public @Nullable Void visitAcl(AclContext c) {
    List<String> words = texts(c.words());
    if (words.isEmpty() || words.getFirst().equalsIgnoreCase("ipv6")) return walk.skip(c);
    boolean keyword = words.size() > 1 && words.getFirst().matches("(?i)advanced|basic|number");
    int at = keyword ? words.get(1).equalsIgnoreCase("name") ? 2 : 1 : 0;
    String name = at < words.size() ? words.get(at) : "";
    return walk.within(Kind.ACL, name, c);
  }

  @Override
  public @Nullable Void visitAclRule(AclRuleContext c) {
    Optional<Ipv4Prefix> from = network(c.from);
    Optional<Ipv4Prefix> to = network(c.to);
    if (from.isEmpty() || to.isEmpty()) return walk.unknown(c);
    String pair = PlanValues.pair(from.get(), to.get());
    return walk.put(c.action().getText().toLowerCase(Locale.ROOT), pair, c);
  }

  /** A wildcard of zero is written as one digit; without a network it is any. */
  private static Optional<Ipv4Prefix> network(@Nullable NetworkContext c) {
    if (c == null || c.word().isEmpty()) return Optional.of(Ipv4Prefix.ANY);
    String wildcard = c.word(1).getText();
    return Networks.withWildcard(c.word(0).getText(), wildcard.equals("0") ? "0.0.0.0" : wildcard);
  }

  @Override
  public @Nullable Void visitInterface(InterfaceContext c) {
    String name = String.join("", texts(c.words())).toLowerCase(Locale.ROOT);
    return walk.within(Kind.INTERFACE, name, c);
  }

  @Override
  public @Nullable Void visitInterfaceLine(InterfaceLineContext c) {
    return walk.setting(c.interfaceKey(), c.words());
  }

  @Override
  public @Nullable Void visitZone(ZoneContext c) {
    List<String> words = texts(c.words());
    boolean named = words.size() > 1 && words.getFirst().equalsIgnoreCase("name");
    String name = words.isEmpty() ? "" : named ? words.get(1) : words.getFirst();
    return walk.within(Kind.ZONE, name.toLowerCase(Locale.ROOT), c);
  }

  @Override
  public @Nullable Void visitZoneLine(ZoneLineContext c) {
    String value = String.join("", texts(c.words())).toLowerCase(Locale.ROOT);
    return walk.put("import", value, c);
  }

  @Override
  public @Nullable Void visitRoute(RouteContext c) {
    List<String> words = texts(c.words());
    Optional<Ipv4Prefix> to =
        words.size() < 3 ? Optional.empty() : Networks.withMaskOrLength(words.get(0), words.get(1));
    if (to.isEmpty()) return walk.skip(c);
    reading
        .section(Kind.ROUTE, "in line " + line(c), line(c))
        .add("to", to.get().toString(), line(c))
        .add("via", words.get(2).toLowerCase(Locale.ROOT), line(c));
    return null;
  }

  // ---------------------------------------------------------------- the security policy

  @Override
  public @Nullable Void visitSecurityPolicy(SecurityPolicyContext c) {
    return texts(c.words()).equals(List.of("ip")) ? visitChildren(c) : walk.skip(c);
  }

  @Override
  public @Nullable Void visitPermission(PermissionContext c) {
    return walk.within(Kind.PERMISSION, c.word().getText(), c);
  }

  @Override
  public @Nullable Void visitRuleLine(RuleLineContext c) {
    String key = words(c.ruleKey());
    List<String> values = texts(c.words());
    if (key.matches("(source|destination)-ip"))
      return walk.put("object", String.join(" ", values), c);
    if (key.endsWith("-zone"))
      return walk.put(key, String.join(" ", values).toLowerCase(Locale.ROOT), c);
    if (!key.contains("-ip-")) return walk.setting(c.ruleKey(), c.words());
    boolean host = key.endsWith("-host");
    if (values.size() != (host ? 1 : 2)) return walk.unknown(c);
    Optional<Ipv4Prefix> network =
        Networks.withMaskOrLength(values.getFirst(), host ? "32" : values.getLast());
    String side = key.substring(0, key.indexOf("-ip-"));
    return network.isEmpty() ? walk.unknown(c) : walk.put(side, network.get().toString(), c);
  }

  @Override
  public @Nullable Void visitPermissionMoved(PermissionMovedContext c) {
    device().add("moved", String.join(" ", texts(c.words())), line(c));
    return null;
  }

  private Section device() {
    return reading.section(Kind.DEVICE, "", 0);
  }

  // ---------------------------------------------------------------- the rest

  @Override
  public @Nullable Void visitSkippedBlock(SkippedBlockContext c) {
    return walk.skip(c);
  }

  @Override
  public @Nullable Void visitForeign(ForeignContext c) {
    return walk.skip(c);
  }
}
