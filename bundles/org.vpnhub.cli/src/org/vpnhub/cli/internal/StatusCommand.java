package org.vpnhub.cli.internal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import org.vpnhub.cli.ExitCode;
import org.vpnhub.cli.Surroundings;
import org.vpnhub.hub.ChannelClient;
import org.vpnhub.hub.ChannelException;
import org.vpnhub.hub.StatusText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code status}. */
@Command(
    name = "status",
    description = {
      "Shows what a running server does.",
      "That is its connections, security associations, last failures with both sides' values, and"
          + " drops.",
      "Exit code 1 when a connection is not up, 4 when no server runs."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  vpnhub status", "  vpnhub status --json --run-dir /run/vpnhub"})
public final class StatusCommand extends BaseCommand {
  private static final String UP = "ipsec_sa_established";

  @Mixin private RunDirectoryOption runDirectory = new RunDirectoryOption();

  @Option(names = "--json", description = "Gives JSON.")
  private boolean json;

  public StatusCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() throws IOException {
    JsonObject status = ask();
    if (json) json(status);
    else out().print(StatusText.of(status));
    for (JsonElement c : status.getAsJsonArray("connections")) {
      if (!c.getAsJsonObject().get("status").getAsString().equals(UP)) return ExitCode.ERRORS;
    }
    return ExitCode.OK;
  }

  private JsonObject ask() throws IOException {
    try {
      return new ChannelClient(runDirectory.resolve(surroundings())).status();
    } catch (ChannelException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }
}
