package org.vpnhub.ui.diagram.parts;

import org.eclipse.gef.requests.CreationFactory;
import org.vpnhub.ui.diagram.core.Tool;

/** GEF's tools for those of a definition. */
public final class ToolFactory implements CreationFactory {
  private final Tool tool;

  private ToolFactory(Tool tool) {
    this.tool = tool;
  }

  /** The tool that waits for the mouse. */
  public static org.eclipse.gef.Tool of(Tool tool) {
    ToolFactory factory = new ToolFactory(tool);
    return tool.kind() == Tool.Kind.CREATE_EDGE
        ? new ConnectTool(factory)
        : new CreateTool(factory);
  }

  @Override
  public Object getNewObject() {
    return tool;
  }

  @Override
  public Object getObjectType() {
    return tool.name();
  }
}
