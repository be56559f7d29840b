package org.vpnhub.ui.diagram.road;

import java.util.Objects;
import org.eclipse.core.resources.IFile;
import org.eclipse.ui.part.FileEditorInput;

/** A model file, and the two elements between which the road is shown at first. */
final class RoadInput extends FileEditorInput {
  private final String from;
  private final String to;

  /**
   * @param from id of the element that the packet comes from; empty for the first site
   * @param to id of the element that it goes to; empty for the VPC
   */
  RoadInput(IFile file, String from, String to) {
    super(file);
    this.from = from;
    this.to = to;
  }

  String from() {
    return from;
  }

  String to() {
    return to;
  }

  @Override
  public String getToolTipText() {
    return "Road of a packet, " + super.getToolTipText();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RoadInput r
        && r.getFile().equals(getFile())
        && r.from.equals(from)
        && r.to.equals(to);
  }

  @Override
  public int hashCode() {
    return Objects.hash(getFile(), from, to);
  }
}
