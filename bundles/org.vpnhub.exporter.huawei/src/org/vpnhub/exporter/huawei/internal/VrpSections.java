package org.vpnhub.exporter.huawei.internal;

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
import org.vpnhub.exporter.huawei.parser.VrpBaseVisitor;
import org.vpnhub.exporter.huawei.parser.VrpParser.*;
import org.vpnhub.exporter.read.Networks;
import org.vpnhub.exporter.read.PlanValues;
import org.vpnhub.exporter.read.Reading;
import org.vpnhub.exporter.read.Section;

/**
 * Takes all sections from the tree. A value stands under the words of its command, for example
 * {@code sa duration}. For one text and one thread.
 */
public final class VrpSections extends VrpBaseVisitor<@Nullable Void> {
  private final Reading reading;
  private final SectionWalk walk;

  public VrpSections(Reading reading) {
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

  // ---------------------------------------------------------------- IKE and IPsec

  @Override
  public @Nullable Void visitIkeProposal(IkeProposalContext c) {
    return walk.named(Kind.IKE_PROPOSAL, c.words(), c);
  }

  @Override
  public @Nullable Void visitIkeProposalLine(IkeProposalLineContext c) {
    return walk.setting(c.ikeProposalKey(), c.words());
  }

  @Override
  public @Nullable Void visitIkePeer(IkePeerContext c) {
    return walk.named(Kind.IKE_PEER, c.words(), c);
  }

  @Override
  public @Nullable Void visitPeerKey(PeerKeyContext c) {
    walk.in().key(Secret.ofText(c.word().getText()));
    return null;
  }

  @Override
  public @Nullable Void visitPeerWithout(PeerWithoutContext c) {
    return walk.put("undo version", c.word().getText(), c);
  }

  @Override
  public @Nullable Void visitLocalName(LocalNameContext c) {
    device().add("local-name", c.word().getText(), line(c));
    return null;
  }

  /** Older releases write type and identity in one line. */
  @Override
  public @Nullable Void visitPeerSetting(PeerSettingContext c) {
    String key = words(c.ikePeerKey());
    List<String> values = texts(c.words());
    if (key.endsWith("-id-type") && values.size() == 2) {
      walk.put(key.substring(0, key.length() - "-type".length()), values.get(1), c);
    }
    return walk.setting(c.ikePeerKey(), c.words());
  }

  @Override
  public @Nullable Void visitIpsecProposal(IpsecProposalContext c) {
    return walk.named(Kind.IPSEC_PROPOSAL, c.words(), c);
  }

  @Override
  public @Nullable Void visitIpsecProposalLine(IpsecProposalLineContext c) {
    return walk.setting(c.ipsecProposalKey(), c.words());
  }

  @Override
  public @Nullable Void visitIpsecPolicy(IpsecPolicyContext c) {
    List<String> words = texts(c.words());
    if (words.size() < 2 || !words.get(1).matches("[0-9]+")) return walk.unknown(c);
    Section entry = reading.section(Kind.POLICY, words.get(0) + " " + words.get(1), line(c)).use();
    entry.add("group", words.get(0), line(c));
    if (words.size() > 2 && (words.size() > 3 || !words.get(2).equalsIgnoreCase("isakmp"))) {
      entry.unknown(line(c));
    }
    return walk.within(entry, c);
  }

  /** What a tunnel interface protects: all that is routed to it. */
  @Override
  public @Nullable Void visitIpsecProfile(IpsecProfileContext c) {
    return walk.named(Kind.PROFILE, c.words(), c);
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
    boolean keyword = words.size() > 1 && words.getFirst().matches("(?i)number|name");
    String name = keyword ? words.get(1) : words.getFirst();
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
    return walk.put(words(c.zoneKey()), value, c);
  }

  @Override
  public @Nullable Void visitTcpMss(TcpMssContext c) {
    device().add("mss", c.word().getText(), line(c));
    return null;
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

  // ---------------------------------------------------------------- policies

  @Override
  public @Nullable Void visitPermission(PermissionContext c) {
    return rule(Kind.PERMISSION, c.word(), c);
  }

  @Override
  public @Nullable Void visitTranslation(TranslationContext c) {
    return rule(Kind.TRANSLATION, c.word(), c);
  }

  private @Nullable Void rule(String kind, WordContext name, ParserRuleContext c) {
    return walk.within(kind, name.getText(), c);
  }

  @Override
  public @Nullable Void visitRuleLine(RuleLineContext c) {
    String key = words(c.ruleKey());
    List<String> values = texts(c.words());
    if (!key.endsWith("-address")) return walk.setting(c.ruleKey(), c.words());
    if (values.equals(List.of("any"))) return null;
    if (values.size() == 2 && values.getFirst().equalsIgnoreCase("address-set")) {
      return walk.put(key + "-set", values.get(1), c);
    }
    Optional<Ipv4Prefix> network = addresses(values);
    return network.isEmpty() ? walk.unknown(c) : walk.put(key, network.get().toString(), c);
  }

  /** {@code 10.0.0.0 mask 255.0.0.0}, or with the length of the mask, with or without the word. */
  private static Optional<Ipv4Prefix> addresses(List<String> words) {
    if (words.size() == 3 && words.get(1).equalsIgnoreCase("mask")) {
      return Networks.withMaskOrLength(words.get(0), words.get(2));
    }
    return words.size() == 2
        ? Networks.withMaskOrLength(words.get(0), words.get(1))
        : Optional.empty();
  }

  @Override
  public @Nullable Void visitPermissionMoved(PermissionMovedContext c) {
    return moved(Kind.PERMISSION, c.words(), c);
  }

  @Override
  public @Nullable Void visitTranslationMoved(TranslationMovedContext c) {
    return moved(Kind.TRANSLATION, c.words(), c);
  }

  private @Nullable Void moved(String kind, WordsContext words, ParserRuleContext c) {
    device().add("moved " + kind, String.join(" ", texts(words)), line(c));
    return null;
  }

  @Override
  public @Nullable Void visitAddressSet(AddressSetContext c) {
    List<String> words = texts(c.words());
    if (words.isEmpty()) return walk.skip(c);
    return walk.within(Kind.ADDRESSES, words.getFirst(), c);
  }

  @Override
  public @Nullable Void visitAddressSetLine(AddressSetLineContext c) {
    if (!c.getChild(0).getText().equalsIgnoreCase("address")) return null;
    List<String> words = texts(c.words());
    Optional<Ipv4Prefix> network =
        words.size() < 3 ? Optional.empty() : addresses(words.subList(1, words.size()));
    return network.isEmpty() ? walk.unknown(c) : walk.put("address", network.get().toString(), c);
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
