package org.vpnhub.cli.internal;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
public final class Version implements IVersionProvider {
  /** The version of this release; the same as the bundle's. */
  public static final String VERSION = "0.1.0";

  @Override
  public String[] getVersion() {
    return new String[] {
      "vpnhub " + VERSION,
      "Java "
          + Runtime.version()
          + ", "
          + System.getProperty("os.name")
          + " "
          + System.getProperty("os.arch")
    };
  }
}
