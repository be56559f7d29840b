package org.vpnhub.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports into a folder that is there already, comparison with devices, projects of exporters. */
class ExporterCommandsTest {
  @TempDir private Path temp;

  @Test
  void aSecondExportTellsWhichDevicesHaveToBeVisitedAndWhy() throws IOException {
    Path out = temp.resolve("out");
    Cli.Result first = Cli.run("export", Cli.example(), "--out", out).expect(0);
    assertTrue(first.out().contains("Shanghai: new: load it into the device"), first.out());
    Path moved = Cli.changed(temp, "<sites id=\"site-ningbo\"", "10.10.30.0/24", "10.10.31.0/24");
    String dry = Cli.run("export", moved, "--out", out, "--dry-run", "--force").out();
    Cli.Result second = Cli.run("export", moved, "--out", out, "--force");
    assertTrue(second.out().contains("Hangzhou: changed: load it anew"), second.out());
    assertTrue(
        second
            .out()
            .contains(
                "because of route into the tunnel: now also 10.10.31.0/24, no longer"
                    + " 10.10.30.0/24"),
        second.out());
    assertEquals(dry.replace("would write", "wrote"), second.out());
    Cli.Result third = Cli.run("export", moved, "--out", out, "--force");
    assertTrue(third.out().contains("Hangzhou: unchanged: nothing to do"), third.out());
    assertFalse(third.out().contains("wrote"), third.out());
  }

  @Test
  void withASummaryANewSiteChangesNoOtherSitesDevice() {
    Path out = temp.resolve("out");
    Path model = temp.resolve("hub.vpnhub");
    String table =
        "name,public_ip,cidrs,device\n"
            + "A,203.0.113.1,10.1.1.0/24,strongswan\nB,203.0.113.2,10.1.2.0/24,strongswan\n";
    summarised(model, table);
    Cli.run("export", model, "--out", out).expect(0);
    summarised(model, table + "C,203.0.113.3,10.1.3.0/24,strongswan\n");
    String again = Cli.run("export", model, "--out", out, "--force").expect(0).out();
    assertTrue(again.contains("A: unchanged: nothing to do"), again);
    assertTrue(again.contains("B: unchanged: nothing to do"), again);
    assertTrue(again.contains("C: new: load it into the device"), again);
    assertTrue(Cli.run("matrix", model).expect(0).out().contains("12 of 12 pairs"));
  }

  private static void summarised(Path model, String table) {
    String[] options = "--vpc-cidr 10.0.0.0/16 --gateway-ip 198.51.100.1 --sites -".split(" ");
    List<Object> words = new ArrayList<>(List.of("new", model, "--force"));
    words.addAll(List.of(options));
    words.addAll(List.of("--summary", "10.0.0.0/8"));
    new Cli().input(table).execute(words.toArray()).expect(ExitCode.OK);
  }

  @Test
  void whatTheExportWroteIsWhatThePlanWants() throws IOException {
    Path out = temp.resolve("out");
    Cli.run("export", Cli.example(), "--out", out).expect(0);
    Path file = out.resolve("Shanghai/device.conf");
    Cli.Result equal = Cli.run("compare", Cli.example(), "--site", "Shanghai", file).expect(0);
    assertTrue(
        equal.out().contains("skipped, as it does not concern the VPN:\n  line 1: site"),
        equal.out());
    String text = Files.readString(file).replace("ROUTE 10.10.30.0/24", "ROUTE 10.10.99.0/24");
    Files.writeString(file, text + "crypto nonsense\n");
    Cli.Result other =
        Cli.run("compare", Cli.example(), "--site", "Shanghai", file).expect(ExitCode.ERRORS);
    assertTrue(
        other
            .out()
            .contains("route into the tunnel of tunnel only: 10.10.99.0/24 is not in the plan"),
        other.out());
    assertTrue(
        other
            .out()
            .contains(
                "missing: route into the tunnel of tunnel only: the plan wants 10.10.30.0/24; add"
                    + " it"),
        other.out());
    assertTrue(other.out().contains("not understood: crypto nonsense"), other.out());
    var json = Cli.run("compare", Cli.example(), "--site", "Shanghai", file, "--json").json();
    assertEquals(2, json.getAsJsonObject().get("differences").getAsJsonArray().size());
    assertEquals(1, json.getAsJsonObject().get("unknown").getAsJsonArray().size());
  }

  @Test
  void comparisonReadsStandardInputAndNamesWhatItLacks() {
    Cli.Result piped =
        new Cli()
            .input("PEER 198.51.100.1\n")
            .execute("compare", Cli.example(), "--site", "Shanghai", "-")
            .expect(ExitCode.ERRORS);
    assertTrue(piped.out().contains("pre-shared key"), piped.out());
    String device =
        Cli.run("compare", Cli.example(), "--site", "Shanghai", "--device", "toaster", "-")
            .expect(ExitCode.USAGE)
            .oneLine();
    assertTrue(device.contains("'toaster' cannot be read; those that can: strongswan"), device);
    Cli.run("compare", Cli.example(), "--site", "Shanghai", temp.resolve("none"))
        .expect(ExitCode.INPUT);
    Cli.run("compare", Cli.example(), "-").expect(ExitCode.USAGE);
  }

  @Test
  void aNewExporterIsTheExampleUnderAnotherName() throws IOException {
    Path out = temp.resolve("made");
    Cli.run("new-exporter", "initech", "--package", "com.initech.vpn", "--out", out).expect(0);
    Path exporter = out.resolve("src/com/initech/vpn/InitechExporter.java");
    String text = Files.readString(exporter);
    assertTrue(text.contains("package com.initech.vpn;"), text);
    assertTrue(text.contains("\"initech-router\", \"INITECH\""), text);
    assertTrue(Files.exists(out.resolve("src/com/initech/vpn/initech.ftl")));
    try (var files = Files.walk(out)) {
      for (Path f : files.filter(Files::isRegularFile).toList()) {
        String all = out.relativize(f) + Files.readString(f);
        assertFalse(all.toLowerCase(java.util.Locale.ROOT).contains("acme"), f::toString);
      }
    }
    Cli.run("new-exporter", "initech", "--out", out).expect(ExitCode.USAGE);
    Cli.run("new-exporter", "Initech").expect(ExitCode.USAGE);
    Cli.run("new-exporter", "initech", "--package", "Vpn").expect(ExitCode.USAGE);
  }
}
