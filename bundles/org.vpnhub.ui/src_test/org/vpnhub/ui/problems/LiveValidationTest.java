package org.vpnhub.ui.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vpnhub.base.Severity;
import org.vpnhub.exporter.ExporterRegistry;
import org.vpnhub.model.HubBuilder;
import org.vpnhub.model.ModelFiles;
import org.vpnhub.model.Network;
import org.vpnhub.model.Profile;
import org.vpnhub.model.SiteTable;
import org.vpnhub.model.edit.ModelDocument;

/** When documents are validated, in virtual time. */
class LiveValidationTest {
  private static final ExporterRegistry NO_DEVICES = new ExporterRegistry(List.of());

  @TempDir Path folder;
  private final Virtual time = new Virtual();
  private final List<Network> validated = new ArrayList<>();
  private final List<ModelDocument> told = new ArrayList<>();
  private LiveValidation live;
  private ModelDocument document;

  @BeforeEach
  void open() throws IOException {
    Network network =
        HubBuilder.build(
            "hub",
            "10.0.0.0/16",
            "198.51.100.1",
            List.of(
                SiteTable.Row.of("Shanghai", "203.0.113.10", "10.10.10.0/24", "strongswan"),
                SiteTable.Row.of("Hangzhou", "203.0.113.20", "10.10.20.0/24", "strongswan")));
    Path file = folder.resolve("hub.vpnhub");
    ModelFiles.save(network, file);
    document = ModelDocument.open(file);
    live = with((n, saved) -> Validation.of(n, saved, NO_DEVICES));
    live.opened(document);
  }

  private LiveValidation with(BiFunction<Network, Optional<Path>, Validation> validator) {
    LiveValidation made =
        new LiveValidation(
            time,
            (n, saved) -> {
              validated.add(n);
              return validator.apply(n, saved);
            });
    made.addListener(told::add);
    return made;
  }

  /** The first site takes the prefix of the second. */
  private void overlap() {
    document.execute(
        "overlap",
        () -> document.network().getSites().getFirst().getCidrs().set(0, "10.10.20.0/24"));
  }

  private long overlaps() {
    return live.last(document).problems().stream().filter(p -> p.code().equals("A03")).count();
  }

  @Test
  void aDocumentIsValidatedWhenItIsOpened() {
    assertEquals(List.of(), live.last(document).problems());
    time.pass(0);
    assertEquals(1, validated.size());
    assertEquals(List.of(document), told);
    assertNotSame(document.network(), validated.getFirst());
    assertEquals(
        true, EcoreUtil.equals(document.network(), validated.getFirst()), "a copy is validated");
  }

  @Test
  void ofManyChangesInARowTheLastIsValidated() {
    time.pass(0);
    for (int i = 0; i < 5; i++) {
      overlap();
      document.undo();
      time.pass(299);
    }
    overlap();
    time.pass(299);
    assertEquals(1, validated.size());
    assertEquals(0, overlaps());
    time.pass(1);
    assertEquals(2, validated.size());
    assertEquals(1, overlaps());
    document.undo();
    time.pass(300);
    assertEquals(0, overlaps());
  }

  @Test
  void savingIsNoChangeAndReloadingIs() throws IOException {
    time.pass(0);
    overlap();
    time.pass(300);
    document.save();
    time.pass(1000);
    assertEquals(2, validated.size());
    document.reload();
    time.pass(300);
    assertEquals(3, validated.size());
    assertEquals(1, overlaps());
  }

  /** K04: a cloud does not let the address of a customer gateway be changed. */
  @Test
  void whatTheCloudDoesNotLetBeChangedIsToldUntilItIsSavedOrUndone() throws IOException {
    document.execute("profile", () -> document.network().setProfile(Profile.ALIBABA_CURRENT));
    document.save();
    Runnable change =
        () ->
            document
                .network()
                .getRegions()
                .getFirst()
                .getCustomerGateways()
                .getFirst()
                .setIpAddress("203.0.113.99");
    document.execute("address", change);
    time.pass(300);
    assertEquals(1, peersEdited());
    document.undo();
    time.pass(300);
    assertEquals(0, peersEdited());
    document.redo();
    time.pass(300);
    assertEquals(1, peersEdited());
    document.save();
    time.pass(300);
    assertEquals(0, peersEdited());
  }

  private long peersEdited() {
    Validation found = live.last(document);
    return found.problems().stream()
        .filter(p -> p.code().equals("K04") && found.isFixable(p))
        .count();
  }

  /** While one validation runs no second begins; what has changed meanwhile is validated then. */
  @Test
  void oneAfterTheOther() {
    time.holdBackground();
    time.pass(0);
    overlap();
    time.pass(2000);
    assertEquals(0, validated.size());
    time.runBackground();
    assertEquals(1, validated.size());
    assertEquals(0, overlaps());
    time.pass(300);
    time.runBackground();
    assertEquals(2, validated.size());
    assertEquals(1, overlaps());
  }

  @Test
  void aClosedDocumentIsLeftAlone() {
    time.holdBackground();
    time.pass(0);
    live.closed(document);
    time.runBackground();
    overlap();
    time.pass(1000);
    assertEquals(List.of(), told);
    assertSame(Validation.NOTHING, live.last(document));
  }

  /** A fault of a rule costs one validation, not all that come after it. */
  @Test
  void afterAFaultItGoesOn() {
    boolean[] faulty = {true};
    live.closed(document);
    validated.clear();
    live =
        with(
            (n, saved) -> {
              if (faulty[0]) throw new IllegalStateException("fault");
              return Validation.of(n, saved, NO_DEVICES);
            });
    live.opened(document);
    assertThrows(IllegalStateException.class, () -> time.pass(0));
    faulty[0] = false;
    overlap();
    time.pass(300);
    assertEquals(1, overlaps());
  }

  @Test
  void problemsAreFoundByElement() {
    overlap();
    time.pass(300);
    Validation found = live.last(document);
    assertEquals("A03", found.at("site-hangzhou").getFirst().code());
    assertEquals(true, found.isFixable(found.at("site-hangzhou").getFirst()));
    assertEquals(Severity.ERROR, found.worst("site-hangzhou", false).orElseThrow());
    String network = document.network().getId();
    assertEquals(true, found.worst(network, false).isEmpty());
    assertEquals(Severity.ERROR, found.worst(network, true).orElseThrow());
    assertEquals(true, found.worst("nobody", true).isEmpty());
  }

  /** Tasks by their time, all on the test's own thread. */
  private static final class Virtual implements LiveValidation.Scheduler {
    private record Timer(long at, Runnable task) {}

    private final List<Timer> timers = new ArrayList<>();
    private final Deque<Runnable> background = new ArrayDeque<>();
    private boolean held;
    private long now;

    @Override
    public Runnable after(Duration delay, Runnable task) {
      Timer timer = new Timer(now + delay.toMillis(), task);
      timers.add(timer);
      return () -> timers.remove(timer);
    }

    @Override
    public void background(ModelDocument document, Runnable task) {
      background.add(task);
      if (!held) runBackground();
    }

    @Override
    public void foreground(Runnable task) {
      task.run();
    }

    void holdBackground() {
      held = true;
    }

    void runBackground() {
      while (!background.isEmpty()) background.poll().run();
    }

    void pass(long millis) {
      long end = now + millis;
      while (true) {
        Timer next =
            timers.stream()
                .filter(t -> t.at() <= end)
                .min((a, b) -> Long.compare(a.at(), b.at()))
                .orElse(null);
        if (next == null) break;
        timers.remove(next);
        now = next.at();
        next.task().run();
      }
      now = end;
    }
  }
}
