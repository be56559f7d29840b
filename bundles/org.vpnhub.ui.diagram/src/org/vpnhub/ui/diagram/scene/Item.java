package org.vpnhub.ui.diagram.scene;

import org.eclipse.emf.ecore.EObject;

/** A node or an edge on the screen. */
public sealed interface Item permits NodeItem, EdgeItem {
  /** Unique in the diagram, and the same for the same thing. */
  String key();

  /** The model element that it shows. */
  default EObject element() {
    return switch (this) {
      case NodeItem n -> n.node().element();
      case EdgeItem e -> e.edge().element();
    };
  }
}
