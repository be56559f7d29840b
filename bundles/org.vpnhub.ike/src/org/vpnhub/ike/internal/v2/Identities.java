package org.vpnhub.ike.internal.v2;

import java.nio.charset.StandardCharsets;
import org.vpnhub.base.Bytes;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.ike.IkeIdentity;
import org.vpnhub.ike.internal.message.Payload.Identification;

/** Identities on the wire (RFC 7296 §3.5). */
final class Identities {
  private Identities() {}

  static Identification payload(boolean ofInitiator, IkeIdentity identity) {
    return switch (identity) {
      case IkeIdentity.Address(Ipv4Address a) ->
          new Identification(ofInitiator, Identification.IPV4_ADDR, a.octets());
      case IkeIdentity.Fqdn(String name) ->
          new Identification(ofInitiator, Identification.FQDN, text(name));
      case IkeIdentity.Email(String address) ->
          new Identification(ofInitiator, Identification.RFC822_ADDR, text(address));
    };
  }

  private static byte[] text(String value) {
    return value.getBytes(StandardCharsets.UTF_8);
  }

  /** Whether the peer's payload names this identity. */
  static boolean matches(IkeIdentity expected, Identification received) {
    String value = new String(received.data(), StandardCharsets.UTF_8);
    return switch (expected) {
      case IkeIdentity.Address(Ipv4Address a) ->
          received.idType() == Identification.IPV4_ADDR
              && received.data().length == 4
              && Bytes.i32(received.data(), 0) == a.bits();
      case IkeIdentity.Fqdn(String name) ->
          received.idType() == Identification.FQDN && name.equalsIgnoreCase(value);
      case IkeIdentity.Email(String address) ->
          received.idType() == Identification.RFC822_ADDR && address.equalsIgnoreCase(value);
    };
  }

  /** For people, with the type: {@code FQDN a.test}. What is not printable stands in hex. */
  static String text(Identification id) {
    return switch (id.idType()) {
      case Identification.IPV4_ADDR ->
          id.data().length == 4
              ? "address " + new Ipv4Address(Bytes.i32(id.data(), 0))
              : "address " + Bytes.hex(id.data());
      case Identification.FQDN -> "FQDN " + printable(id.data());
      case Identification.RFC822_ADDR -> "email " + printable(id.data());
      case Identification.KEY_ID -> "key id " + printable(id.data());
      case Identification.IPV6_ADDR -> "IPv6 address " + Bytes.hex(id.data());
      case Identification.DER_ASN1_DN -> "distinguished name " + Bytes.hex(id.data());
      default -> "identity of type " + id.idType() + " " + printable(id.data());
    };
  }

  static String text(IkeIdentity identity) {
    return text(payload(true, identity));
  }

  private static String printable(byte[] data) {
    for (byte b : data) {
      if (b < 0x20 || b == 0x7f) return "0x" + Bytes.hex(data);
    }
    String text = new String(data, StandardCharsets.US_ASCII);
    return text.length() <= 100 ? text : text.substring(0, 100) + "...";
  }
}
