package org.vpnhub.ui.diagram.parts;

import java.nio.file.Path;
import java.util.Optional;
import org.vpnhub.design.LiveLookup;
import org.vpnhub.ui.live.LiveConnection;
import org.vpnhub.ui.live.LiveStates;

/** Tells the definition's services how the connections of a running hub stand. */
public record LiveHub(Path model) implements LiveLookup {
  @Override
  public Optional<Live> of(String connectionId) {
    return LiveStates.of(model)
        .flatMap(s -> Optional.ofNullable(s.connections().get(connectionId)))
        .map(LiveHub::live);
  }

  private static Live live(LiveConnection c) {
    State state =
        switch (c.state()) {
          case UP -> State.UP;
          case NEGOTIATING -> State.NEGOTIATING;
          case DOWN -> State.DOWN;
          case FAILED, REFUSED -> State.FAILED;
        };
    return new Live(state, c.reason(), c.suite(), c.bitsInPerSecond(), c.bitsOutPerSecond());
  }
}
