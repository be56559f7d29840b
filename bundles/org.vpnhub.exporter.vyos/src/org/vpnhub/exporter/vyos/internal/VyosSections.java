package org.vpnhub.exporter.vyos.internal;

import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Secret;
import org.vpnhub.exporter.read.Networks;
import org.vpnhub.exporter.read.Reading;
import org.vpnhub.exporter.read.Section;
import org.vpnhub.exporter.vyos.grammar.VyosBaseVisitor;
import org.vpnhub.exporter.vyos.grammar.VyosParser.*;

/** Takes the nodes from the tree, each a section. For one text and one thread. */
public final class VyosSections extends VyosBaseVisitor<@Nullable Void> {
  private final Reading reading;
  private Section in;
  private String skippedNode = "";

  public VyosSections(Reading reading) {
    this.reading = reading;
    in = device();
  }

  private Section device() {
    return reading.section(Kind.DEVICE, "", 0);
  }

  /** Line of a rule, from 1; the parser's text has an empty line before. */
  private static int line(ParserRuleContext rule) {
    return rule.getStart().getLine() - 1;
  }

  /** A word without its quotes. */
  private static String text(WordContext word) {
    return word.getText().replaceAll("^'|'$", "");
  }

  /** Visits what a command says about a section. */
  private @Nullable Void within(String kind, String name, ParserRuleContext rule) {
    Section before = in;
    in = reading.section(kind, name, line(rule));
    visitChildren(rule);
    in = before;
    return null;
  }

  private @Nullable Void put(String what, String value, ParserRuleContext at) {
    in.add(what, value, line(at));
    return null;
  }

  private @Nullable Void put(String what, WordContext word) {
    return put(what, text(word), word);
  }

  private @Nullable Void unknown(ParserRuleContext at, List<WordContext> words) {
    if (!words.isEmpty()) in.unknown(line(at.getParent()));
    return null;
  }

  // ---------------------------------------------------------------- IKE and ESP groups

  @Override
  public @Nullable Void visitIkeGroup(IkeGroupContext c) {
    return within(Kind.IKE, text(c.word()), c);
  }

  @Override
  public @Nullable Void visitEspGroup(EspGroupContext c) {
    return within(Kind.ESP, text(c.word()), c);
  }

  private @Nullable Void proposal(String kind, List<WordContext> words, String what) {
    String number = text(words.getFirst());
    Section proposal = reading.section(kind, in.name() + " " + number, line(words.getFirst()));
    proposal.add("of", in.name(), line(words.getFirst()));
    proposal.add(what, text(words.getLast()), line(words.getLast()));
    return null;
  }

  @Override
  public @Nullable Void visitIkeCipher(IkeCipherContext c) {
    return proposal(Kind.IKE_PROPOSAL, c.word(), "cipher");
  }

  @Override
  public @Nullable Void visitIkeHash(IkeHashContext c) {
    return proposal(Kind.IKE_PROPOSAL, c.word(), "hash");
  }

  @Override
  public @Nullable Void visitIkeDhGroup(IkeDhGroupContext c) {
    return proposal(Kind.IKE_PROPOSAL, c.word(), "group");
  }

  @Override
  public @Nullable Void visitIkePrf(IkePrfContext c) {
    return proposal(Kind.IKE_PROPOSAL, c.word(), "prf");
  }

  @Override
  public @Nullable Void visitIkeLifetime(IkeLifetimeContext c) {
    return put("lifetime", c.word());
  }

  @Override
  public @Nullable Void visitIkeVersion(IkeVersionContext c) {
    return put("version", c.word());
  }

  @Override
  public @Nullable Void visitIkeMode(IkeModeContext c) {
    return put("mode", c.word());
  }

  @Override
  public @Nullable Void visitIkeDpd(IkeDpdContext c) {
    return put("dpd", c.word());
  }

  @Override
  public @Nullable Void visitIkeUnknown(IkeUnknownContext c) {
    return unknown(c, c.word());
  }

  @Override
  public @Nullable Void visitEspCipher(EspCipherContext c) {
    return proposal(Kind.ESP_PROPOSAL, c.word(), "cipher");
  }

  @Override
  public @Nullable Void visitEspHash(EspHashContext c) {
    return proposal(Kind.ESP_PROPOSAL, c.word(), "hash");
  }

  @Override
  public @Nullable Void visitEspLifetime(EspLifetimeContext c) {
    return put("lifetime", c.word());
  }

  @Override
  public @Nullable Void visitEspBytes(EspBytesContext c) {
    return put("bytes", c.word());
  }

  @Override
  public @Nullable Void visitEspPfs(EspPfsContext c) {
    return put("pfs", c.word());
  }

  @Override
  public @Nullable Void visitEspMode(EspModeContext c) {
    return put("mode", c.word());
  }

  @Override
  public @Nullable Void visitEspUnknown(EspUnknownContext c) {
    return unknown(c, c.word());
  }

  // ---------------------------------------------------------------- keys and peers

  @Override
  public @Nullable Void visitPskGroup(PskGroupContext c) {
    return within(Kind.PSK, text(c.word()), c);
  }

  @Override
  public @Nullable Void visitPskId(PskIdContext c) {
    return put("id", c.word());
  }

  @Override
  public @Nullable Void visitPskSecret(PskSecretContext c) {
    in.key(Secret.ofText(text(c.word())));
    return null;
  }

  @Override
  public @Nullable Void visitPskUnknown(PskUnknownContext c) {
    return unknown(c, c.word());
  }

  @Override
  public @Nullable Void visitPeerNode(PeerNodeContext c) {
    return within(Kind.PEER, text(c.word()), c);
  }

  @Override
  public @Nullable Void visitPeerMode(PeerModeContext c) {
    return put("authentication", c.word());
  }

  @Override
  public @Nullable Void visitPeerLocalId(PeerLocalIdContext c) {
    return put("local-id", c.word());
  }

  @Override
  public @Nullable Void visitPeerRemoteId(PeerRemoteIdContext c) {
    return put("remote-id", c.word());
  }

  @Override
  public @Nullable Void visitPeerIke(PeerIkeContext c) {
    return put("ike", c.word());
  }

  @Override
  public @Nullable Void visitPeerEsp(PeerEspContext c) {
    return put("esp", c.word());
  }

  @Override
  public @Nullable Void visitPeerLocal(PeerLocalContext c) {
    return put("local", c.word());
  }

  @Override
  public @Nullable Void visitPeerDhcp(PeerDhcpContext c) {
    return put("dhcp", c.word());
  }

  @Override
  public @Nullable Void visitPeerRemote(PeerRemoteContext c) {
    return put("remote", c.word());
  }

  @Override
  public @Nullable Void visitPeerVti(PeerVtiContext c) {
    return put("vti", c.word());
  }

  @Override
  public @Nullable Void visitPeerVtiEsp(PeerVtiEspContext c) {
    return put("vti-esp", c.word());
  }

  @Override
  public @Nullable Void visitPeerDisable(PeerDisableContext c) {
    return put("disable", "", c);
  }

  @Override
  public @Nullable Void visitPeerUnknown(PeerUnknownContext c) {
    return unknown(c, c.word());
  }

  @Override
  public @Nullable Void visitPeerTunnel(PeerTunnelContext c) {
    String peer = in.name();
    String name = peer + " " + text(c.word());
    reading.section(Kind.TUNNEL, name, line(c)).add("of", peer, line(c));
    return within(Kind.TUNNEL, name, c);
  }

  @Override
  public @Nullable Void visitTunnelLocal(TunnelLocalContext c) {
    return prefix("local", c.word());
  }

  @Override
  public @Nullable Void visitTunnelRemote(TunnelRemoteContext c) {
    return prefix("remote", c.word());
  }

  @Override
  public @Nullable Void visitTunnelEsp(TunnelEspContext c) {
    return put("esp", c.word());
  }

  @Override
  public @Nullable Void visitTunnelDisable(TunnelDisableContext c) {
    return put("disable", "", c);
  }

  @Override
  public @Nullable Void visitTunnelUnknown(TunnelUnknownContext c) {
    return unknown(c, c.word());
  }

  private @Nullable Void prefix(String what, WordContext word) {
    Optional<String> prefix = Networks.parse(text(word)).map(Object::toString);
    if (prefix.isPresent()) put(what, prefix.get(), word);
    else in.unknown(line(word));
    return null;
  }

  // ---------------------------------------------------------------- around the VPN

  @Override
  public @Nullable Void visitIpsecInterface(IpsecInterfaceContext c) {
    device().add("interface", text(c.word()), line(c));
    return null;
  }

  @Override
  public @Nullable Void visitVtiLine(VtiLineContext c) {
    return within(Kind.VTI, text(c.word()), c);
  }

  @Override
  public @Nullable Void visitVtiMss(VtiMssContext c) {
    return put("mss", c.word());
  }

  @Override
  public @Nullable Void visitVtiDisable(VtiDisableContext c) {
    return put("disable", "", c);
  }

  @Override
  public @Nullable Void visitVtiUnknown(VtiUnknownContext c) {
    return unknown(c, c.word());
  }

  @Override
  public @Nullable Void visitRouteLine(RouteLineContext c) {
    return within(Kind.ROUTE, text(c.word()), c);
  }

  @Override
  public @Nullable Void visitRouteInterface(RouteInterfaceContext c) {
    return put("interface", c.word(0));
  }

  @Override
  public @Nullable Void visitNatLine(NatLineContext c) {
    return within(Kind.NAT, text(c.word()), c);
  }

  @Override
  public @Nullable Void visitNatExclude(NatExcludeContext c) {
    return put("exclude", "", c);
  }

  @Override
  public @Nullable Void visitNatOut(NatOutContext c) {
    return put("out", c.word());
  }

  @Override
  public @Nullable Void visitNatSource(NatSourceContext c) {
    return put("source", c.word());
  }

  @Override
  public @Nullable Void visitNatDestination(NatDestinationContext c) {
    return put("destination", c.word());
  }

  @Override
  public @Nullable Void visitNatTranslation(NatTranslationContext c) {
    return put("translation", c.word());
  }

  @Override
  public @Nullable Void visitNatDisable(NatDisableContext c) {
    return put("disable", "", c);
  }

  @Override
  public @Nullable Void visitNatNarrow(NatNarrowContext c) {
    return c.word().isEmpty() ? null : put("narrow", "", c);
  }

  @Override
  public @Nullable Void visitFirewallLine(FirewallLineContext c) {
    in = reading.section(Kind.RULE, text(c.word()), line(c));
    visitChildren(c);
    in = device();
    return null;
  }

  @Override
  public @Nullable Void visitDefaultAction(DefaultActionContext c) {
    return put("default", c.word());
  }

  @Override
  public @Nullable Void visitFirewallRule(FirewallRuleContext c) {
    String chain = in.name();
    String name = chain + " " + text(c.word());
    reading.section(Kind.RULE, name, line(c)).add("of", chain, line(c));
    return within(Kind.RULE, name, c);
  }

  @Override
  public @Nullable Void visitRuleAction(RuleActionContext c) {
    return put("action", c.word());
  }

  @Override
  public @Nullable Void visitRuleIn(RuleInContext c) {
    return put("in", c.word());
  }

  @Override
  public @Nullable Void visitRuleOut(RuleOutContext c) {
    return put("out", c.word());
  }

  @Override
  public @Nullable Void visitRuleSource(RuleSourceContext c) {
    return put("source", c.word());
  }

  @Override
  public @Nullable Void visitRuleDestination(RuleDestinationContext c) {
    return put("destination", c.word());
  }

  @Override
  public @Nullable Void visitRuleDisable(RuleDisableContext c) {
    return put("disable", "", c);
  }

  @Override
  public @Nullable Void visitRuleNarrow(RuleNarrowContext c) {
    return c.word().isEmpty() ? null : put("narrow", "", c);
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
    if (!node.equals(skippedNode)) reading.skipped(line(c));
    skippedNode = node;
    return null;
  }
}
