package org.vpnhub.ui.diagram;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vpnhub.design.Definition;
import org.vpnhub.ui.diagram.core.DefinitionException;
import org.vpnhub.ui.diagram.core.DefinitionReader;
import org.vpnhub.ui.diagram.core.DiagramDefinition;
import org.vpnhub.ui.diagram.core.Services;

/** The kinds of diagram that the definition of the console has; read once. */
public final class Definitions {
  /** Name of the hub's picture. */
  public static final String TOPOLOGY = "HubTopology";

  /** Name of the road of a packet. */
  public static final String ROAD = "Road";

  private static @Nullable List<DiagramDefinition> all;

  private Definitions() {}

  /**
   * @throws DefinitionException when the definition cannot be used; the message names the element
   */
  public static synchronized DiagramDefinition get(String name) throws DefinitionException {
    if (all == null) all = read();
    return all.stream()
        .filter(d -> d.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new DefinitionException(Definition.NAME + " has no diagram '" + name + "'"));
  }

  private static List<DiagramDefinition> read() throws DefinitionException {
    try (InputStream in = Definition.open()) {
      return DefinitionReader.read(in, Definition.NAME);
    } catch (IOException e) {
      throw new DefinitionException(Definition.NAME + " cannot be read: " + e.getMessage());
    }
  }

  /** The services of a diagram, made for it alone. */
  public static Services services(DiagramDefinition definition) throws DefinitionException {
    return Services.of(definition, Definition.class.getClassLoader());
  }
}
