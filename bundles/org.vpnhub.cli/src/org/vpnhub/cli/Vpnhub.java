package org.vpnhub.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vpnhub.cli.internal.ApplyCommand;
import org.vpnhub.cli.internal.CliException;
import org.vpnhub.cli.internal.CompareCommand;
import org.vpnhub.cli.internal.DevicesCommand;
import org.vpnhub.cli.internal.ExportCommand;
import org.vpnhub.cli.internal.LabCommand;
import org.vpnhub.cli.internal.MatrixCommand;
import org.vpnhub.cli.internal.NewCommand;
import org.vpnhub.cli.internal.NewExporterCommand;
import org.vpnhub.cli.internal.PlanCommand;
import org.vpnhub.cli.internal.RootCommand;
import org.vpnhub.cli.internal.SecretCommand;
import org.vpnhub.cli.internal.ServerCommand;
import org.vpnhub.cli.internal.StatusCommand;
import org.vpnhub.cli.internal.ValidateCommand;
import org.vpnhub.model.ModelFormatException;
import org.vpnhub.secrets.SecretStoreException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs commands. */
public final class Vpnhub {
  /** Name of the variable that asks for stack traces, and for the engines' log in the lab. */
  public static final String DEBUG = "VPNHUB_DEBUG";

  private Vpnhub() {}

  /**
   * Runs one command.
   *
   * @return the exit code, one of {@link ExitCode}
   */
  public static int run(Surroundings surroundings, String... args) {
    try {
      CommandLine line = commandLine(surroundings, args);
      line.setOut(writer(surroundings.out()));
      line.setErr(writer(surroundings.err()));
      line.setParameterExceptionHandler((e, a) -> usageError(surroundings, e));
      line.setExecutionExceptionHandler((e, c, p) -> failure(surroundings, c, e));
      line.setCaseInsensitiveEnumValuesAllowed(true);
      return line.execute(args);
    } catch (RuntimeException | Error e) {
      return bug(surroundings, e);
    } finally {
      surroundings.out().flush();
      surroundings.err().flush();
    }
  }

  /**
   * Making every command costs more than running one, so only the one that is asked for is made.
   */
  private static CommandLine commandLine(Surroundings surroundings, String[] args) {
    CommandLine root = new CommandLine(new RootCommand());
    Map<String, Function<Surroundings, Object>> commands = commands();
    if (args.length > 0 && commands.containsKey(args[0])) {
      root.addSubcommand(args[0], commands.get(args[0]).apply(surroundings));
    } else {
      commands.forEach((name, maker) -> root.addSubcommand(name, maker.apply(surroundings)));
      root.addSubcommand("help", new CommandLine.HelpCommand());
    }
    return root;
  }

  private static Map<String, Function<Surroundings, Object>> commands() {
    Map<String, Function<Surroundings, Object>> commands = new LinkedHashMap<>();
    commands.put("new", NewCommand::new);
    commands.put("validate", ValidateCommand::new);
    commands.put("plan", PlanCommand::new);
    commands.put("matrix", MatrixCommand::new);
    commands.put("devices", DevicesCommand::new);
    commands.put("new-exporter", NewExporterCommand::new);
    commands.put("export", ExportCommand::new);
    commands.put("compare", CompareCommand::new);
    commands.put("secret", SecretCommand::new);
    commands.put("lab", LabCommand::new);
    commands.put("server", ServerCommand::new);
    commands.put("status", StatusCommand::new);
    commands.put("apply", ApplyCommand::new);
    return commands;
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  private static int usageError(Surroundings surroundings, ParameterException e) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    PrintStream err = surroundings.err();
    err.println(command + ": " + usageText(e));
    err.println("try '" + command + " --help'");
    return ExitCode.USAGE;
  }

  private static String usageText(ParameterException e) {
    if (!(e instanceof UnmatchedArgumentException unmatched)) {
      return oneLine(String.valueOf(e.getMessage()));
    }
    String first = unmatched.getUnmatched().getFirst();
    boolean isCommand = !first.startsWith("-") && !e.getCommandLine().getSubcommands().isEmpty();
    String kind = isCommand ? "command" : first.startsWith("-") ? "option" : "argument";
    String text = (isCommand ? "there is no " : "unexpected ") + kind + " '" + first + "'";
    List<String> suggestions = unmatched.getSuggestions();
    return suggestions.isEmpty()
        ? text
        : text + "; did you mean " + String.join(" or ", suggestions) + "?";
  }

  private static int failure(Surroundings surroundings, CommandLine command, Exception e) {
    String name = command.getCommandSpec().qualifiedName();
    return switch (e) {
      case CliException known -> told(surroundings, name, known.exitCode(), e.getMessage());
      case ModelFormatException input -> told(surroundings, name, ExitCode.INPUT, e.getMessage());
      case SecretStoreException input -> told(surroundings, name, ExitCode.INPUT, e.getMessage());
      case IOException io -> told(surroundings, name, ExitCode.ENVIRONMENT, text(io));
      default -> bug(surroundings, e);
    };
  }

  private static String text(IOException e) {
    if (e instanceof AccessDeniedException denied) return denied.getFile() + ": permission denied";
    if (e instanceof NoSuchFileException missing) {
      return missing.getFile() + ": there is no such file or folder, and it cannot be made";
    }
    if (e instanceof FileAlreadyExistsException there) {
      return there.getFile() + ": a file of this name is in the way";
    }
    if (e instanceof FileSystemException fs && fs.getReason() == null) {
      return fs.getFile() + ": " + fs.getClass().getSimpleName().replace("Exception", "");
    }
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  private static int told(Surroundings surroundings, String command, int code, String message) {
    surroundings.err().println(command + ": " + oneLine(message));
    return code;
  }

  private static int bug(Surroundings surroundings, Throwable e) {
    boolean trace = surroundings.environment().containsKey(DEBUG);
    surroundings
        .err()
        .println(
            "vpnhub: internal error: "
                + oneLine(e.toString())
                + "; this is a bug of vpnhub: please report it with the command"
                + (trace ? " and the lines below" : " and what it prints with " + DEBUG + "=1"));
    if (trace) e.printStackTrace(surroundings.err());
    return ExitCode.BUG;
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*[\\r\\n]+\\s*", " ");
  }
}
