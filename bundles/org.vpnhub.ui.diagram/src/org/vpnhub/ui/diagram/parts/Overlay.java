package org.vpnhub.ui.diagram.parts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.diagram.figures.Marks;
import org.vpnhub.ui.diagram.scene.EdgeItem;
import org.vpnhub.ui.diagram.scene.Item;
import org.vpnhub.ui.diagram.scene.NodeItem;
import org.vpnhub.ui.diagram.scene.Scene;
import org.vpnhub.ui.live.LiveConnection;
import org.vpnhub.ui.live.LiveSnapshot;
import org.vpnhub.ui.live.LiveStates;
import org.vpnhub.ui.problems.Problems;

/** What is laid over the picture of the definition: problems, and the state of a running hub. */
public final class Overlay {
  private final ModelDocument document;
  private final Scene scene;
  private final Map<Item, List<Problem>> problems = new HashMap<>();

  Overlay(ModelDocument document, Scene scene) {
    this.document = document;
    this.scene = scene;
  }

  /** Assigns the problems of the last validation to the items of the scene. */
  void update() {
    problems.clear();
    Map<String, EObject> byId = elements();
    for (Problem p : Problems.of(document)) {
      EObject element = byId.get(p.elementId());
      if (element == null) continue;
      scene
          .find(element)
          .ifPresent(i -> problems.computeIfAbsent(i, k -> new ArrayList<>()).add(p));
    }
  }

  private Map<String, EObject> elements() {
    Map<String, EObject> byId = new HashMap<>();
    if (Problems.of(document).isEmpty()) return byId;
    for (var all = document.network().eAllContents(); all.hasNext(); ) {
      EObject e = all.next();
      String id = EcoreUtil.getID(e);
      if (id != null) byId.put(id, e);
    }
    return byId;
  }

  Marks marks(Item item) {
    List<Problem> here = problems.getOrDefault(item, List.of());
    Optional<Severity> worst =
        here.stream()
            .map(Problem::severity)
            .min(Severity::compareTo)
            .filter(s -> s != Severity.INFO);
    Optional<LiveConnection> live = live(item);
    String own =
        switch (item) {
          case NodeItem n -> n.node().tooltip();
          case EdgeItem e -> e.edge().tooltip();
        };
    Stream<String> lines =
        Stream.of(Stream.of(own), here.stream().map(p -> p.message() + "\n    " + p.remedy()))
            .flatMap(s -> s)
            .filter(s -> !s.isBlank());
    return new Marks(worst, live.map(LiveConnection::state), String.join("\n", lines.toList()));
  }

  /** A connection's own state; of a node that ends one connection, that one's. */
  Optional<LiveConnection> live(Item item) {
    return switch (item) {
      case EdgeItem e -> live(e.element());
      case NodeItem n -> {
        List<LiveConnection> all =
            Stream.concat(n.incoming().stream(), n.outgoing().stream())
                .flatMap(e -> live(e.element()).stream())
                .limit(2)
                .toList();
        yield all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
      }
    };
  }

  private Optional<LiveConnection> live(EObject element) {
    Optional<LiveSnapshot> snapshot = LiveStates.of(document.file());
    if (snapshot.isEmpty()) return Optional.empty();
    EStructuralFeature id = element.eClass().getEStructuralFeature("id");
    return id == null
        ? Optional.empty()
        : Optional.ofNullable(snapshot.get().connections().get(String.valueOf(element.eGet(id))));
  }
}
