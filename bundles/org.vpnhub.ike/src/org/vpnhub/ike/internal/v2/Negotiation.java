package org.vpnhub.ike.internal.v2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vpnhub.crypto.EncryptionAlgorithm;
import org.vpnhub.crypto.IntegrityAlgorithm;
import org.vpnhub.crypto.KeyExchangeMethod;
import org.vpnhub.ike.EspProposal;
import org.vpnhub.ike.IkeProposal;
import org.vpnhub.ike.internal.message.Proposal;
import org.vpnhub.ike.internal.message.Transform;

/** Offers and choices of algorithms (RFC 7296 §2.7, §3.3). */
final class Negotiation {
  private Negotiation() {}

  /** A chosen IKE suite with the proposal to answer. */
  record IkeChoice(IkeProposal suite, Proposal reply) {}

  /** A chosen ESP suite with the proposal to answer. */
  record EspChoice(EspProposal suite, boolean esn, int peerSpi, Proposal reply) {}

  // Offers

  /** One proposal for each suite, numbered from 1. */
  static List<Proposal> offerIke(List<IkeProposal> suites, byte[] spi) {
    List<Proposal> proposals = new ArrayList<>();
    for (IkeProposal s : suites) {
      proposals.add(new Proposal(proposals.size() + 1, Proposal.IKE, spi, transforms(s)));
    }
    return proposals;
  }

  private static List<Transform> transforms(IkeProposal s) {
    List<Transform> transforms = new ArrayList<>();
    transforms.add(encryption(s.encryption()));
    // RFC 5282 §8: with an AEAD cipher there is no integrity transform.
    if (s.integrity() != IntegrityAlgorithm.NONE) {
      transforms.add(new Transform(Transform.INTEG, s.integrity().transformId()));
    }
    transforms.add(new Transform(Transform.PRF, s.prf().transformId()));
    transforms.add(new Transform(Transform.KE, s.keyExchange().transformId()));
    return transforms;
  }

  /**
   * One proposal for each suite, numbered from 1.
   *
   * @param withPfs false in IKE_AUTH, where there is no key exchange (RFC 7296 §1.2)
   */
  static List<Proposal> offerEsp(List<EspProposal> suites, int spi, boolean withPfs) {
    List<Proposal> proposals = new ArrayList<>();
    for (EspProposal s : suites) {
      List<Transform> transforms = espTransforms(s, withPfs);
      if (s.esn()) transforms.add(new Transform(Transform.ESN, 1));
      transforms.add(new Transform(Transform.ESN, 0));
      proposals.add(new Proposal(proposals.size() + 1, Proposal.ESP, Spi.octets(spi), transforms));
    }
    return proposals;
  }

  private static List<Transform> espTransforms(EspProposal s, boolean withPfs) {
    List<Transform> transforms = new ArrayList<>();
    transforms.add(encryption(s.encryption()));
    if (s.integrity() != IntegrityAlgorithm.NONE) {
      transforms.add(new Transform(Transform.INTEG, s.integrity().transformId()));
    }
    if (withPfs && s.pfs() != KeyExchangeMethod.NONE) {
      transforms.add(new Transform(Transform.KE, s.pfs().transformId()));
    }
    return transforms;
  }

  private static Transform encryption(EncryptionAlgorithm e) {
    return new Transform(Transform.ENCR, e.transformId(), e.keyBits());
  }

  // Choices of the responder

  /**
   * The first own suite that a proposal of the peer contains.
   *
   * @param preferredMethod a key exchange method whose public value the peer has sent already:
   *     suites with it come first, to save a round trip
   */
  static Optional<IkeChoice> chooseIke(
      List<IkeProposal> suites, List<Proposal> offered, int preferredMethod, byte[] replySpi) {
    for (boolean preferred : new boolean[] {true, false}) {
      for (IkeProposal s : suites) {
        if ((s.keyExchange().transformId() == preferredMethod) != preferred) continue;
        for (Proposal p : offered) {
          if (p.protocol() == Proposal.IKE && containsAll(p, transforms(s))) {
            Proposal reply = new Proposal(p.number(), Proposal.IKE, replySpi, transforms(s));
            return Optional.of(new IkeChoice(s, reply));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The first own suite that a proposal of the peer contains; the reply's SPI is ours. */
  static Optional<EspChoice> chooseEsp(
      List<EspProposal> suites, List<Proposal> offered, boolean withPfs, int ourSpi) {
    for (EspProposal s : suites) {
      for (Proposal p : offered) {
        if (!servesEsp(p, s, withPfs)) continue;
        boolean esn = s.esn() && contains(p, new Transform(Transform.ESN, 1));
        boolean plain = !p.hasType(Transform.ESN) || contains(p, new Transform(Transform.ESN, 0));
        if (!esn && !plain) continue;
        List<Transform> transforms = espTransforms(s, withPfs);
        if (p.hasType(Transform.ESN)) transforms.add(new Transform(Transform.ESN, esn ? 1 : 0));
        Proposal reply = new Proposal(p.number(), Proposal.ESP, Spi.octets(ourSpi), transforms);
        return Optional.of(new EspChoice(s, esn, Spi.of(p.spi()), reply));
      }
    }
    return Optional.empty();
  }

  private static boolean servesEsp(Proposal p, EspProposal s, boolean withPfs) {
    if (p.protocol() != Proposal.ESP || p.spi().length != 4 || Spi.of(p.spi()) == 0) return false;
    if (!containsAll(p, espTransforms(s, withPfs))) return false;
    // RFC 7296 §3.3.6: all types of the proposal must be served; NONE is an acceptable value.
    boolean wantsPfs = withPfs && s.pfs() == KeyExchangeMethod.NONE && p.hasType(Transform.KE);
    return !wantsPfs || contains(p, new Transform(Transform.KE, 0));
  }

  private static boolean containsAll(Proposal p, List<Transform> wanted) {
    boolean aead = wanted.stream().noneMatch(t -> t.type() == Transform.INTEG);
    boolean integrityFits =
        !aead
            || !p.hasType(Transform.INTEG)
            || contains(p, new Transform(Transform.INTEG, IntegrityAlgorithm.NONE.transformId()));
    boolean known = p.transforms().stream().allMatch(t -> t.type() <= Transform.ESN);
    return known && integrityFits && wanted.stream().allMatch(t -> contains(p, t));
  }

  private static boolean contains(Proposal p, Transform wanted) {
    return p.transforms().contains(wanted);
  }

  // Checks of the initiator

  /** Our suite that the peer's answer chooses; empty when it chooses what was not offered. */
  static Optional<IkeProposal> acceptedIke(List<IkeProposal> suites, List<Proposal> answer) {
    if (answer.size() != 1) return Optional.empty();
    Proposal p = answer.getFirst();
    // RFC 7296 §3.3.1: the answer carries the number of the proposal that it accepts.
    if (p.protocol() != Proposal.IKE || p.number() < 1 || p.number() > suites.size()) {
      return Optional.empty();
    }
    IkeProposal s = suites.get(p.number() - 1);
    return isExactly(p, transforms(s)) ? Optional.of(s) : Optional.empty();
  }

  static Optional<EspChoice> acceptedEsp(
      List<EspProposal> suites, List<Proposal> answer, boolean withPfs) {
    if (answer.size() != 1) return Optional.empty();
    Proposal p = answer.getFirst();
    boolean shape = p.protocol() == Proposal.ESP && p.spi().length == 4 && Spi.of(p.spi()) != 0;
    if (!shape || p.number() < 1 || p.number() > suites.size()) return Optional.empty();
    EspProposal s = suites.get(p.number() - 1);
    for (boolean esn : s.esn() ? new boolean[] {true, false} : new boolean[] {false}) {
      List<Transform> exact = espTransforms(s, withPfs);
      exact.add(new Transform(Transform.ESN, esn ? 1 : 0));
      if (isExactly(p, exact)) {
        return Optional.of(new EspChoice(s, esn, Spi.of(p.spi()), p));
      }
    }
    return Optional.empty();
  }

  private static boolean isExactly(Proposal p, List<Transform> wanted) {
    // An answer may name NONE for a type that was not offered (RFC 7296 §3.3.6).
    List<Transform> named =
        p.transforms().stream().filter(t -> t.id() != 0 || t.type() == Transform.ESN).toList();
    boolean withoutEsn =
        wanted.contains(new Transform(Transform.ESN, 0)) && !p.hasType(Transform.ESN);
    int expected = withoutEsn ? wanted.size() - 1 : wanted.size();
    return named.size() == expected && wanted.containsAll(named);
  }
}
