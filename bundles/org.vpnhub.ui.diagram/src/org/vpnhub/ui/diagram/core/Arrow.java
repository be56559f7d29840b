package org.vpnhub.ui.diagram.core;

/** What stands at the end of an edge. */
public enum Arrow {
  NONE,
  OPEN,
  FILLED
}
