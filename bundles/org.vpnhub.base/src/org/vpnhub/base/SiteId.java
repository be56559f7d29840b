package org.vpnhub.base;

/** Id of a site (an office) of the model. */
public record SiteId(String value) implements Comparable<SiteId> {
  @Override
  public int compareTo(SiteId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
