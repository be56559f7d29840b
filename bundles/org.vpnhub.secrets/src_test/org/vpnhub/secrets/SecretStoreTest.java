package org.vpnhub.secrets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vpnhub.base.Secret;

/** The encrypted store: keeps secrets, gives them to nobody else, and notices every change. */
class SecretStoreTest {
  private static final Argon2Parameters CHEAP = new Argon2Parameters(64, 1, 1);

  @TempDir Path folder;
  private SecretFiles files;

  @BeforeEach
  void name() {
    files = SecretFiles.beside(folder.resolve("net.vpnhub"));
  }

  private static StoreKey passphrase(String text) {
    return StoreKey.passphrase(text.toCharArray());
  }

  private SecretStore openByKeyFile() throws SecretStoreException {
    return files.open(
        () -> {
          throw new AssertionError("no passphrase is asked for");
        });
  }

  private static void refused(String word, org.junit.jupiter.api.function.Executable what) {
    SecretStoreException e = assertThrows(SecretStoreException.class, what);
    assertTrue(e.getMessage().contains(word), e.getMessage());
    assertFalse(e.getMessage().contains("\n"), e.getMessage());
    assertTrue(e.getMessage().contains("; "), "remedy: " + e.getMessage());
  }

  @Test
  void secretsComeBack() throws IOException {
    assertEquals(folder.resolve("net.secrets"), files.store());
    assertEquals(folder.resolve("net.key"), files.key());
    assertFalse(files.exists());
    try (SecretStore store = files.createWithKeyFile()) {
      assertEquals(List.of(), store.references());
      store.put("psk-b", Secret.ofText("päss word"));
      store.put("psk-a", Secret.ofText("first"));
      store.put("psk-a", Secret.ofText("second"));
      store.put("psk-c", Secret.ofText("gone"));
      assertTrue(store.remove("psk-c"));
      assertFalse(store.remove("psk-c"));
    }
    try (SecretStore store = openByKeyFile()) {
      assertEquals(List.of("psk-a", "psk-b"), store.references());
      assertEquals("second", store.get("psk-a").orElseThrow().text());
      assertEquals("päss word", store.get("psk-b").orElseThrow().text());
      assertEquals(Optional.empty(), store.get("psk-c"));
    }
  }

  @Test
  void aPassphraseOpensWhatItLocked() throws IOException {
    char[] words = "correct horse".toCharArray();
    try (SecretStore store = files.createWithPassphrase(words)) {
      store.put("a", Secret.ofText("x"));
    }
    assertFalse(Files.exists(files.key()));
    assertEquals(Protection.PASSPHRASE, SecretStore.protection(files.store()));
    char[] answer = words.clone();
    try (SecretStore store = files.open(() -> answer)) {
      assertEquals("x", store.get("a").orElseThrow().text());
      store.put("b", Secret.ofText("y"));
    }
    assertArrayEquals(new char[answer.length], answer, "the answer is wiped");
    try (SecretStore store = files.open(words::clone)) {
      assertEquals("y", store.get("b").orElseThrow().text());
    }
    refused("wrong passphrase", () -> files.open("correct hors"::toCharArray));
    refused("none was given", () -> files.open(() -> new char[0]));
  }

  @Test
  void aWrongKeyOpensNothing() throws IOException {
    files.createWithKeyFile().close();
    Path other = folder.resolve("other.key");
    refused("wrong key file", () -> SecretStore.open(files.store(), StoreKey.createKeyFile(other)));
    refused("locked with a key file", () -> SecretStore.open(files.store(), passphrase("x")));
    Files.delete(files.key());
    refused("no such key file", this::openByKeyFile);
  }

  @Test
  void nothingIsOnTheDiskInClear() throws IOException {
    try (SecretStore store = files.createWithKeyFile()) {
      store.put("psk-shanghai", Secret.ofText("PLAINTEXTSECRET"));
      try (var all = Files.list(folder)) {
        for (Path file : all.toList()) {
          String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
          assertFalse(bytes.contains("PLAINTEXT") || bytes.contains("shanghai"), file.toString());
        }
      }
      assertFalse(store.toString().contains("PLAINTEXT"));
    }
  }

  @Test
  void eachSaveHasANonceOfItsOwn() throws IOException {
    try (SecretStore store = files.createWithKeyFile()) {
      store.put("a", Secret.ofText("x"));
      byte[] first = Files.readAllBytes(files.store());
      store.put("a", Secret.ofText("x"));
      byte[] second = Files.readAllBytes(files.store());
      assertFalse(Arrays.equals(first, 40, 52, second, 40, 52), "nonces");
      assertArrayEquals(Arrays.copyOf(first, 40), Arrays.copyOf(second, 40));
    }
  }

  /** The format as documented, read with nothing but the JDK. */
  @Test
  void theFormatIsTheDocumentedOne() throws Exception {
    try (SecretStore store = files.createWithKeyFile()) {
      store.put("ref", Secret.ofText("key!"));
    }
    byte[] file = Files.readAllBytes(files.store());
    assertEquals("VPNHUBSS", new String(file, 0, 8, StandardCharsets.US_ASCII));
    assertEquals("01010000", HexFormat.of().formatHex(file, 8, 12));
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(Files.readAllBytes(files.key()), "AES"),
        new GCMParameterSpec(128, file, 40, 12));
    cipher.updateAAD(file, 0, 52);
    String content = HexFormat.of().formatHex(cipher.doFinal(file, 52, file.length - 52));
    assertEquals("00000001" + "0003" + "726566" + "0004" + "6b657921", content);
  }

  /** A store of format version 1, written once; later programs must read it. */
  @Test
  void aStoreOfOldIsRead() throws IOException {
    Files.write(files.store(), HexFormat.of().parseHex(OLD_STORE));
    try (SecretStore store = SecretStore.open(files.store(), passphrase("grüße"))) {
      assertEquals(List.of("psk-ningbo"), store.references());
      assertEquals("Zm9v.bar_", store.get("psk-ningbo").orElseThrow().text());
    }
  }

  private static final String OLD_STORE =
      "56504e485542535301020000000001000000000200000002705355767a994830bf93283fd27d63f958c7"
          + "7547a8f54666635956e35fd4c52e06dda6fbfba7ceab71d5f6dfdfaea200993c5ad1ce3d94e18eeae245"
          + "af31a012614ee3bf7ae473";

  @Test
  void everyChangedByteIsNoticed() throws IOException {
    for (boolean byFile : new boolean[] {true, false}) {
      Path file = folder.resolve("s" + byFile);
      StoreKey key = byFile ? StoreKey.createKeyFile(files.key()) : passphrase("open sesame");
      try (SecretStore store = SecretStore.create(file, key, CHEAP)) {
        store.put("psk-a", Secret.ofText("alpha"));
        store.put("psk-b", Secret.ofText("beta"));
      }
      byte[] good = Files.readAllBytes(file);
      for (int at = 0; at < good.length; at++) {
        for (int mask : new int[] {1, 2, 0x10, 0x80, 0xff}) {
          byte[] bad = good.clone();
          bad[at] ^= (byte) mask;
          Files.write(file, bad);
          assertThrows(
              SecretStoreException.class, () -> SecretStore.open(file, key), at + " ^ " + mask);
        }
      }
      for (int length = 0; length < good.length; length++) {
        Files.write(file, Arrays.copyOf(good, length));
        assertThrows(SecretStoreException.class, () -> SecretStore.open(file, key), "" + length);
      }
      Files.write(file, Arrays.copyOf(good, good.length + 1));
      assertThrows(SecretStoreException.class, () -> SecretStore.open(file, key));
      Files.write(file, good);
      SecretStore.open(file, key).close();
    }
  }

  @Test
  void otherFilesAreRefused() throws IOException {
    refused("no such", () -> SecretStore.protection(files.store()));
    refused("no such", () -> SecretStore.protection(folder));
    Files.writeString(files.store(), "");
    refused("not a secret store", () -> SecretStore.protection(files.store()));
    Files.writeString(files.store(), "VPNHUBSS");
    refused("damaged", () -> SecretStore.protection(files.store()));
    byte[] newer = Arrays.copyOf("VPNHUBSS\2".getBytes(StandardCharsets.US_ASCII), 100);
    Files.write(files.store(), newer);
    refused("version is 2", () -> SecretStore.protection(files.store()));
    Files.write(files.store(), new byte[17 << 20]);
    refused("too large", () -> SecretStore.protection(files.store()));
  }

  @Test
  void permissionsAreTheOwnersAlone() throws IOException {
    SecretStore store = files.createWithKeyFile();
    assertEquals("rw-------", mode(files.key()));
    assertEquals("rw-------", mode(files.store()));
    Files.setPosixFilePermissions(files.store(), PosixFilePermissions.fromString("rw-r--r--"));
    store.put("a", Secret.ofText("x"));
    assertEquals("rw-------", mode(files.store()));
    store.close();
    for (String open : List.of("rw-r-----", "rw----r--", "rw--w----", "rw-----w-", "rwx--x---")) {
      Files.setPosixFilePermissions(files.key(), PosixFilePermissions.fromString(open));
      refused("chmod 600", this::openByKeyFile);
    }
    Files.setPosixFilePermissions(files.key(), PosixFilePermissions.fromString("r--------"));
    openByKeyFile().close();
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void nothingIsEverOverwritten() throws IOException {
    SecretStore store = files.createWithKeyFile();
    store.put("a", Secret.ofText("x"));
    store.close();
    byte[] key = Files.readAllBytes(files.key());
    byte[] content = Files.readAllBytes(files.store());
    refused("already a file", files::createWithKeyFile);
    refused("never replaced", () -> StoreKey.createKeyFile(files.key()));
    assertArrayEquals(key, Files.readAllBytes(files.key()));
    assertArrayEquals(content, Files.readAllBytes(files.store()));
    Files.delete(files.store());
    files.createWithKeyFile().close();
    assertArrayEquals(key, Files.readAllBytes(files.key()), "the key file that is there is used");
    Files.write(files.key(), new byte[31]);
    refused("not a key file", this::openByKeyFile);
    Files.write(files.key(), new byte[33]);
    refused("not a key file", this::openByKeyFile);
  }

  @Test
  void aChangeByAnotherProgramIsNotLost() throws IOException {
    try (SecretStore one = files.createWithKeyFile();
        SecretStore two = openByKeyFile()) {
      one.put("a", Secret.ofText("x"));
      refused("another program", () -> two.put("b", Secret.ofText("y")));
      assertEquals(List.of(), two.references());
      one.put("c", Secret.ofText("z"));
      assertEquals(List.of("a", "c"), one.references());
    }
    try (SecretStore store = openByKeyFile()) {
      assertEquals(List.of("a", "c"), store.references());
    }
  }

  @Test
  void whatFailsToBeWrittenIsNotKept() throws IOException {
    try (SecretStore store = files.createWithKeyFile()) {
      store.put("a", Secret.ofText("old"));
      Path away = folder.resolveSibling(folder.getFileName() + "-away");
      Files.move(folder, away);
      try {
        assertThrows(SecretStoreException.class, () -> store.put("a", Secret.ofText("new")));
        assertThrows(SecretStoreException.class, () -> store.remove("a"));
        assertEquals("old", store.get("a").orElseThrow().text());
      } finally {
        Files.move(away, folder);
      }
      store.put("b", Secret.ofText("new"));
      assertEquals("old", store.get("a").orElseThrow().text());
    }
  }

  @Test
  void generatedKeysAreLongSafeAndUnbiased() throws IOException {
    Map<Character, Integer> counts = new TreeMap<>();
    SecureRandom random = new SecureRandom();
    for (int i = 0; i < 4000; i++) {
      String psk = SecretStore.generate(random).text();
      assertTrue(psk.matches("[A-Za-z0-9._]{32}"), psk);
      for (char c : psk.toCharArray()) counts.merge(c, 1, Integer::sum);
    }
    assertEquals(64, counts.size());
    double chiSquare = 0;
    for (int n : counts.values()) chiSquare += (n - 2000.0) * (n - 2000.0) / 2000.0;
    // 63 degrees of freedom: above 140 once in ten million runs of an unbiased source
    assertTrue(chiSquare < 140, "chi-square " + chiSquare);
  }

  @Test
  void rotationGivesNewKeys() throws IOException {
    try (SecretStore store = files.createWithKeyFile()) {
      store.rotateAll(List.of("a", "b"));
      String a = store.get("a").orElseThrow().text();
      assertNotEquals(a, store.get("b").orElseThrow().text());
      assertNotEquals(a, store.rotate("a").text());
      store.get("b").orElseThrow().close();
      assertEquals(32, store.get("b").orElseThrow().text().length(), "get gives copies");
      Secret mine = Secret.ofText("mine");
      store.put("c", mine);
      mine.close();
      assertEquals("mine", store.get("c").orElseThrow().text(), "put keeps a copy");
    }
  }

  @Test
  void valuesOutOfBoundsAreRefused() throws IOException {
    try (SecretStore store = files.createWithKeyFile()) {
      for (String bad : List.of("", "a\nb", "x".repeat(201), "\ud83d")) {
        assertThrows(IllegalArgumentException.class, () -> store.put(bad, Secret.ofText("x")));
      }
      assertThrows(IllegalArgumentException.class, () -> store.put("a", Secret.ofText("")));
      Secret large = new Secret(new byte[4097]);
      assertThrows(IllegalArgumentException.class, () -> store.put("a", large));
      assertThrows(IllegalArgumentException.class, () -> StoreKey.passphrase(new char[0]));
      assertEquals(List.of(), store.references());
    }
  }

  @Test
  void aClosedStoreGivesNothing() throws IOException {
    SecretStore store = files.createWithKeyFile();
    store.put("a", Secret.ofText("x"));
    store.close();
    store.close();
    assertThrows(IllegalStateException.class, () -> store.get("a"));
    assertThrows(IllegalStateException.class, () -> store.put("a", Secret.ofText("y")));
    try (SecretStore again = openByKeyFile()) {
      assertEquals("x", again.get("a").orElseThrow().text());
    }
  }

  @Test
  void manySecretsFit() throws IOException {
    Map<String, Secret> all = new TreeMap<>();
    for (int i = 0; i < 5000; i++) all.put("psk-" + i, Secret.ofText("value " + i));
    try (SecretStore store = files.createWithKeyFile()) {
      store.putAll(all);
    }
    try (SecretStore store = openByKeyFile()) {
      assertEquals(5000, store.references().size());
      assertEquals("value 4321", store.get("psk-4321").orElseThrow().text());
    }
  }
}
