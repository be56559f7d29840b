package org.vpnhub.exporter.cisco.internal;

import static org.vpnhub.exporter.antlr.Grammars.line;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;
import org.vpnhub.exporter.cisco.grammar.IosParser.*;
import org.vpnhub.exporter.read.Reading;
import org.vpnhub.exporter.read.Section;

/** Takes transform sets, IPsec profiles and crypto maps from the tree. */
abstract class IosIpsecSections extends IosSurroundings {
  static final Function<String, Optional<String>> NUMBER =
      word -> word.matches("[0-9]{1,10}") ? Optional.of(word) : Optional.empty();

  IosIpsecSections(Reading reading) {
    super(reading);
  }

  @Override
  public @Nullable Void visitTransformSet(TransformSetContext c) {
    List<String> words = texts(c.words());
    Section set = reading.section(Kind.TRANSFORMS, at(words, 0), line(c));
    IosValues.transforms(words.subList(Math.min(1, words.size()), words.size()))
        .ifPresentOrElse(
            t -> set.add("cipher", t.cipher(), line(c)).add("hash", t.hash(), line(c)),
            () -> set.unknown(line(c)));
    return walk.within(set, c);
  }

  @Override
  public @Nullable Void visitIpsecProfile(IpsecProfileContext c) {
    return walk.named(Kind.IPSEC_PROFILE, c.name(), c);
  }

  @Override
  public @Nullable Void visitSetTransforms(SetTransformsContext c) {
    for (WordContext set : c.word()) walk.put("transforms", text(set), c);
    return null;
  }

  /** Without a group it is group 1 ("Cisco IOS Security Command Reference", set pfs). */
  @Override
  public @Nullable Void visitSetPfs(SetPfsContext c) {
    return walk.put("pfs", c.word() == null ? "group1" : text(c.word()), IosValues::group, c);
  }

  @Override
  public @Nullable Void visitSetLifetime(SetLifetimeContext c) {
    return lifetime(walk.in(), c.volumeOrTime());
  }

  @Override
  public @Nullable Void visitIpsecLifetime(IpsecLifetimeContext c) {
    lifetime(device(), c.volumeOrTime());
    return visit(c.stray());
  }

  private @Nullable Void lifetime(Section section, VolumeOrTimeContext c) {
    String what = c.getStart().getText().toLowerCase();
    String value = text(c.word());
    boolean off = what.equals("kilobytes") && value.equals("disable");
    if (off) section.add(what, "none", line(c));
    else if (NUMBER.apply(value).isPresent()) section.add(what, value, line(c));
    else walk.unknown(c);
    return null;
  }

  @Override
  public @Nullable Void visitSetProfile(SetProfileContext c) {
    return walk.put(c.getChild(1).getText().toLowerCase(), text(c.word()), c);
  }

  @Override
  public @Nullable Void visitUnknownIpsec(UnknownIpsecContext c) {
    return unknownCommand(c);
  }

  // ---------------------------------------------------------------- crypto maps

  @Override
  public @Nullable Void visitMapEntry(MapEntryContext c) {
    String map = text(c.word(0));
    Section entry = reading.section(Kind.MAP_ENTRY, map + " " + text(c.word(1)), line(c));
    entry.add("map", map, line(c));
    List<String> options = texts(c.words());
    if (at(options, 0).equals("dynamic")) entry.add("dynamic", at(options, 1), line(c));
    else if (!options.isEmpty()) entry.unknown(line(c));
    reading.section(Kind.MAP, map, line(c));
    return walk.within(entry, c);
  }

  @Override
  public @Nullable Void visitMapLocal(MapLocalContext c) {
    reading
        .section(Kind.MAP, text(c.word(0)), line(c))
        .add("local", interfaceName(text(c.word(1))), line(c));
    return visit(c.stray());
  }

  @Override
  public @Nullable Void visitMapPeer(MapPeerContext c) {
    return walk.put("peer", text(c.word()), c);
  }

  @Override
  public @Nullable Void visitMapList(MapListContext c) {
    return walk.put("list", text(c.word()), c);
  }

  @Override
  public @Nullable Void visitDynamicMap(DynamicMapContext c) {
    return walk.within(reading.section(Kind.DYNAMIC_MAP, at(texts(c.words()), 0), line(c)), c);
  }

  @Override
  public @Nullable Void visitUnknownMap(UnknownMapContext c) {
    return unknownCommand(c);
  }

  final @Nullable Void unknownCommand(ParserRuleContext c) {
    reading.unknown(line(c));
    return visitChildren(c);
  }
}
