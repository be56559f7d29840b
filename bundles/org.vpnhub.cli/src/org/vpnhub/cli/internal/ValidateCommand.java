package org.vpnhub.cli.internal;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Problem;
import org.vpnhub.base.ProblemList;
import org.vpnhub.base.Severity;
import org.vpnhub.cli.ExitCode;
import org.vpnhub.cli.Surroundings;
import org.vpnhub.model.Profile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code validate}. */
@Command(
    name = "validate",
    description = {
      "Checks a model, and whether hub and devices can do what it says.",
      "Exit code 1 when there are errors."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  vpnhub validate examples/three-offices.vpnhub",
      "  vpnhub validate --profile alibaba-2018 --json hub.vpnhub"
    })
public final class ValidateCommand extends BaseCommand {
  @Parameters(index = "0", paramLabel = "FILE", description = "The model.")
  private Path file = Path.of("");

  @Option(
      names = "--profile",
      paramLabel = "P",
      description = "hub-native, alibaba-2018 or alibaba-current, in place of the model's own.")
  private @Nullable String profile;

  @Option(names = "--json", description = "Gives JSON.")
  private boolean json;

  public ValidateCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() throws IOException {
    Models model = Models.load(file);
    Profile wanted = model.profile(profile);
    var keys = model.keys(new Stores(surroundings()).keysWithoutQuestion(file));
    List<Problem> problems = model.problems(wanted, surroundings().exporters().get(), keys);
    if (json) {
      json(answer(wanted, problems));
    } else {
      out().print(Problems.text(problems));
      if (!problems.isEmpty()) out().println();
      out()
          .println(
              file
                  + ": "
                  + ProblemList.summary(problems)
                  + " (profile "
                  + wanted.getLiteral()
                  + ")");
    }
    return ProblemList.hasErrors(problems) ? ExitCode.ERRORS : ExitCode.OK;
  }

  private JsonObject answer(Profile wanted, List<Problem> problems) {
    JsonObject answer = new JsonObject();
    answer.addProperty("model", file.toString());
    answer.addProperty("profile", wanted.getLiteral());
    answer.addProperty("errors", ProblemList.count(problems, Severity.ERROR));
    answer.addProperty("warnings", ProblemList.count(problems, Severity.WARNING));
    answer.add("problems", Problems.json(problems));
    return answer;
  }
}
