package org.vpnhub.exporter.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vpnhub.exporter.read.DeviceConfiguration.Line;

class SetTreeTest {
  private final SetTree tree = SetTree.root();

  private void set(int line, boolean known, String command) {
    tree.set(List.of(command.split(" ")), line, known);
  }

  @Test
  void theLastValueHolds() {
    set(1, true, "ike policy p mode main");
    set(2, true, "ike policy p mode aggressive");
    set(3, true, "ike policy p mode main");
    assertEquals(Optional.of(new Found("main", 3)), tree.one("ike", "policy", "p", "mode"));
    assertEquals(2, tree.all("ike", "policy", "p", "mode").size());
  }

  @Test
  void whatIsNotThereIsTheDefault() {
    set(1, true, "ike policy p mode main");
    SetTree policy = tree.at("ike", "policy", "p").orElseThrow();
    assertEquals(new Found("3600", 1), policy.one(List.of("lifetime"), "3600"));
    assertEquals(Optional.empty(), tree.at("ike", "policy", "q"));
  }

  @Test
  void takesAPartAway() {
    set(1, true, "ike policy p mode main");
    set(2, true, "ike policy p proposals a");
    tree.remove(List.of("ike", "policy", "p", "mode"));
    assertEquals(Optional.empty(), tree.one("ike", "policy", "p", "mode"));
    assertTrue(tree.one("ike", "policy", "p", "proposals").isPresent());
    tree.remove(List.of("nothing", "here"));
    tree.remove(List.of());
  }

  @Test
  void unknownCommandsShowNoKey() {
    set(1, true, "ike gateway g address 192.0.2.1");
    set(2, false, "ike gateway g seeded-key plain s3cret");
    set(3, false, "ike gateway g authentication ppk s3cret");
    set(4, false, "ike gateway g speed fast");
    assertEquals(
        List.of(
            new Line(2, "ike gateway g seeded-key ..."),
            new Line(3, "ike gateway g authentication ..."),
            new Line(4, "ike gateway g speed fast")),
        tree.unknown());
  }
}
