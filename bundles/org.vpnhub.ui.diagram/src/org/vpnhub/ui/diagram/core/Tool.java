package org.vpnhub.ui.diagram.core;

import java.util.List;

/**
 * A tool of the palette, or one that a mapping uses.
 *
 * @param name unique in its diagram
 * @param label for people
 * @param description for people: what it does; may be empty
 * @param icon path of an image inside a bundle; empty for none
 * @param section label of the section of the palette
 * @param mappings names of the mappings of what a creation tool makes
 * @param extraSources names of further node mappings where an edge may begin
 * @param extraTargets names of further node mappings where an edge may end; of a node creation tool
 *     further containers
 * @param precondition expression that says whether it can be used; empty for always
 * @param inputLabel expression of the text that direct edit begins with; empty for the label
 * @param operation expression that does the work
 */
public record Tool(
    Kind kind,
    String name,
    String label,
    String description,
    String icon,
    String section,
    List<String> mappings,
    List<String> extraSources,
    List<String> extraTargets,
    String precondition,
    String inputLabel,
    String operation) {

  /** What a tool does, and its variables. */
  public enum Kind {
    /** {@code container} */
    CREATE_NODE,
    /** {@code container} */
    CREATE_CONTAINER,
    /** {@code source}, {@code target} */
    CREATE_EDGE,
    /** {@code element} */
    DELETE,
    /** {@code arg0}, the new text */
    DIRECT_EDIT,
    /** {@code element}, {@code source} the old end, {@code target} the new end */
    RECONNECT_SOURCE,
    /** {@code element}, {@code source} the old end, {@code target} the new end */
    RECONNECT_TARGET,
    /** {@code element} */
    APPLY
  }

  public Tool {
    mappings = List.copyOf(mappings);
    extraSources = List.copyOf(extraSources);
    extraTargets = List.copyOf(extraTargets);
  }

  /** Whether it has its place in the palette. */
  public boolean inPalette() {
    return switch (kind) {
      case CREATE_NODE, CREATE_CONTAINER, CREATE_EDGE, APPLY -> true;
      case DELETE, DIRECT_EDIT, RECONNECT_SOURCE, RECONNECT_TARGET -> false;
    };
  }
}
