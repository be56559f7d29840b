package org.vpnhub.plan;

import org.vpnhub.base.Ipv4Address;

/** An IKE identity (RFC 7296 §3.5). */
public sealed interface Identity {

  /** ID_IPV4_ADDR. */
  record Address(Ipv4Address address) implements Identity {
    @Override
    public String toString() {
      return address.toString();
    }
  }

  /** ID_FQDN. */
  record Fqdn(String name) implements Identity {
    @Override
    public String toString() {
      return name;
    }
  }

  /** ID_RFC822_ADDR: a text with an at sign. */
  record Email(String address) implements Identity {
    @Override
    public String toString() {
      return address;
    }
  }

  /** Reads an identity as people write it: an IPv4 address, {@code user@host}, or a name. */
  static Identity parse(String text) {
    try {
      return new Address(Ipv4Address.parse(text));
    } catch (IllegalArgumentException notAnAddress) {
      return text.contains("@") ? new Email(text) : new Fqdn(text);
    }
  }
}
