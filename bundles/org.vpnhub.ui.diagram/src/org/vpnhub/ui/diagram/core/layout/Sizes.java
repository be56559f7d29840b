package org.vpnhub.ui.diagram.core.layout;

import org.vpnhub.ui.diagram.core.Node;
import org.vpnhub.ui.diagram.core.Size;

/** How large nodes are that have no others inside, and the heading of containers. */
@FunctionalInterface
public interface Sizes {
  Size of(Node node);
}
