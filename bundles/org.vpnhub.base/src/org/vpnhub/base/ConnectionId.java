package org.vpnhub.base;

/** Id of an IPsec connection of the model ({@code vco-…}). */
public record ConnectionId(String value) implements Comparable<ConnectionId> {
  @Override
  public int compareTo(ConnectionId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
