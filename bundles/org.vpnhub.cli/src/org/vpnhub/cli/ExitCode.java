package org.vpnhub.cli;

/** The exit codes of all commands. */
public final class ExitCode {
  /** Everything is fine. */
  public static final int OK = 0;

  /** The model or the network has errors. */
  public static final int ERRORS = 1;

  /** The input cannot be read. */
  public static final int INPUT = 2;

  /** Wrong use of the command. */
  public static final int USAGE = 3;

  /** The environment lacks something: a port, a permission, a running server. */
  public static final int ENVIRONMENT = 4;

  /** A bug of vpnhub. */
  public static final int BUG = 70;

  private ExitCode() {}
}
