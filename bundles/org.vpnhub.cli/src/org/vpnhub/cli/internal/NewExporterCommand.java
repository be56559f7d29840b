package org.vpnhub.cli.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.vpnhub.cli.ExitCode;
import org.vpnhub.cli.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code new-exporter}. */
@Command(
    name = "new-exporter",
    description = {
      "Makes the project of an exporter for a device of yours.",
      "It is a copy of examples/acme-exporter under another name: an OSGi bundle with a template,"
          + " its tests, and a build of its own against the update site of vpnhub."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  vpnhub new-exporter initech",
      "  vpnhub new-exporter initech --package com.initech.vpn --out ~/initech-exporter"
    })
public final class NewExporterCommand extends BaseCommand {
  private static final String EXAMPLE = "examples/acme-exporter";

  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = "Short name of the vendor: lower case letters and digits.")
  private String name = "";

  @Option(
      names = "--package",
      paramLabel = "P",
      description = "Java package and name of the bundle; otherwise com.example.NAME.")
  private String javaPackage = "";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder to make; otherwise NAME-exporter.")
  private Path out = Path.of("");

  public NewExporterCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() throws IOException {
    if (!name.matches("[a-z][a-z0-9]{0,30}")) {
      throw new CliException(
          ExitCode.USAGE,
          "'" + name + "' cannot be the name: use lower case letters and digits, as in 'initech'");
    }
    String target = javaPackage.isEmpty() ? "com.example." + name : javaPackage;
    if (!target.matches("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+")) {
      throw new CliException(
          ExitCode.USAGE, "'" + target + "' is no Java package such as com.initech.vpn");
    }
    Path example = example();
    Path folder = out.toString().isEmpty() ? Path.of(name + "-exporter") : out;
    if (Files.exists(folder)) {
      throw new CliException(
          ExitCode.USAGE, folder + " is there already: remove it, or give another with --out");
    }
    List<Path> files;
    try (Stream<Path> walk = Files.walk(example)) {
      files = walk.filter(Files::isRegularFile).filter(f -> isSource(example, f)).toList();
    }
    for (Path file : files) copy(example, file, folder, target);
    out().println("made " + folder);
    out().println("build it:  cd " + folder + " && mvn verify -Dvpnhub.site=" + site());
    out()
        .println(
            "           the first time with -Dvpnhub.golden.write=true, which writes the files that"
                + " later builds compare with: read them");
    out()
        .println(
            "try it:    copy target/*.jar into the folder of exporters, then 'vpnhub devices'");
    return ExitCode.OK;
  }

  private Path example() {
    return surroundings()
        .home()
        .map(h -> h.resolve(EXAMPLE))
        .filter(Files::isDirectory)
        .orElseThrow(
            () ->
                new CliException(
                    ExitCode.ENVIRONMENT,
                    EXAMPLE + " is not there: run it in a checkout of vpnhub, as ./vpnhub"));
  }

  private String site() {
    return surroundings()
        .home()
        .map(h -> h.resolve("releng/org.vpnhub.site/target/repository").toUri().toString())
        .orElse("URL");
  }

  /** What a build has left does not belong to the project, nor do files with another's name. */
  private static boolean isSource(Path example, Path file) {
    String first = example.relativize(file).getName(0).toString();
    if (file.getParent().endsWith("golden")) return false;
    return !first.equals("target") && !first.equals("bin") && !first.startsWith(".");
  }

  private void copy(Path example, Path file, Path folder, String target) throws IOException {
    String path = example.relativize(file).toString().replace('\\', '/');
    Path copy = folder.resolve(renamed(path, target));
    Files.createDirectories(copy.getParent());
    String text = Files.readString(file, StandardCharsets.UTF_8);
    Files.writeString(copy, renamed(text, target));
  }

  private String renamed(String text, String target) {
    String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    String mark = "\0";
    return text.replace("com/example/acme", mark + "/")
        .replace("com.example.acme", mark)
        .replace("../../releng", "../vpnhub/releng")
        .replace("acme", name)
        .replace("Acme", capital)
        .replace("ACME", name.toUpperCase(Locale.ROOT))
        .replace(mark + "/", target.replace('.', '/'))
        .replace(mark, target);
  }
}
