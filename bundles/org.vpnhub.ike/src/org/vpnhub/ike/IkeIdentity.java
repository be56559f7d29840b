package org.vpnhub.ike;

import org.vpnhub.base.Ipv4Address;

/** An identity that a peer proves to own (RFC 7296 §3.5). {@code toString} is what people write. */
public sealed interface IkeIdentity {

  /** ID_IPV4_ADDR. */
  record Address(Ipv4Address address) implements IkeIdentity {
    @Override
    public String toString() {
      return address.toString();
    }
  }

  /** ID_FQDN, compared without regard to case. */
  record Fqdn(String name) implements IkeIdentity {
    @Override
    public String toString() {
      return name;
    }
  }

  /** ID_RFC822_ADDR. */
  record Email(String address) implements IkeIdentity {
    @Override
    public String toString() {
      return address;
    }
  }
}
