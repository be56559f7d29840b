package org.vpnhub.ike.internal.v2;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vpnhub.crypto.EncryptionAlgorithm;
import org.vpnhub.crypto.IntegrityAlgorithm;
import org.vpnhub.crypto.KeyExchangeMethod;
import org.vpnhub.crypto.PrfAlgorithm;
import org.vpnhub.ike.EspProposal;
import org.vpnhub.ike.FailureReason;
import org.vpnhub.ike.IkeProposal;
import org.vpnhub.ike.internal.message.Proposal;
import org.vpnhub.ike.internal.message.Transform;

/**
 * Why no proposal fits, with both values: the responder's record is the only place that has the
 * full truth, as the initiator only sees NO_PROPOSAL_CHOSEN.
 *
 * @param local the configured values of the attribute that differs
 * @param remote the offered values of that attribute
 */
record Mismatch(FailureReason reason, String local, String remote) {

  /** Names of transforms; beyond the engine's own also what peers are likely to offer (IANA). */
  private static final Map<Integer, Map<Integer, String>> NAMES =
      Map.of(
          Transform.ENCR,
          Map.of(
              2,
              "DES_CBC",
              3,
              "3DES_CBC",
              11,
              "NULL",
              12,
              "AES_CBC",
              13,
              "AES_CTR",
              18,
              "AES_GCM_8",
              19,
              "AES_GCM_12",
              20,
              "AES_GCM_16",
              23,
              "CAMELLIA_CBC",
              28,
              "CHACHA20_POLY1305"),
          Transform.PRF,
          Map.of(
              1,
              "PRF_HMAC_MD5",
              2,
              "PRF_HMAC_SHA1",
              4,
              "PRF_AES128_XCBC",
              5,
              "PRF_HMAC_SHA2_256",
              6,
              "PRF_HMAC_SHA2_384",
              7,
              "PRF_HMAC_SHA2_512"),
          Transform.INTEG,
          Map.of(
              0,
              "NONE",
              1,
              "HMAC_MD5_96",
              2,
              "HMAC_SHA1_96",
              5,
              "AES_XCBC_96",
              12,
              "HMAC_SHA2_256_128",
              13,
              "HMAC_SHA2_384_192",
              14,
              "HMAC_SHA2_512_256"),
          Transform.KE,
          Map.of(
              0,
              "NONE",
              1,
              "MODP_768",
              2,
              "MODP_1024",
              5,
              "MODP_1536",
              14,
              "MODP_2048",
              15,
              "MODP_3072",
              16,
              "MODP_4096",
              19,
              "ECP_256",
              20,
              "ECP_384",
              31,
              "CURVE_25519"),
          Transform.ESN,
          Map.of(0, "NO_EXT_SEQ", 1, "EXT_SEQ"));

  static Mismatch ofIke(List<IkeProposal> ours, List<Proposal> offered) {
    List<Proposal> ike = of(Proposal.IKE, offered);
    if (ike.isEmpty()) return wrongProtocol("IKE", offered);
    Attribute encryption =
        new Attribute(
            FailureReason.ENCRYPTION_ALGORITHM_MISMATCH,
            Transform.ENCR,
            values(ours, IkeProposal::encryption, Mismatch::encryption));
    Attribute integrity =
        new Attribute(
            FailureReason.AUTHENTICATION_ALGORITHM_MISMATCH,
            Transform.INTEG,
            values(ours, IkeProposal::integrity, Mismatch::integrity));
    Attribute prf =
        new Attribute(
            FailureReason.AUTHENTICATION_ALGORITHM_MISMATCH,
            Transform.PRF,
            values(ours, IkeProposal::prf, Mismatch::prf));
    Attribute group =
        new Attribute(
            FailureReason.DH_GROUP_MISMATCH,
            Transform.KE,
            values(ours, IkeProposal::keyExchange, Mismatch::method));
    return first(List.of(encryption, integrity, prf, group), ours, ike);
  }

  static Mismatch ofEsp(List<EspProposal> ours, List<Proposal> offered, boolean withPfs) {
    List<Proposal> esp = of(Proposal.ESP, offered);
    if (esp.isEmpty()) return wrongProtocol("ESP", offered);
    List<Attribute> attributes = new ArrayList<>();
    attributes.add(
        new Attribute(
            FailureReason.ENCRYPTION_ALGORITHM_MISMATCH,
            Transform.ENCR,
            values(ours, EspProposal::encryption, Mismatch::encryption)));
    attributes.add(
        new Attribute(
            FailureReason.AUTHENTICATION_ALGORITHM_MISMATCH,
            Transform.INTEG,
            values(ours, EspProposal::integrity, Mismatch::integrity)));
    if (withPfs) {
      attributes.add(
          new Attribute(
              FailureReason.PFS_MISMATCH,
              Transform.KE,
              values(ours, EspProposal::pfs, Mismatch::method)));
    }
    return first(attributes, ours, esp);
  }

  /** One attribute: its transform type and our values of it. */
  private record Attribute(FailureReason reason, int type, List<Transform> ours) {}

  private static Mismatch first(List<Attribute> attributes, List<?> ours, List<Proposal> offered) {
    for (Attribute a : attributes) {
      boolean common =
          offered.stream().anyMatch(p -> a.ours().stream().anyMatch(t -> serves(p, t)));
      if (!common) {
        return new Mismatch(a.reason(), transforms(a.ours()), offeredOf(a.type(), offered));
      }
    }
    String local = ours.stream().map(Object::toString).collect(Collectors.joining(", "));
    return new Mismatch(FailureReason.PROPOSAL_MISMATCH, local, text(offered));
  }

  private static boolean serves(Proposal p, Transform ours) {
    boolean none = ours.id() == 0 && ours.type() != Transform.ESN;
    return p.transforms().contains(ours) || none && !p.hasType(ours.type());
  }

  private static Mismatch wrongProtocol(String wanted, List<Proposal> offered) {
    String remote =
        offered.stream()
            .map(p -> p.protocol() == Proposal.AH ? "AH" : "protocol " + p.protocol())
            .distinct()
            .collect(Collectors.joining(", "));
    return new Mismatch(FailureReason.SECURITY_PROTOCOL_MISMATCH, wanted, remote);
  }

  private static List<Proposal> of(int protocol, List<Proposal> offered) {
    return offered.stream().filter(p -> p.protocol() == protocol).toList();
  }

  private static <S, A> List<Transform> values(
      List<S> suites, Function<S, A> attribute, Function<A, Transform> transform) {
    return suites.stream().map(attribute).map(transform).distinct().toList();
  }

  private static Transform encryption(EncryptionAlgorithm e) {
    return new Transform(Transform.ENCR, e.transformId(), e.keyBits());
  }

  private static Transform integrity(IntegrityAlgorithm i) {
    return new Transform(Transform.INTEG, i.transformId());
  }

  private static Transform prf(PrfAlgorithm p) {
    return new Transform(Transform.PRF, p.transformId());
  }

  private static Transform method(KeyExchangeMethod m) {
    return new Transform(Transform.KE, m.transformId());
  }

  // Text

  private static String offeredOf(int type, List<Proposal> offered) {
    Set<String> names = new LinkedHashSet<>();
    for (Proposal p : offered) p.ofType(type).map(Mismatch::text).forEach(names::add);
    return names.isEmpty() ? "NONE" : String.join(", ", names);
  }

  private static String transforms(List<Transform> transforms) {
    return transforms.stream().map(Mismatch::text).distinct().collect(Collectors.joining(", "));
  }

  /** Offered proposals as strongSwan writes them, separated by commas. */
  static String text(List<Proposal> offered) {
    return offered.stream()
        .map(
            p ->
                p.transforms().stream()
                    .map(Mismatch::text)
                    .distinct()
                    .collect(Collectors.joining("/")))
        .collect(Collectors.joining(", "));
  }

  static String text(Transform t) {
    String name = NAMES.getOrDefault(t.type(), Map.of()).get(t.id());
    String base = name == null ? "transform " + t.type() + "." + t.id() : name;
    return t.keyBits() == 0 ? base : base + "_" + t.keyBits();
  }

  /** Name of a key exchange method by its number. */
  static String methodName(int method) {
    return text(new Transform(Transform.KE, method));
  }
}
