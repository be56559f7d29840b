package org.vpnhub.cli.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.vpnhub.cli.ExitCode;
import org.vpnhub.cli.Surroundings;
import org.vpnhub.hub.MatrixText;
import org.vpnhub.plan.MissingLink;
import org.vpnhub.plan.ReachabilityCell;
import org.vpnhub.plan.ReachabilityMatrix;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code matrix}. */
@Command(
    name = "matrix",
    description = {
      "Shows who reaches whom through the hub by a model, and why not.",
      "For each pair that does not, it names the link that is missing: device route, selectors of"
          + " either tunnel, hub route, VPC route.",
      "Exit code 1 when a pair does not reach each other."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  vpnhub matrix hub.vpnhub", "  vpnhub matrix --json hub.vpnhub"})
public final class MatrixCommand extends BaseCommand {
  @Parameters(index = "0", paramLabel = "FILE", description = "The model.")
  private Path file = Path.of("");

  @Option(names = "--json", description = "Gives JSON.")
  private boolean json;

  public MatrixCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() throws IOException {
    ReachabilityMatrix matrix = Models.load(file).plan().reachability();
    if (json) json(answer(matrix));
    else out().print(MatrixText.of(matrix));
    boolean complete = matrix.cells().stream().allMatch(ReachabilityCell::reachable);
    return complete ? ExitCode.OK : ExitCode.ERRORS;
  }

  private static JsonObject answer(ReachabilityMatrix matrix) {
    JsonObject answer = new JsonObject();
    JsonArray nodes = new JsonArray();
    matrix.nodes().forEach(nodes::add);
    answer.add("nodes", nodes);
    JsonArray pairs = new JsonArray();
    matrix.cells().forEach(c -> pairs.add(pair(c)));
    answer.add("pairs", pairs);
    return answer;
  }

  private static JsonObject pair(ReachabilityCell cell) {
    JsonObject o = new JsonObject();
    o.addProperty("from", cell.from());
    o.addProperty("to", cell.to());
    o.addProperty("reachable", cell.reachable());
    JsonArray missing = new JsonArray();
    for (ReachabilityCell.Path path : cell.paths()) {
      for (MissingLink link : path.missing()) {
        JsonObject m = new JsonObject();
        m.addProperty("link", link.kind().name().toLowerCase(Locale.ROOT));
        m.addProperty("way", link.way().name().toLowerCase(Locale.ROOT));
        m.addProperty("source", path.source().toString());
        m.addProperty("destination", path.destination().toString());
        m.addProperty("elementId", link.elementId());
        m.addProperty("description", link.description());
        missing.add(m);
      }
    }
    o.add("missing", missing);
    return o;
  }
}
