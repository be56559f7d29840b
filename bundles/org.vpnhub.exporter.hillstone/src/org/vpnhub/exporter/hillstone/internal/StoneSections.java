package org.vpnhub.exporter.hillstone.internal;

import static org.vpnhub.exporter.antlr.Grammars.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.Secret;
import org.vpnhub.exporter.antlr.SectionWalk;
import org.vpnhub.exporter.hillstone.parser.StoneBaseVisitor;
import org.vpnhub.exporter.hillstone.parser.StoneParser.*;
import org.vpnhub.exporter.read.Networks;
import org.vpnhub.exporter.read.PlanValues;
import org.vpnhub.exporter.read.Reading;
import org.vpnhub.exporter.read.Section;

/**
 * Takes all sections from the tree. A value stands under the word of its command, for example
 * {@code isakmp-peer}. For one text and one thread.
 */
public final class StoneSections extends StoneBaseVisitor<@Nullable Void> {
  private final Reading reading;
  private final SectionWalk walk;

  public StoneSections(Reading reading) {
    this.reading = reading;
    walk = new SectionWalk(reading, this::visitChildren);
  }

  /** A name without its quotes. */
  private static String text(ParserRuleContext word) {
    String text = word.getText();
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  private static String lower(ParserRuleContext word) {
    return text(word).toLowerCase(Locale.ROOT);
  }

  private static String texts(WordsContext words) {
    return String.join(" ", words.word().stream().map(StoneSections::text).toList());
  }

  /** Keywords know no case; names do, and may stand in quotes. */
  private @Nullable Void setting(ParserRuleContext key, WordsContext value) {
    return walk.put(key.getText().toLowerCase(Locale.ROOT), texts(value), key);
  }

  private Section device() {
    return reading.section(Kind.DEVICE, "", 0);
  }

  @Override
  public @Nullable Void visitRest(RestContext c) {
    boolean end = c.getText().isEmpty() || c.getText().equalsIgnoreCase("exit");
    return end ? null : walk.unknown(c);
  }

  @Override
  public @Nullable Void visitRuleRest(RuleRestContext c) {
    return c.getChildCount() == 0 ? null : walk.unknown(c);
  }

  // ---------------------------------------------------------------- phases 1 and 2

  @Override
  public @Nullable Void visitIkeProposal(IkeProposalContext c) {
    return walk.within(Kind.IKE_PROPOSAL, text(c.name()), c);
  }

  @Override
  public @Nullable Void visitIpsecProposal(IpsecProposalContext c) {
    return walk.within(Kind.IPSEC_PROPOSAL, text(c.name()), c);
  }

  @Override
  public @Nullable Void visitProposalLine(ProposalLineContext c) {
    String value = texts(c.words()).toLowerCase(Locale.ROOT);
    return walk.put(c.proposalKey().getText().toLowerCase(Locale.ROOT), value, c);
  }

  @Override
  public @Nullable Void visitPeer(PeerContext c) {
    return walk.within(Kind.PEER, text(c.name()), c);
  }

  @Override
  public @Nullable Void visitPeerSetting(PeerSettingContext c) {
    return setting(c.peerKey(), c.words());
  }

  @Override
  public @Nullable Void visitKey(KeyContext c) {
    walk.in().key(Secret.ofText(text(c.secret)));
    return null;
  }

  @Override
  public @Nullable Void visitOwnIdentity(OwnIdentityContext c) {
    return identity("self", c.type, c.value, c);
  }

  @Override
  public @Nullable Void visitPeerIdentity(PeerIdentityContext c) {
    return identity("other", c.type, c.value, c);
  }

  /** Names of certificates and key ids are no identities of the plan. */
  private @Nullable Void identity(
      String what, WordContext type, @Nullable WordContext value, ParserRuleContext c) {
    if (value == null || !lower(type).matches("ip|fqdn|u-fqdn")) return walk.unknown(c);
    return walk.put(what, text(value), c);
  }

  @Override
  public @Nullable Void visitDpd(DpdContext c) {
    String interval = c.interval == null ? "10" : text(c.interval);
    boolean seldom = c.how != null && c.how.getText().equalsIgnoreCase("on-demand");
    return walk.put("dpd", seldom ? interval + " on-demand" : interval, c);
  }

  @Override
  public @Nullable Void visitTunnel(TunnelContext c) {
    return walk.within(Kind.TUNNEL, text(c.name()), c);
  }

  @Override
  public @Nullable Void visitTunnelSetting(TunnelSettingContext c) {
    return setting(c.tunnelKey(), c.words());
  }

  /** A pair for one service alone is none that the plan has. */
  @Override
  public @Nullable Void visitPair(PairContext c) {
    Optional<Ipv4Prefix> from = Networks.parse(text(c.from));
    Optional<Ipv4Prefix> to = Networks.parse(text(c.to));
    if (from.isEmpty() || to.isEmpty() || !lower(c.service).equals("any")) return walk.unknown(c);
    return walk.put("pair", PlanValues.pair(from.get(), to.get()), c);
  }

  @Override
  public @Nullable Void visitTcpMss(TcpMssContext c) {
    boolean all = c.scope.getText().equalsIgnoreCase("all");
    device().add(all ? "mss of all" : "mss", text(c.word()), line(c));
    return null;
  }

  @Override
  public @Nullable Void visitUnknownBlock(UnknownBlockContext c) {
    return walk.unknown(c);
  }

  // ---------------------------------------------------------------- interfaces, zones, addresses

  @Override
  public @Nullable Void visitInterface(InterfaceContext c) {
    return walk.within(Kind.INTERFACE, lower(c.name()), c);
  }

  @Override
  public @Nullable Void visitInterfaceSetting(InterfaceSettingContext c) {
    return setting(c.interfaceKey(), c.words());
  }

  @Override
  public @Nullable Void visitBound(BoundContext c) {
    return walk.put("tunnel", text(c.word(0)), c);
  }

  @Override
  public @Nullable Void visitZone(ZoneContext c) {
    return walk.within(Kind.ZONE, text(c.name()), c);
  }

  @Override
  public @Nullable Void visitZoneLine(ZoneLineContext c) {
    return setting(c.zoneKey(), c.words());
  }

  @Override
  public @Nullable Void visitAddress(AddressContext c) {
    return walk.within(Kind.ADDRESS, text(c.name()), c);
  }

  @Override
  public @Nullable Void visitAddressNetwork(AddressNetworkContext c) {
    Optional<Ipv4Prefix> network = network(c.word());
    return network.isEmpty()
        ? walk.put("odd", "", c)
        : walk.put("network", network.get().toString(), c);
  }

  @Override
  public @Nullable Void visitAddressMember(AddressMemberContext c) {
    return walk.put("member", text(c.word()), c);
  }

  @Override
  public @Nullable Void visitAddressRest(AddressRestContext c) {
    return walk.put("odd", "", c);
  }

  /** {@code 10.0.0.0/8}, or an address and a mask. */
  private static Optional<Ipv4Prefix> network(List<WordContext> words) {
    String first = text(words.getFirst());
    return words.size() > 1 ? Networks.withMask(first, text(words.get(1))) : Networks.parse(first);
  }

  // ---------------------------------------------------------------- routes and NAT

  @Override
  public @Nullable Void visitRoute(RouteContext c) {
    List<WordContext> words = c.words().word();
    boolean masked = words.size() > 2 && Networks.isAddress(text(words.get(1)));
    int rest = masked && !text(words.getFirst()).contains("/") ? 2 : 1;
    if (words.size() <= rest) return walk.skip(c);
    Optional<Ipv4Prefix> to = network(words.subList(0, rest));
    if (to.isEmpty()) return walk.skip(c);
    reading
        .section(Kind.ROUTE, "in line " + line(c), line(c))
        .add("to", to.get().toString(), line(c))
        .add("via", lower(words.get(rest)), line(c));
    return null;
  }

  @Override
  public @Nullable Void visitTranslation(TranslationContext c) {
    String name = c.number == null ? "in line " + line(c) : text(c.number);
    Section rule = reading.section(Kind.TRANSLATION, name, line(c));
    if (c.place() != null) rule.add("place", place(c.place()), line(c));
    return walk.within(rule, c);
  }

  private static String place(ParserRuleContext place) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < place.getChildCount(); i++) words.add(place.getChild(i).getText());
    words.set(0, words.getFirst().toLowerCase(Locale.ROOT));
    return String.join(" ", words).replace("\"", "");
  }

  @Override
  public @Nullable Void visitTranslationMoved(TranslationMovedContext c) {
    device().add("moved " + Kind.TRANSLATION, text(c.what) + " " + place(c.place()), line(c));
    return null;
  }

  @Override
  public @Nullable Void visitFrom(FromContext c) {
    return addressed("from", c.addressed(), c);
  }

  @Override
  public @Nullable Void visitTo(ToContext c) {
    return addressed("to", c.addressed(), c);
  }

  /** Before 5.5R6 nothing says whether a name or a network follows. */
  private @Nullable Void addressed(String what, AddressedContext a, ParserRuleContext c) {
    boolean book = a.kind != null && !a.kind.getText().equalsIgnoreCase("ip");
    Optional<Ipv4Prefix> network = book ? Optional.empty() : Networks.parse(text(a.word()));
    return network.isEmpty()
        ? walk.put(what + " book", text(a.word()), c)
        : walk.put(what, network.get().toString(), c);
  }

  @Override
  public @Nullable Void visitFromZone(FromZoneContext c) {
    return walk.put("narrow", "", c);
  }

  @Override
  public @Nullable Void visitIngress(IngressContext c) {
    return walk.put("narrow", "", c);
  }

  @Override
  public @Nullable Void visitToZone(ToZoneContext c) {
    return walk.put("to-zone", text(c.word()), c);
  }

  @Override
  public @Nullable Void visitService(ServiceContext c) {
    return lower(c.word()).equals("any") ? null : walk.put("narrow", "", c);
  }

  @Override
  public @Nullable Void visitEgress(EgressContext c) {
    return walk.put("eif", lower(c.word()), c);
  }

  @Override
  public @Nullable Void visitEgressRouter(EgressRouterContext c) {
    return walk.put("eif", "router " + text(c.word()), c);
  }

  @Override
  public @Nullable Void visitUntranslated(UntranslatedContext c) {
    return walk.put("no-trans", "", c);
  }

  @Override
  public @Nullable Void visitTranslated(TranslatedContext c) {
    return walk.put("trans-to", "", c);
  }

  @Override
  public @Nullable Void visitOff(OffContext c) {
    return walk.put("disable", "", c);
  }

  // ---------------------------------------------------------------- the policy

  @Override
  public @Nullable Void visitRule_(Rule_Context c) {
    String name = c.id == null ? "in line " + line(c) : text(c.id);
    Section rule = reading.section(Kind.RULE, name, line(c));
    if (c.named != null) rule.add("name", text(c.named), line(c));
    if (c.place_() != null) rule.add("place", place(c.place_()), line(c));
    return walk.within(rule, c);
  }

  @Override
  public @Nullable Void visitRuleMoved(RuleMovedContext c) {
    String moved = text(c.what).replaceFirst("(?i)^name", "");
    device().add("moved " + Kind.RULE, moved + " " + place(c.place_()), line(c));
    return null;
  }

  @Override
  public @Nullable Void visitRuleFromZone(RuleFromZoneContext c) {
    return walk.put("src-zone", text(c.word()), c);
  }

  @Override
  public @Nullable Void visitRuleToZone(RuleToZoneContext c) {
    return walk.put("dst-zone", text(c.word()), c);
  }

  @Override
  public @Nullable Void visitRuleFromNetwork(RuleFromNetworkContext c) {
    return side("from", c.word(), c);
  }

  @Override
  public @Nullable Void visitRuleToNetwork(RuleToNetworkContext c) {
    return side("to", c.word(), c);
  }

  private @Nullable Void side(String what, List<WordContext> words, ParserRuleContext c) {
    Optional<Ipv4Prefix> network = network(words);
    return network.isEmpty() ? walk.unknown(c) : walk.put(what, network.get().toString(), c);
  }

  @Override
  public @Nullable Void visitRuleFromAddress(RuleFromAddressContext c) {
    return walk.put("from book", text(c.word()), c);
  }

  @Override
  public @Nullable Void visitRuleToAddress(RuleToAddressContext c) {
    return walk.put("to book", text(c.word()), c);
  }

  @Override
  public @Nullable Void visitRuleService(RuleServiceContext c) {
    return walk.put("service", lower(c.word()), c);
  }

  @Override
  public @Nullable Void visitRuleAction(RuleActionContext c) {
    return walk.put("action", texts(c.words()), c);
  }

  @Override
  public @Nullable Void visitRuleName(RuleNameContext c) {
    return walk.put("name", text(c.word()), c);
  }

  @Override
  public @Nullable Void visitRuleOff(RuleOffContext c) {
    return walk.put("disable", "", c);
  }

  @Override
  public @Nullable Void visitRuleNarrowed(RuleNarrowedContext c) {
    return walk.put("narrow", "", c);
  }

  // ---------------------------------------------------------------- the rest

  @Override
  public @Nullable Void visitSkippedBlock(SkippedBlockContext c) {
    return walk.skip(c);
  }

  @Override
  public @Nullable Void visitProtocol(ProtocolContext c) {
    return walk.skip(c);
  }

  @Override
  public @Nullable Void visitOther(OtherContext c) {
    return c.getChildCount() == 0 ? null : walk.skip(c);
  }

  @Override
  public @Nullable Void visitPlain(PlainContext c) {
    return walk.skip(c);
  }
}
