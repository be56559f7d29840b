package org.vpnhub.ui.diagram.core;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One kind of diagram.
 *
 * @param name of the kind: {@code HubTopology}
 * @param label for people
 * @param domainClass class of the element that the diagram is about: {@code model.Network}
 * @param precondition expression that says whether an element of that class can have one; empty for
 *     always
 * @param title expression of a diagram's title; empty for none
 * @param background of the canvas
 * @param services names of the Java classes whose methods the expressions call
 * @param layers the default layer first
 */
public record DiagramDefinition(
    String name,
    String label,
    String domainClass,
    String precondition,
    String title,
    Tint background,
    List<String> services,
    List<Layer> layers) {
  public DiagramDefinition {
    services = List.copyOf(services);
    layers = List.copyOf(layers);
  }

  /** All tools, in the order of the palette. */
  public List<Tool> tools() {
    return layers.stream().flatMap(l -> l.tools().stream()).toList();
  }

  public Optional<Tool> tool(String name) {
    return tools().stream().filter(t -> t.name().equals(name)).findFirst();
  }

  /** Names of the layers that are shown at first. */
  public Set<String> activeLayers() {
    return layers.stream().filter(Layer::active).map(Layer::name).collect(Collectors.toSet());
  }
}
