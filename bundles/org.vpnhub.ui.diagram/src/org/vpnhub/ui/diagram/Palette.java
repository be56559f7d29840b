package org.vpnhub.ui.diagram;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.gef.EditDomain;
import org.eclipse.gef.Tool;
import org.eclipse.gef.tools.MarqueeSelectionTool;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;
import org.vpnhub.ui.Images;
import org.vpnhub.ui.Widgets;
import org.vpnhub.ui.diagram.figures.Icons;
import org.vpnhub.ui.diagram.parts.ToolFactory;

/**
 * The tools of a diagram, as plain buttons, so that the keyboard reaches them like any other. A
 * click takes a tool for the next use, a double click keeps it. Return uses it at once, at a free
 * place.
 */
final class Palette {
  private static final int WIDTH = 168;

  private final DiagramCanvas diagram;
  private final EditDomain domain;
  private final ScrolledComposite control;
  private final Composite column;
  private final Map<Button, Tool> tools = new LinkedHashMap<>();
  private final Button select;

  Palette(Composite parent, DiagramCanvas diagram, EditDomain domain) {
    this.diagram = diagram;
    this.domain = domain;
    control = new ScrolledComposite(parent, SWT.V_SCROLL);
    column = new Composite(control, SWT.NONE);
    GridLayoutFactory.fillDefaults().margins(6, 6).spacing(0, 1).applyTo(column);
    select = button("select", "Select", Images.get("select"), "Selects and moves figures (Escape)");
    select.addListener(SWT.Selection, e -> take(select, null));
    Button marquee =
        button(
            "marquee", "Select area", Images.get("select-area"), "Selects all figures in an area");
    marquee.addListener(SWT.Selection, e -> take(marquee, marqueeTool()));
    sections();
    control.setContent(column);
    control.setExpandHorizontal(true);
    control.setExpandVertical(true);
    control.setMinHeight(column.computeSize(WIDTH, SWT.DEFAULT).y);
    GridDataFactory.fillDefaults().grab(false, true).hint(WIDTH, SWT.DEFAULT).applyTo(control);
    show(select);
  }

  private static MarqueeSelectionTool marqueeTool() {
    return new MarqueeSelectionTool();
  }

  private void sections() {
    String section = "";
    for (org.vpnhub.ui.diagram.core.Tool tool : diagram.session().tools()) {
      if (!tool.section().equals(section)) heading(tool.section());
      section = tool.section();
      String hint = tool.description().isEmpty() ? tool.label() : tool.description();
      Button button = button(tool.name(), tool.label(), icon(tool), hint);
      button.addListener(SWT.Selection, e -> take(button, ToolFactory.of(tool)));
      button.addListener(SWT.MouseDoubleClick, e -> keep());
      button.addListener(
          SWT.KeyDown,
          e -> {
            if (e.character != SWT.CR) return;
            e.doit = false;
            diagram.use(tool);
          });
    }
  }

  private static @Nullable Image icon(org.vpnhub.ui.diagram.core.Tool tool) {
    return tool.icon().isEmpty() ? null : Icons.small(tool.icon());
  }

  private void heading(String text) {
    Label label = new Label(column, SWT.NONE);
    label.setText(text);
    label.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
    GridDataFactory.fillDefaults().indent(6, 10).applyTo(label);
  }

  private Button button(String id, String text, @Nullable Image icon, String hint) {
    Button button =
        Widgets.id(new Button(column, SWT.TOGGLE | SWT.FLAT | SWT.LEFT), "palette." + id);
    button.setText(text);
    button.setToolTipText(hint);
    if (icon != null) button.setImage(icon);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(button);
    tools.put(button, null);
    return button;
  }

  private void take(Button button, @Nullable Tool tool) {
    tools.put(button, tool);
    if (tool == null) domain.loadDefaultTool();
    else domain.setActiveTool(tool);
    show(button);
    diagram.focusCanvas();
  }

  private void keep() {
    if (domain.getActiveTool() instanceof org.eclipse.gef.tools.AbstractTool t) {
      t.setUnloadWhenFinished(false);
    }
  }

  /** Shows which tool is active. */
  void update() {
    Tool active = domain.getActiveTool();
    Optional<Button> of =
        tools.entrySet().stream()
            .filter(e -> e.getValue() == active && active != null)
            .map(Map.Entry::getKey)
            .findFirst();
    show(of.orElse(select));
  }

  private void show(Button active) {
    List.copyOf(tools.keySet()).forEach(b -> b.setSelection(b == active));
  }

  void focus() {
    select.setFocus();
  }
}
