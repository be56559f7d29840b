package org.vpnhub.exporter;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.vpnhub.plan.DhGroup;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.Hash;

/**
 * Algorithms that a device offers in one phase.
 *
 * @param encryptions ciphers
 * @param hashes integrity and PRF
 * @param groups key exchange groups
 */
public record Algorithms(Set<Encryption> encryptions, Set<Hash> hashes, Set<DhGroup> groups) {

  public Algorithms {
    encryptions = Set.copyOf(encryptions);
    hashes = Set.copyOf(hashes);
    groups = Set.copyOf(groups);
  }

  /** These algorithms without some. */
  public Algorithms without(
      Collection<Encryption> noEncryptions,
      Collection<Hash> noHashes,
      Collection<DhGroup> noGroups) {
    return new Algorithms(
        minus(Encryption.class, encryptions, noEncryptions),
        minus(Hash.class, hashes, noHashes),
        minus(DhGroup.class, groups, noGroups));
  }

  private static <E extends Enum<E>> Set<E> minus(
      Class<E> type, Set<E> all, Collection<E> without) {
    Set<E> rest = EnumSet.noneOf(type);
    rest.addAll(all);
    rest.removeAll(without);
    return rest;
  }
}
