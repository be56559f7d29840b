package org.vpnhub.exporter.cisco.internal.asa;

import static org.vpnhub.exporter.antlr.Grammars.line;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.exporter.cisco.grammar.AsaParser.*;
import org.vpnhub.exporter.read.Networks;
import org.vpnhub.exporter.read.Reading;
import org.vpnhub.exporter.read.Section;

/** Takes interfaces, objects, access lists, NAT and the rest from the tree. */
abstract class AsaSurroundings extends AsaWalk {
  AsaSurroundings(Reading reading) {
    super(reading);
  }

  // ---------------------------------------------------------------- interfaces

  @Override
  public @Nullable Void visitInterfaceSection(InterfaceSectionContext c) {
    String name = String.join("", texts(c.words(0)));
    return walk.within(reading.section(AsaKind.INTERFACE, name, line(c)), c);
  }

  @Override
  public @Nullable Void visitNameif(NameifContext c) {
    return set("nameif", text(c.word()), Optional::of, c);
  }

  @Override
  public @Nullable Void visitInterfaceAddress(InterfaceAddressContext c) {
    String address = text(c.word(0));
    if (Networks.isAddress(address)) return set("address", address, Optional::of, c);
    return null;
  }

  // ---------------------------------------------------------------- objects

  @Override
  public @Nullable Void visitObjectSection(ObjectSectionContext c) {
    return walk.named(AsaKind.OBJECT, c.name(), c);
  }

  @Override
  public @Nullable Void visitObjectSubnet(ObjectSubnetContext c) {
    return set("network", "", w -> masked(c.word(0), c.word(1)), c);
  }

  @Override
  public @Nullable Void visitObjectHost(ObjectHostContext c) {
    return set("network", text(c.word()), AsaSurroundings::host, c);
  }

  @Override
  public @Nullable Void visitObjectGroupSection(ObjectGroupSectionContext c) {
    return walk.named(AsaKind.OBJECT_GROUP, c.name(), c);
  }

  @Override
  public @Nullable Void visitMemberHost(MemberHostContext c) {
    return member(host(text(c.word())), c);
  }

  @Override
  public @Nullable Void visitMemberSubnet(MemberSubnetContext c) {
    return member(masked(c.word(0), c.word(1)), c);
  }

  @Override
  public @Nullable Void visitMemberObject(MemberObjectContext c) {
    return member(Optional.of("object " + text(c.word())), c);
  }

  @Override
  public @Nullable Void visitMemberGroup(MemberGroupContext c) {
    return member(Optional.of("object-group " + text(c.word())), c);
  }

  private @Nullable Void member(Optional<String> network, ObjectGroupLineContext c) {
    network.ifPresentOrElse(n -> walk.in().add("network", n, line(c)), () -> walk.unknown(c));
    return null;
  }

  private static Optional<String> host(String address) {
    return Networks.isAddress(address) ? Optional.of(address + "/32") : Optional.empty();
  }

  private static Optional<String> masked(WordContext address, WordContext mask) {
    return Networks.withMask(text(address), text(mask)).map(Ipv4Prefix::toString);
  }

  // ---------------------------------------------------------------- access lists

  @Override
  public @Nullable Void visitEntry(EntryContext c) {
    Section list = reading.section(AsaKind.LIST, text(c.word(0)), line(c));
    Optional<String> from = network(c.network(0));
    Optional<String> to = network(c.network(1));
    List<String> more = texts(c.words());
    boolean plain = more.isEmpty() || more.getFirst().equals("log");
    if (from.isEmpty() || to.isEmpty() || !plain) {
      list.unknown(line(c));
      return null;
    }
    boolean permit =
        c.children.stream().anyMatch(t -> t.getText().toLowerCase(Locale.ROOT).equals("permit"));
    list.add(permit ? "permit" : "deny", from.get() + " - " + to.get(), line(c));
    return null;
  }

  /** A prefix, or {@code object NAME} or {@code object-group NAME}. */
  private static Optional<String> network(NetworkContext c) {
    String first = c.getStart().getText().toLowerCase(Locale.ROOT);
    return switch (c.word().size()) {
      case 0 -> Optional.of(Ipv4Prefix.ANY.toString());
      case 1 ->
          first.equals("host") ? host(text(c.word(0))) : Optional.of(first + " " + text(c.word(0)));
      default -> masked(c.word(0), c.word(1));
    };
  }

  @Override
  public @Nullable Void visitOtherEntry(OtherEntryContext c) {
    List<String> words = texts(c.words());
    if (!words.isEmpty()) {
      reading.section(AsaKind.LIST, words.getFirst(), line(c)).unknown(line(c));
    }
    return null;
  }

  // ---------------------------------------------------------------- NAT

  /** {@code (real,mapped) [position | after-auto] source static A B destination static C D}. */
  @Override
  public @Nullable Void visitTwiceNat(TwiceNatContext c) {
    List<String> all = texts(c.word());
    List<String> words = all.subList(all.size() - 4, all.size());
    Section rule = rule(all.subList(0, all.size() - 4), line(c));
    rule.add("own", words.get(0), line(c)).add("remote", words.get(2), line(c));
    boolean same = words.get(0).equals(words.get(1)) && words.get(2).equals(words.get(3));
    if (same) rule.add("identity", "true", line(c));
    if (texts(c.words()).contains("inactive")) rule.add("inactive", "true", line(c));
    return null;
  }

  @Override
  public @Nullable Void visitSourceNat(SourceNatContext c) {
    List<String> all = texts(c.word());
    Section rule = rule(all.subList(0, all.size() - 1), line(c));
    rule.add("own", all.getLast(), line(c));
    List<String> more = texts(c.words());
    if (more.contains("destination")) rule.add("destination", "true", line(c));
    if (more.contains("inactive")) rule.add("inactive", "true", line(c));
    return null;
  }

  private Section rule(List<String> head, int line) {
    Section rule = reading.section(AsaKind.NAT, "in line " + line, line);
    String[] interfaces = head.getFirst().replaceAll("[()]", "").split(",");
    rule.add("mapped", interfaces[interfaces.length - 1], line);
    if (head.size() > 1) rule.add("position", head.get(1), line);
    return rule;
  }

  @Override
  public @Nullable Void visitOtherNat(OtherNatContext c) {
    return walk.skip(c);
  }

  // ---------------------------------------------------------------- the rest

  @Override
  public @Nullable Void visitTcpMss(TcpMssContext c) {
    device().replace("mss").add("mss", text(c.word()), line(c));
    return null;
  }

  @Override
  public @Nullable Void visitNotPermitted(NotPermittedContext c) {
    device().add("filtered", "true", line(c));
    return visit(c.stray());
  }

  @Override
  public @Nullable Void visitHostname(HostnameContext c) {
    device().add("hostname", String.join("", texts(c.words())), line(c));
    return walk.skip(c);
  }

  @Override
  public @Nullable Void visitDomain(DomainContext c) {
    device().add("domain", String.join("", texts(c.words())), line(c));
    return walk.skip(c);
  }

  @Override
  public @Nullable Void visitSkipped(SkippedContext c) {
    return walk.skip(c);
  }

  @Override
  public @Nullable Void visitOtherCrypto(OtherCryptoContext c) {
    return walk.skip(c);
  }
}
