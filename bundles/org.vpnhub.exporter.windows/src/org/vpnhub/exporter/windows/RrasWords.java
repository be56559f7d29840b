package org.vpnhub.exporter.windows;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.exporter.Algorithms;
import org.vpnhub.exporter.DeviceRelease;
import org.vpnhub.exporter.view.Dialect;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.DhGroup;
import org.vpnhub.plan.DpdPlan;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.Hash;
import org.vpnhub.plan.IkeVersion;
import org.vpnhub.plan.IpsecPlan;

/**
 * What RRAS can do, and its words.
 *
 * <p>Sources: Windows Server PowerShell reference, module RemoteAccess, Add-VpnS2SInterface
 * (parameters and accepted values); about_Quoting_Rules. PowerShell takes the typographic single
 * quotes for quotes as well, so all four are doubled.
 */
final class RrasWords {
  static final Dialect DIALECT =
      new Dialect() {
        @Override
        public String key(String key) {
          return "'" + key.replaceAll("(['\u2018-\u201b])", "$1$1") + "'";
        }

        /** Windows PowerShell reads a script without a mark of UTF-8 in the server's code page. */
        @Override
        public String comment(String text, int length) {
          return Dialect.super.comment(text, length).replaceAll("[^ -~]", "_");
        }
      };

  private static final Set<DhGroup> GROUPS =
      EnumSet.of(
          DhGroup.GROUP1,
          DhGroup.GROUP2,
          DhGroup.GROUP14,
          DhGroup.GROUP19,
          DhGroup.GROUP20,
          DhGroup.GROUP24);
  private static final Set<Encryption> IKE_CIPHERS =
      EnumSet.of(
          Encryption.DES,
          Encryption.TRIPLE_DES,
          Encryption.AES128,
          Encryption.AES192,
          Encryption.AES256);
  private static final Set<Encryption> ESP_CIPHERS =
      EnumSet.of(
          Encryption.DES,
          Encryption.TRIPLE_DES,
          Encryption.AES128,
          Encryption.AES192,
          Encryption.AES256,
          Encryption.AES128GCM16,
          Encryption.AES256GCM16);

  static final DeviceRelease RELEASE =
      new DeviceRelease(
          "2019",
          Map.of(
              IkeVersion.IKEV2,
              new Algorithms(
                  IKE_CIPHERS, EnumSet.of(Hash.MD5, Hash.SHA1, Hash.SHA256, Hash.SHA384), GROUPS)),
          new Algorithms(ESP_CIPHERS, EnumSet.of(Hash.MD5, Hash.SHA1, Hash.SHA256), GROUPS));

  /** The times without an answer that the cmdlet accepts, in seconds. */
  private static final int[] OUTAGES = {3, 6, 9, 12, 15, 30, 60, 120, 240, 360, 720, 900};

  private static final int METRIC = 10;
  private static final int STANDBY_METRIC = 20;

  private RrasWords() {}

  static Map<String, String> of(TunnelView t) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("encryption", word(t.plan().ike().encryption()));
    words.put("integrity", word(t.plan().ike().hash()));
    words.put("group", group(t.plan().ike().group()));
    words.put("cipher", word(t.plan().ipsec().encryption()));
    words.put("authentication", authentication(t.plan().ipsec()));
    words.put("pfs", t.plan().ipsec().pfs().map(RrasWords::pfs).orElse("None"));
    words.put("outage", outage(t.plan().dpd()));
    words.put("subnets", subnets(t));
    return words;
  }

  private static String subnets(TunnelView t) {
    return Stream.concat(routes(t.routes(), METRIC), routes(t.standbyRoutes(), STANDBY_METRIC))
        .collect(Collectors.joining(", "));
  }

  private static Stream<String> routes(List<Ipv4Prefix> prefixes, int metric) {
    return prefixes.stream().map(p -> "'" + p + ":" + metric + "'");
  }

  /** The shortest time that is not shorter than the interval of the plan; empty without DPD. */
  private static String outage(DpdPlan dpd) {
    if (!dpd.enabled()) return "";
    int last = OUTAGES[OUTAGES.length - 1];
    int time =
        IntStream.of(OUTAGES).filter(s -> s >= dpd.intervalSeconds()).findFirst().orElse(last);
    return Integer.toString(time);
  }

  private static String authentication(IpsecPlan ipsec) {
    if (ipsec.encryption().isAead()) return word(ipsec.encryption());
    return switch (ipsec.hash().orElseThrow()) {
      case MD5 -> "MD596";
      case SHA1 -> "SHA196";
      default -> "SHA256128";
    };
  }

  private static String word(Encryption encryption) {
    return switch (encryption) {
      case AES128GCM16 -> "GCMAES128";
      case AES256GCM16 -> "GCMAES256";
      case TRIPLE_DES -> "DES3";
      default -> encryption.name();
    };
  }

  private static String word(Hash hash) {
    return hash.name();
  }

  private static String group(DhGroup group) {
    return switch (group) {
      case GROUP19 -> "ECP256";
      case GROUP20 -> "ECP384";
      default -> "Group" + group.number();
    };
  }

  private static String pfs(DhGroup group) {
    return switch (group) {
      case GROUP14 -> "PFS2048";
      case GROUP19 -> "ECP256";
      case GROUP20 -> "ECP384";
      default -> "PFS" + group.number();
    };
  }
}
