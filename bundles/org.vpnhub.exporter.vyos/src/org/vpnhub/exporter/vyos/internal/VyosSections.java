package org.vpnhub.exporter.vyos.internal;

import static org.vpnhub.exporter.antlr.Grammars.line;
import static org.vpnhub.exporter.antlr.Grammars.words;

import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Secret;
import org.vpnhub.exporter.antlr.SectionWalk;
import org.vpnhub.exporter.read.Networks;
import org.vpnhub.exporter.read.Reading;
import org.vpnhub.exporter.read.Section;
import org.vpnhub.exporter.vyos.grammar.VyosBaseVisitor;
import org.vpnhub.exporter.vyos.grammar.VyosParser.*;

/**
 * Takes the nodes from the tree, each a section. A value stands under the words that lead to it,
 * for example {@code vti bind}. For one text and one thread.
 */
public final class VyosSections extends VyosBaseVisitor<@Nullable Void> {
  private final Reading reading;
  private final SectionWalk walk;
  private String skippedNode = "";

  public VyosSections(Reading reading) {
    this.reading = reading;
    walk = new SectionWalk(reading, this::visitChildren);
  }

  /** A word without its quotes. */
  private static String text(WordContext word) {
    return word.getText().replaceAll("^'|'$", "");
  }

  private @Nullable Void within(String kind, WordContext name, ParserRuleContext rule) {
    return walk.within(kind, text(name), rule);
  }

  /** Visits what a command says about a section that belongs to the one around it. */
  private @Nullable Void inner(String kind, WordContext number, ParserRuleContext rule) {
    String of = walk.in().name();
    Section inner = reading.section(kind, of + " " + text(number), line(rule));
    return walk.within(inner.add("of", of, line(rule)), rule);
  }

  private @Nullable Void put(ParserRuleContext key, WordContext value) {
    return walk.put(words(key), text(value), value);
  }

  @Override
  public @Nullable Void visitDisable(DisableContext c) {
    return walk.put("disable", "", c);
  }

  @Override
  public @Nullable Void visitUnknown(UnknownContext c) {
    return c.word().isEmpty() ? null : walk.unknown(c);
  }

  @Override
  public @Nullable Void visitNarrow(NarrowContext c) {
    return c.word().isEmpty() ? null : walk.put("narrow", "", c);
  }

  // ---------------------------------------------------------------- IKE and ESP groups

  @Override
  public @Nullable Void visitIkeGroup(IkeGroupContext c) {
    return within(Kind.IKE, c.word(), c);
  }

  @Override
  public @Nullable Void visitIkeSetting(IkeSettingContext c) {
    return put(c.ikeKey(), c.word());
  }

  @Override
  public @Nullable Void visitIkeProposal(IkeProposalContext c) {
    return proposal(Kind.IKE_PROPOSAL, c.word(), c);
  }

  @Override
  public @Nullable Void visitEspGroup(EspGroupContext c) {
    return within(Kind.ESP, c.word(), c);
  }

  @Override
  public @Nullable Void visitEspSetting(EspSettingContext c) {
    return put(c.espKey(), c.word());
  }

  @Override
  public @Nullable Void visitEspProposal(EspProposalContext c) {
    return proposal(Kind.ESP_PROPOSAL, c.word(), c);
  }

  /** {@code proposal 1 encryption aes256}. */
  private @Nullable Void proposal(String kind, List<WordContext> words, ParserRuleContext c) {
    String of = walk.in().name();
    reading
        .section(kind, of + " " + text(words.getFirst()), line(c))
        .add("of", of, line(c))
        .add(c.getChild(2).getText(), text(words.getLast()), line(c));
    return null;
  }

  // ---------------------------------------------------------------- keys and peers

  @Override
  public @Nullable Void visitPskGroup(PskGroupContext c) {
    return within(Kind.PSK, c.word(), c);
  }

  @Override
  public @Nullable Void visitPskId(PskIdContext c) {
    return walk.put("id", text(c.word()), c);
  }

  @Override
  public @Nullable Void visitPskSecret(PskSecretContext c) {
    walk.in().key(Secret.ofText(text(c.word())));
    return null;
  }

  @Override
  public @Nullable Void visitPeerNode(PeerNodeContext c) {
    return within(Kind.PEER, c.word(), c);
  }

  @Override
  public @Nullable Void visitPeerSetting(PeerSettingContext c) {
    return put(c.peerKey(), c.word());
  }

  @Override
  public @Nullable Void visitPeerTunnel(PeerTunnelContext c) {
    return inner(Kind.TUNNEL, c.word(), c);
  }

  @Override
  public @Nullable Void visitTunnelPrefix(TunnelPrefixContext c) {
    Optional<String> prefix = Networks.parse(text(c.word())).map(Object::toString);
    return prefix.isEmpty() ? walk.unknown(c) : walk.put(c.getChild(0).getText(), prefix.get(), c);
  }

  @Override
  public @Nullable Void visitTunnelEsp(TunnelEspContext c) {
    return walk.put("esp-group", text(c.word()), c);
  }

  // ---------------------------------------------------------------- around the VPN

  @Override
  public @Nullable Void visitIpsecInterface(IpsecInterfaceContext c) {
    reading.section(Kind.DEVICE, "", 0).add("interface", text(c.word()), line(c));
    return null;
  }

  @Override
  public @Nullable Void visitVtiLine(VtiLineContext c) {
    return within(Kind.VTI, c.word(), c);
  }

  @Override
  public @Nullable Void visitVtiMss(VtiMssContext c) {
    return walk.put("mss", text(c.word()), c);
  }

  @Override
  public @Nullable Void visitRouteLine(RouteLineContext c) {
    return within(Kind.ROUTE, c.word(), c);
  }

  @Override
  public @Nullable Void visitRouteInterface(RouteInterfaceContext c) {
    return walk.put("interface", text(c.word(0)), c);
  }

  @Override
  public @Nullable Void visitNatLine(NatLineContext c) {
    return within(Kind.NAT, c.word(), c);
  }

  @Override
  public @Nullable Void visitNatExclude(NatExcludeContext c) {
    return walk.put("exclude", "", c);
  }

  @Override
  public @Nullable Void visitNatOut(NatOutContext c) {
    return walk.put("outbound-interface", text(c.word()), c);
  }

  @Override
  public @Nullable Void visitNatSetting(NatSettingContext c) {
    return put(c.natKey(), c.word());
  }

  /** {@code firewall ipv4 forward filter}: the chain. */
  @Override
  public @Nullable Void visitFirewallLine(FirewallLineContext c) {
    return within(Kind.RULE, c.word(), c);
  }

  @Override
  public @Nullable Void visitDefaultAction(DefaultActionContext c) {
    return walk.put("default-action", text(c.word()), c);
  }

  @Override
  public @Nullable Void visitFirewallRule(FirewallRuleContext c) {
    return inner(Kind.RULE, c.word(), c);
  }

  @Override
  public @Nullable Void visitRuleSetting(RuleSettingContext c) {
    return put(c.ruleKey(), c.word());
  }

  // ---------------------------------------------------------------- the rest

  @Override
  public @Nullable Void visitUnknownIpsec(UnknownIpsecContext c) {
    reading.unknown(line(c.getParent()));
    return null;
  }

  @Override
  public @Nullable Void visitOtherVpn(OtherVpnContext c) {
    return skip("vpn ipsec", c);
  }

  /** The first command of each node stands for all of it. */
  @Override
  public @Nullable Void visitSkipped(SkippedContext c) {
    OtherContext words = c.other();
    boolean set = words.getStart().getText().equals("set") && words.getChildCount() > 1;
    return skip(words.getChild(set ? 1 : 0).getText(), c);
  }

  private @Nullable Void skip(String node, ParserRuleContext c) {
    if (!node.equals(skippedNode)) walk.skip(c);
    skippedNode = node;
    return null;
  }
}
