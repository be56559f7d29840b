package org.vpnhub.ui.diagram;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.gef.EditDomain;
import org.eclipse.gef.tools.AbstractTool;
import org.eclipse.gef.tools.MarqueeSelectionTool;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;
import org.vpnhub.ui.diagram.core.Tool;
import org.vpnhub.ui.diagram.figures.Icons;
import org.vpnhub.ui.diagram.parts.ToolFactory;

/**
 * The tools of a diagram. A click, or the space bar, takes a tool for the next use; a double click
 * keeps it. Return uses it at once, at a free place.
 */
final class Palette {
  private static final int WIDTH = 168;

  private final DiagramCanvas diagram;
  private final EditDomain domain;
  private final Composite column;
  private final Map<PaletteItem, org.eclipse.gef.@Nullable Tool> items = new LinkedHashMap<>();
  private final PaletteItem select;

  Palette(Composite parent, DiagramCanvas diagram, EditDomain domain) {
    this.diagram = diagram;
    this.domain = domain;
    ScrolledComposite control = new ScrolledComposite(parent, SWT.V_SCROLL);
    column = new Composite(control, SWT.NONE);
    GridLayoutFactory.fillDefaults().margins(8, 8).spacing(0, 2).applyTo(column);
    select = item("select", "Select", own("select"), () -> null);
    select.setToolTipText("Selects and moves figures (Escape)");
    item("marquee", "Select area", own("select-area"), MarqueeSelectionTool::new)
        .setToolTipText("Selects all figures in an area");
    sections();
    control.setContent(column);
    control.setExpandHorizontal(true);
    control.setExpandVertical(true);
    control.setMinHeight(column.computeSize(WIDTH, SWT.DEFAULT).y);
    GridDataFactory.fillDefaults().grab(false, true).hint(WIDTH, SWT.DEFAULT).applyTo(control);
    show(select);
  }

  private static Image own(String name) {
    return Icons.small("/org.vpnhub.ui.diagram/icons/" + name + ".svg");
  }

  private void sections() {
    String section = "";
    for (Tool tool : diagram.session().tools()) {
      if (!tool.section().equals(section)) heading(tool.section());
      section = tool.section();
      Image icon = tool.icon().isEmpty() ? null : Icons.small(tool.icon());
      PaletteItem item = item(tool.name(), tool.label(), icon, () -> ToolFactory.of(tool));
      item.setToolTipText(tool.description().isEmpty() ? tool.label() : tool.description());
      item.addListener(SWT.MouseDoubleClick, e -> keep());
      item.addListener(
          SWT.KeyDown,
          e -> {
            if (e.character == SWT.CR) diagram.use(tool);
          });
    }
  }

  private void heading(String text) {
    Label label = new Label(column, SWT.NONE);
    label.setText(text);
    label.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
    GridDataFactory.fillDefaults().indent(4, 10).applyTo(label);
  }

  private PaletteItem item(
      String id, String text, @Nullable Image icon, Supplier<org.eclipse.gef.@Nullable Tool> tool) {
    PaletteItem[] item = new PaletteItem[1];
    Runnable take = () -> take(item[0], tool.get());
    item[0] = new PaletteItem(column, diagram.session().look(), id, text, icon, take);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(item[0]);
    items.put(item[0], null);
    return item[0];
  }

  private void take(PaletteItem item, org.eclipse.gef.@Nullable Tool tool) {
    items.put(item, tool);
    if (tool == null) domain.loadDefaultTool();
    else domain.setActiveTool(tool);
    show(item);
    diagram.focusCanvas();
  }

  private void keep() {
    if (domain.getActiveTool() instanceof AbstractTool t) t.setUnloadWhenFinished(false);
  }

  /** Shows which tool is active. */
  void update() {
    org.eclipse.gef.Tool active = domain.getActiveTool();
    Optional<PaletteItem> of =
        items.entrySet().stream()
            .filter(e -> e.getValue() == active && active != null)
            .map(Map.Entry::getKey)
            .findFirst();
    show(of.orElse(select));
  }

  private void show(PaletteItem active) {
    items.keySet().forEach(i -> i.setActive(i == active));
  }

  void focus() {
    select.setFocus();
  }
}
