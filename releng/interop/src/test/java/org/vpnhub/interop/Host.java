package org.vpnhub.interop;

/**
 * A host behind the hub or behind a site.
 *
 * @param name the site's name, or that of the VPC
 * @param namespace where it lives
 * @param address its address inside
 */
record Host(String name, Namespace namespace, String address) {

  /** Whether one ping is answered. */
  boolean reaches(Host other, int seconds) {
    return namespace
            .exec(
                "ping", "-c", "1", "-W", Integer.toString(seconds), "-I", address, other.address())
            .exit()
        == 0;
  }
}
