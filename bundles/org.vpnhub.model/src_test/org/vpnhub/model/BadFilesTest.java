package org.vpnhub.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is no model is refused with one line, in bounded time, and nothing is lost silently. */
class BadFilesTest {
  private static final String HEAD = "<n:Network xmlns:n=\"urn:vpnhub:model:1\" id=\"n\"";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("net.vpnhub");
  }

  private ModelFormatException refused(String text) {
    return assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> assertThrows(ModelFormatException.class, () -> ModelFiles.parse(text, "net")));
  }

  private ModelFormatException refusedFile() {
    ModelFormatException e =
        assertTimeoutPreemptively(
            Duration.ofSeconds(20),
            () -> assertThrows(ModelFormatException.class, () -> ModelFiles.load(file)));
    assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
    assertFalse(e.getMessage().contains("\n"), e.getMessage());
    assertTrue(e.getMessage().contains("; "), "remedy: " + e.getMessage());
    return e;
  }

  /** Refuses the text and names the line and the words. */
  private void refused(int line, String text, String... words) {
    ModelFormatException e = refused(text);
    assertEquals(line, e.line(), e.getMessage());
    assertTrue(e.getMessage().startsWith("net:" + line + ": "), e.getMessage());
    for (String word : words) assertTrue(e.getMessage().contains(word), e.getMessage());
  }

  @Test
  void whatTheModelHasNoPlaceForIsRefused() {
    refused(1, HEAD + " colour=\"red\"/>", "unknown attribute 'colour' of Network");
    refused(2, HEAD + ">\n<colour/></n:Network>", "unknown element 'colour' of Network");
    refused(2, HEAD + ">\n<n:sites id=\"s\"/></n:Network>", "unknown element 'sites'");
    refused(1, HEAD + " xmlns:x=\"urn:x\" x:y=\"1\"/>", "unknown attribute 'x:y'");
    refused(1, HEAD + " sites=\"s\"/>", "unknown attribute 'sites'");
    refused(2, HEAD + ">\n<profile>hub-native</profile></n:Network>", "unknown element 'profile'");
    refused(2, HEAD + ">\n<sites id=\"s\" network=\"n\"/></n:Network>", "'network' of Site");
    refused(2, HEAD + ">\n<sites id=\"s\"><cidrs a=\"b\">c</cidrs></sites></n:Network>", "'a'");
    refused(2, HEAD + ">\n<sites id=\"s\"><cidrs>c<d/></cidrs></sites></n:Network>", "'d'");
    refused(2, HEAD + ">\nHello</n:Network>", "text between the elements", "Hello");
    refused(2, HEAD + ">\n<!-- remark --></n:Network>", "comment");
    refused(2, HEAD + ">\n<?php x?></n:Network>", "processing instruction");
    refused(2, HEAD + "/>\n<!-- remark -->", "comment");
    String xsi = " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";
    refused(2, HEAD + xsi + ">\n<sites xsi:type=\"n:Vpc\" id=\"s\"/></n:Network>", "'xsi:type'");
    refused(2, HEAD + ">\n<sites href=\"file:///etc/passwd#/\"/></n:Network>", "'href'");
  }

  @Test
  void valuesOfTheWrongTypeAreRefused() {
    refused(1, HEAD + " profile=\"aws\"/>", "profile of Network is 'aws'", "hub-native");
    String site = HEAD + ">\n<sites id=\"s\" ";
    refused(2, site + "behindNat=\"yes\"/></n:Network>", "behindNat of Site", "true or false");
    refused(2, site + "bandwidth=\"10M\"/></n:Network>", "bandwidth", "whole number");
    refused(2, site + "bandwidth=\"99999999999\"/></n:Network>", "bandwidth", "whole number");
    refused(2, site + "bandwidth=\"\"/></n:Network>", "bandwidth");
    refused(2, site + "selectorMode=\"any\"/></n:Network>", "selectorMode", "ANY");
  }

  @Test
  void newerVersionsAreRefusedWithAWordOnUpdating() {
    refused(1, HEAD + " formatVersion=\"2\" colour=\"red\"/>", "version is '2'", "update vpnhub");
    refused(1, HEAD + " formatVersion=\"one\"/>", "version is 'one'");
    refused(1, "<n:Network xmlns:n=\"urn:vpnhub:model:2\"/>", "urn:vpnhub:model:2", "update");
  }

  @Test
  void idsAndReferencesMustFit() {
    refused(1, "<n:Network xmlns:n=\"urn:vpnhub:model:1\"/>", "no id");
    refused(2, HEAD + ">\n<sites id=\"a b\"/></n:Network>", "white space");
    refused(3, HEAD + ">\n<sites id=\"s\"/>\n<sites id=\"s\"/></n:Network>", "'s'", "line 2");
    refused(2, HEAD + ">\n<sites id=\"s\" standbyFor=\"x\"/></n:Network>", "standbyFor", "'x'");
    refused(2, HEAD + ">\n<sites id=\"s\" standbyFor=\"n\"/></n:Network>", "is a Network");
    refused(2, HEAD + ">\n<sites id=\"s\" standbyFor=\"s s\"/></n:Network>", "more than one");
    refused(2, HEAD + ">\n<sites id=\"s\" standbyFor=\"\"/></n:Network>", "refers to nothing");
    refused(2, HEAD + ">\n<sites id=\"s\" standbyFor=\"//@sites.0\"/></n:Network>", "nothing");
    String twice = "<vSwitches id=\"w\"/><routeTables id=\"t\" vSwitches=\"w w\"/>";
    String vpc = "<regions id=\"r\"><vpcs id=\"v\">" + twice + "</vpcs></regions>";
    refused(2, HEAD + ">\n" + vpc + "</n:Network>", "twice");
  }

  @Test
  void aSecondOfWhatThereIsOnlyOneIsRefused() {
    String tunnel = "<tunnels id=\"t\"><ikeConfig/>\n<ikeConfig/></tunnels>";
    String gateway =
        "<vpnGateways id=\"g\"><connections id=\"c\">" + tunnel + "</connections></vpnGateways>";
    String all = "<regions id=\"r\"><vpcs id=\"v\">" + gateway + "</vpcs></regions></n:Network>";
    refused(3, HEAD + ">\n" + all, "second 'ikeConfig' in one Tunnel");
  }

  @Test
  void attacksByXmlAreRefused() throws IOException {
    String bomb =
        "<?xml version=\"1.0\"?>\n"
            + "<!DOCTYPE b [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c"
            + " \"&b;&b;&b;&b;&b;&b;&b;\">]>\n"
            + HEAD
            + " name=\"&c;\"/>";
    refused(2, bomb, "document type");
    Path secret = folder.resolve("secret");
    Files.writeString(secret, "TOPSECRET");
    String external =
        "<!DOCTYPE b [<!ENTITY x SYSTEM \""
            + secret.toUri()
            + "\">]>\n"
            + HEAD
            + ">&x;</n:Network>";
    ModelFormatException e = refused(external);
    assertTrue(e.getMessage().contains("document type"), e.getMessage());
    assertFalse(e.getMessage().contains("TOPSECRET"), e.getMessage());
    refused("<!DOCTYPE n SYSTEM \"http://127.0.0.1:9/x.dtd\">" + HEAD + "/>");
    refused("<!DOCTYPE n>" + HEAD + "/>");
    refused(HEAD + " name=\"&x;\"/>");
    refused(HEAD + ">&x;</n:Network>");
    refused("<a>".repeat(1_000_000));
    refused(HEAD + ">" + "<tags/>".repeat(1_100_000) + "</n:Network>");
    StringBuilder attributes = new StringBuilder(HEAD);
    for (int i = 0; i < 100_000; i++) attributes.append(" a").append(i).append("=\"\"");
    refused(attributes + "/>");
  }

  @Test
  void otherXmlAndOtherEncodingsAreRefused() throws IOException {
    refused(1, "<html/>", "not a model of vpnhub", "'html'");
    refused(1, "<n:Site xmlns:n=\"urn:vpnhub:model:1\" id=\"s\"/>", "'Site'");
    refused(1, "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + HEAD + "/>", "ISO-8859-1");
    refused(1, "<?xml version=\"1.1\"?>" + HEAD + "/>", "1.1");
    refused("hello");
    refused(HEAD + "/>" + HEAD + "/>");
    Files.write(file, (HEAD + " name=\"\u00e9\"/>").getBytes(StandardCharsets.ISO_8859_1));
    assertTrue(refusedFile().getMessage().contains("UTF-8"), refusedFile().getMessage());
    Files.write(file, (HEAD + "/>").getBytes(StandardCharsets.UTF_16));
    refusedFile();
  }

  @Test
  void filesThatAreNoFilesAreRefused() throws Exception {
    assertTrue(refusedFile().getMessage().contains("no such file"));
    file = folder;
    assertTrue(refusedFile().getMessage().contains("folder"));
    file = folder.resolve("empty");
    Files.createFile(file);
    assertTrue(refusedFile().getMessage().contains("empty"));
    file = folder.resolve("loop");
    Files.createSymbolicLink(file, file);
    refusedFile();
    file = folder.resolve("pipe");
    Process made = new ProcessBuilder("mkfifo", file.toString()).start();
    Assumptions.assumeTrue(made.waitFor() == 0, "skipped: no mkfifo on this system");
    assertTrue(refusedFile().getMessage().contains("regular"));
  }

  @Test
  void aFileThatCannotBeReadIsRefused() {
    file =
        Path.of("/proc/self/mem"); // regular for the system; reading its start fails, also for root
    Assumptions.assumeTrue(Files.exists(file), "skipped: no /proc on this system");
    assertTrue(refusedFile().getMessage().contains("cannot be read"), refusedFile().getMessage());
  }

  @Test
  void aHugeFileIsRefusedWithoutReadingIt() throws IOException {
    try (RandomAccessFile f = new RandomAccessFile(file.toFile(), "rw")) {
      f.setLength(1L << 40);
    }
    assertTrue(refusedFile().getMessage().contains("64 MiB"));
  }

  @Test
  void aLargeValueIsNoReasonToRefuse() throws IOException {
    Network network = Models.threeOffices();
    network.setDescription("x".repeat(8 << 20));
    ModelFiles.save(network, file);
    assertTrue(EcoreUtil.equals(network, ModelFiles.load(file)));
  }

  @Test
  void everyTruncationIsRefused() throws IOException {
    byte[] whole = ModelFiles.toText(Models.threeOffices()).getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < whole.length - 1; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      ModelFormatException e =
          assertThrows(ModelFormatException.class, () -> ModelFiles.load(file), length + " bytes");
      assertFalse(e.getMessage().contains("\n"), e.getMessage());
    }
  }

  @Test
  void binaryFilesAreRefused() throws IOException {
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      byte[] noise = new byte[1 + random.nextInt(5000)];
      random.nextBytes(noise);
      Files.write(file, noise);
      refusedFile();
    }
    Files.write(file, new byte[1 << 20]);
    refusedFile();
  }

  /** A changed byte gives an error or a model that is saved with the change: nothing in between. */
  @Test
  void changedBytesNeverCrashTheReader() throws IOException {
    byte[] whole = ModelFiles.toText(Models.threeOffices()).getBytes(StandardCharsets.UTF_8);
    Random random = new Random(11);
    for (int i = 0; i < 5_000; i++) {
      byte[] changed = whole.clone();
      changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      String text = new String(changed, StandardCharsets.UTF_8);
      try {
        Network network = ModelFiles.parse(text, "net");
        assertTrue(EcoreUtil.equals(network, ModelFiles.parse(ModelFiles.toText(network), "net")));
      } catch (ModelFormatException e) {
        assertFalse(e.getMessage().contains("\n"), e.getMessage());
      }
    }
  }

  @Test
  void wordsOfAForeignFileCannotForgeALine() {
    ModelFormatException e =
        refused(HEAD + " profile=\"a&#10;b\u001bc" + "d".repeat(5000) + "\"/>");
    assertFalse(e.getMessage().contains("\n"), e.getMessage());
    assertTrue(e.getMessage().length() < 400, e.getMessage());
  }
}
