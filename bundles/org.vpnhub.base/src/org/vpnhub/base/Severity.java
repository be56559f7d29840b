package org.vpnhub.base;

/** How much a {@link Problem} matters. */
public enum Severity {
  /** Blocks export and deployment. */
  ERROR,
  /** Works, but not as most users would want. */
  WARNING,
  /** Worth knowing. */
  INFO
}
