package org.vpnhub.cli.internal;

import java.util.concurrent.Callable;
import org.vpnhub.cli.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vpnhub} itself. */
@Command(
    name = "vpnhub",
    description = "Plans, checks, exports and runs VPN hubs: one gateway, many offices.",
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0 fine   1 the model or network has errors   2 the input cannot be read",
      "  3 wrong use   4 the environment lacks something   70 a bug of vpnhub",
      "",
      "Begin with 'vpnhub lab': three offices and a VPC in one process, with real pings.",
      "'vpnhub COMMAND --help' tells more; in a checkout there are 'test', 'build' and 'mvn' too."
    })
public final class RootCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this text.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Shows the version.")
  private boolean version;

  @Override
  public Integer call() {
    CommandLine line = spec.commandLine();
    line.usage(line.getErr());
    return ExitCode.USAGE;
  }
}
