package org.vpnhub.ui.diagram.core;

/** How a line is drawn. */
public enum Line {
  SOLID,
  DASH,
  DOT,
  DASH_DOT
}
