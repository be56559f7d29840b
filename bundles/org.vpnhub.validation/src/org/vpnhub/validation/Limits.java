package org.vpnhub.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.vpnhub.model.NetworkType;
import org.vpnhub.model.Profile;

/**
 * The numbers of a profile: what it limits and what it offers. {@link #NONE} stands for no limit.
 *
 * <p>Sources: the public Alibaba Cloud VPN Gateway documentation (Limits, CreateVpnGateway,
 * CreateVpnConnection, Tag overview) of 2018 and of today; for hub-native what the engine and the
 * protocols bound.
 *
 * @param nameMin shortest name, in characters
 * @param nameMax longest name
 * @param descriptionMin shortest description
 * @param descriptionMax longest description; of a customer gateway {@code peerDescriptionMax}
 * @param peerDescriptionMax longest description of a customer gateway
 * @param tags most tags of an element
 * @param connections most IPsec connections of a VPN gateway
 * @param routes most destination routes of a VPN gateway, and most policy routes
 * @param customerGateways most customer gateways of a region
 * @param subnets most prefixes on a side of a connection
 * @param userCidrs most user CIDRs of a VPC
 * @param siteBandwidth highest bandwidth of one connection, in Mbit/s
 * @param publicBandwidths bandwidths of a VPN gateway on the Internet, in Mbit/s; empty: any
 * @param privateBandwidths bandwidths of a VPN gateway on a private line; empty: any
 * @param encryptions ciphers, by literal
 * @param hashes hash functions, by literal
 * @param groups key exchange groups, by literal
 */
public record Limits(
    int nameMin,
    int nameMax,
    int descriptionMin,
    int descriptionMax,
    int peerDescriptionMax,
    int tags,
    int connections,
    int routes,
    int customerGateways,
    int subnets,
    int userCidrs,
    int siteBandwidth,
    List<Integer> publicBandwidths,
    List<Integer> privateBandwidths,
    List<String> encryptions,
    List<String> hashes,
    List<String> groups) {

  /** No limit. */
  public static final int NONE = Integer.MAX_VALUE;

  /** Part of a limit, in per cent, above which a user is warned. */
  public static final int WARN_PERCENT = 80;

  /** Most connections of one engine. */
  public static final int ENGINE_CONNECTIONS = 10_000;

  /** RFC 7296 §3.13: the number of traffic selectors of a payload is one octet. */
  public static final int TRAFFIC_SELECTORS = 255;

  private static final List<String> CLOUD_ENCRYPTIONS =
      List.of("aes", "aes192", "aes256", "des", "3des", "sm4");
  private static final List<String> HASHES =
      List.of("md5", "sha1", "sha256", "sha384", "sha512", "sm3");
  private static final List<String> CLOUD_GROUPS = List.of("group1", "group2", "group5", "group14");
  private static final List<String> NATIVE_ENCRYPTIONS =
      List.of(
          "aes128gcm16",
          "aes256gcm16",
          "chacha20poly1305",
          "aes",
          "aes128",
          "aes192",
          "aes256",
          "3des",
          "des",
          "sm4");
  private static final List<String> NATIVE_GROUPS = nativeGroups();

  private static final Limits CLOUD_2018 =
      new Limits(
          2,
          128,
          2,
          256,
          256,
          20,
          10,
          20,
          100,
          5,
          3,
          200,
          List.of(5, 10, 20, 50, 100, 200),
          List.of(200, 1000),
          CLOUD_ENCRYPTIONS,
          HASHES,
          CLOUD_GROUPS);
  private static final Limits CLOUD_CURRENT =
      new Limits(
          1,
          100,
          1,
          256,
          100,
          20,
          10,
          20,
          100,
          10,
          3,
          200,
          List.of(10, 100, 200, 500, 1000),
          List.of(200, 1000),
          CLOUD_ENCRYPTIONS,
          HASHES,
          CLOUD_GROUPS);
  private static final Limits HUB_NATIVE =
      new Limits(
          1,
          128,
          0,
          NONE,
          NONE,
          NONE,
          ENGINE_CONNECTIONS,
          NONE,
          NONE,
          TRAFFIC_SELECTORS,
          NONE,
          NONE,
          List.of(),
          List.of(),
          NATIVE_ENCRYPTIONS,
          HASHES,
          NATIVE_GROUPS);

  /** The numbers of a profile. */
  public static Limits of(Profile profile) {
    return switch (profile) {
      case ALIBABA_2018 -> CLOUD_2018;
      case ALIBABA_CURRENT -> CLOUD_CURRENT;
      case HUB_NATIVE -> HUB_NATIVE;
    };
  }

  /** The bandwidths of a VPN gateway, in Mbit/s; empty: any. */
  public List<Integer> bandwidths(NetworkType network) {
    return network == NetworkType.PRIVATE ? privateBandwidths : publicBandwidths;
  }

  private static List<String> nativeGroups() {
    List<String> all = new ArrayList<>(List.of("group31", "group32", "group31+mlkem768"));
    for (int n = 14; n <= 21; n++) all.add("group" + n);
    all.addAll(Stream.of(1, 2, 5).map(n -> "group" + n).toList());
    return List.copyOf(all);
  }
}
