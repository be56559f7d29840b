package org.vpnhub.exporter.cisco.internal;

import static org.vpnhub.exporter.antlr.Grammars.line;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.exporter.cisco.grammar.IosParser.*;
import org.vpnhub.exporter.read.Networks;
import org.vpnhub.exporter.read.PlanValues;
import org.vpnhub.exporter.read.Reading;
import org.vpnhub.exporter.read.Section;

/** Takes interfaces, access lists, routes and NAT from the tree. */
abstract class IosSurroundings extends IosWalk {
  private String clause = "permit";

  IosSurroundings(Reading reading) {
    super(reading);
  }

  static String interfaceName(String words) {
    return words.toLowerCase(Locale.ROOT);
  }

  // ---------------------------------------------------------------- interfaces

  @Override
  public @Nullable Void visitInterfaceSection(InterfaceSectionContext c) {
    String name = String.join("", texts(c.name().words()));
    Section section = reading.section(Kind.INTERFACE, interfaceName(name), line(c));
    section.add("name", name, line(c));
    return walk.within(section, c);
  }

  @Override
  public @Nullable Void visitTunnelSource(TunnelSourceContext c) {
    return walk.put("source", text(c.word()), c);
  }

  @Override
  public @Nullable Void visitTunnelDestination(TunnelDestinationContext c) {
    return walk.put("destination", text(c.word()), c);
  }

  @Override
  public @Nullable Void visitTunnelMode(TunnelModeContext c) {
    return walk.put("ipsec", "ipv4", c);
  }

  @Override
  public @Nullable Void visitTunnelProfile(TunnelProfileContext c) {
    return walk.put("profile", text(c.word()), c);
  }

  @Override
  public @Nullable Void visitTunnelPolicy(TunnelPolicyContext c) {
    return walk.put("policy", text(c.word()), c);
  }

  @Override
  public @Nullable Void visitInterfaceAddress(InterfaceAddressContext c) {
    String address = text(c.word(0));
    if (!Networks.isAddress(address)) return walk.unknown(c);
    boolean secondary = c.getStop().getText().equals("secondary");
    return secondary ? null : walk.put("address", address, c);
  }

  @Override
  public @Nullable Void visitInterfaceUnnumbered(InterfaceUnnumberedContext c) {
    return walk.put("unnumbered", text(c.word()), c);
  }

  @Override
  public @Nullable Void visitInterfaceMss(InterfaceMssContext c) {
    return walk.put("mss", text(c.word()), c);
  }

  @Override
  public @Nullable Void visitInterfaceMap(InterfaceMapContext c) {
    return walk.put("map", text(c.word()), c);
  }

  // ---------------------------------------------------------------- access lists

  @Override
  public @Nullable Void visitNamedList(NamedListContext c) {
    List<String> words = texts(c.words());
    if (words.size() != 2) return walk.skip(c);
    return walk.within(reading.section(Kind.LIST, words.get(1), line(c)), c);
  }

  @Override
  public @Nullable Void visitNumberedList(NumberedListContext c) {
    return walk.within(reading.section(Kind.LIST, text(c.word()), line(c)), c);
  }

  @Override
  public @Nullable Void visitExtendedEntry(ExtendedEntryContext c) {
    return entry(c.action(), network(c.network(0)), network(c.network(1)));
  }

  @Override
  public @Nullable Void visitStandardEntry(StandardEntryContext c) {
    StandardContext from = c.standard();
    Optional<Ipv4Prefix> source =
        from.network() != null ? network(from.network()) : Networks.parse(from.address().getText());
    return entry(c.action(), source, Optional.of(Ipv4Prefix.ANY));
  }

  private @Nullable Void entry(
      ActionContext action, Optional<Ipv4Prefix> from, Optional<Ipv4Prefix> to) {
    if (from.isEmpty() || to.isEmpty()) return walk.unknown(action);
    return walk.put(action.getText(), PlanValues.pair(from.get(), to.get()), action);
  }

  private static Optional<Ipv4Prefix> network(NetworkContext c) {
    return switch (c.address().size()) {
      case 0 -> Optional.of(Ipv4Prefix.ANY);
      case 1 -> Networks.parse(c.address(0).getText());
      default -> Networks.withWildcard(c.address(0).getText(), c.address(1).getText());
    };
  }

  // ---------------------------------------------------------------- routes and NAT

  @Override
  public @Nullable Void visitRoute(RouteContext c) {
    Optional<Ipv4Prefix> to = Networks.withMask(text(c.word(0)), text(c.word(1)));
    if (to.isEmpty()) return walk.skip(c);
    reading
        .section(Kind.ROUTE, "in line " + line(c), line(c))
        .add("to", to.get().toString(), line(c))
        .add("via", interfaceName(text(c.word(2))), line(c));
    return visit(c.stray());
  }

  @Override
  public @Nullable Void visitNatSource(NatSourceContext c) {
    boolean list = c.getChild(3).getText().equalsIgnoreCase("list");
    reading
        .section(Kind.NAT, "in line " + line(c), line(c))
        .add(list ? "list" : "map", text(c.word()), line(c));
    return visit(c.stray());
  }

  @Override
  public @Nullable Void visitRouteMap(RouteMapContext c) {
    List<String> words = texts(c.words());
    clause = at(words, 1).equals("deny") ? "deny" : "permit";
    return walk.within(reading.section(Kind.ROUTE_MAP, at(words, 0), line(c)), c);
  }

  @Override
  public @Nullable Void visitRouteMapMatch(RouteMapMatchContext c) {
    for (WordContext list : c.word()) walk.put(clause, text(list), c);
    return null;
  }

  @Override
  public @Nullable Void visitHostname(HostnameContext c) {
    device().add("hostname", at(texts(c.words()), 0), line(c));
    return walk.skip(c);
  }

  @Override
  public @Nullable Void visitDomain(DomainContext c) {
    device().add("domain", text(c.word()), line(c));
    return walk.skip(c);
  }

  final Section device() {
    return reading.section(Kind.DEVICE, "", 0);
  }

  // ---------------------------------------------------------------- the rest

  @Override
  public @Nullable Void visitSkipped(SkippedContext c) {
    return walk.skip(c);
  }

  @Override
  public @Nullable Void visitOtherIp(OtherIpContext c) {
    return walk.skip(c);
  }

  @Override
  public @Nullable Void visitOtherCrypto(OtherCryptoContext c) {
    return walk.skip(c);
  }

  @Override
  public @Nullable Void visitRemoteAccess(RemoteAccessContext c) {
    return walk.skip(c);
  }
}
