package org.vpnhub.ui.diagram;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.eclipse.core.runtime.Platform;
import org.eclipse.gef.SnapToGrid;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.PartInitException;
import org.vpnhub.ui.diagram.core.layout.LayeredLayout;
import org.vpnhub.ui.diagram.core.layout.RadialLayout;
import org.vpnhub.ui.diagram.scene.Arrange;

/** What the commands of a diagram do; the handler of a command names one of these. */
enum DiagramAction {
  RENAME(c -> c.rename()),
  DELETE(c -> c.delete()),
  SELECT_ALL(c -> c.selectAll()),
  ZOOM_IN(c -> c.zoom().in()),
  ZOOM_OUT(c -> c.zoom().out()),
  ZOOM_ACTUAL(c -> c.zoom().actualSize()),
  FIT(c -> c.zoom().fit(c.picture())),
  SHOW_GRID(SnapToGrid.PROPERTY_GRID_VISIBLE),
  SNAP_TO_GRID(SnapToGrid.PROPERTY_GRID_ENABLED),
  LAYOUT_RADIAL(
      c ->
          c.layOut(
              "Radial layout",
              RadialLayout.layout(c.session().scene().diagram().orElseThrow(), c.session()::size))),
  LAYOUT_LAYERED(
      c ->
          c.layOut(
              "Layered layout",
              LayeredLayout.layout(
                  c.session().scene().diagram().orElseThrow(), c.session()::size))),
  ALIGN_LEFT(Arrange.LEFT),
  ALIGN_CENTRE(Arrange.CENTRE),
  ALIGN_RIGHT(Arrange.RIGHT),
  ALIGN_TOP(Arrange.TOP),
  ALIGN_MIDDLE(Arrange.MIDDLE),
  ALIGN_BOTTOM(Arrange.BOTTOM),
  MATCH_WIDTH(Arrange.WIDTH),
  MATCH_HEIGHT(Arrange.HEIGHT),
  MATCH_SIZE(Arrange.SIZE),
  TOOLS(c -> c.offerTools()),
  PALETTE(c -> c.focusPalette()),
  EXPORT_IMAGE(c -> {}) {
    @Override
    void run(DiagramEditor editor) {
      Path model = editor.support().document().file();
      String name = model.getFileName().toString().replaceFirst("\\.[^.]*$", "");
      editor
          .canvas()
          .ifPresent(
              c ->
                  new ExportDialog(
                          editor.getSite().getShell(),
                          c,
                          model.resolveSibling(name),
                          p -> editor.support().status("The image was written to " + p))
                      .open());
    }
  },
  PROPERTIES(c -> {}) {
    @Override
    void run(DiagramEditor editor) {
      try {
        editor.getSite().getPage().showView(IPageLayout.ID_PROP_SHEET);
      } catch (PartInitException e) {
        Platform.getLog(DiagramAction.class).log(e.getStatus());
      }
    }
  };

  private final Consumer<DiagramCanvas> work;
  private final String property;

  DiagramAction(Consumer<DiagramCanvas> work) {
    this.work = work;
    property = "";
  }

  DiagramAction(Arrange how) {
    this(c -> c.arrange(how));
  }

  /** Switches something on or off. */
  DiagramAction(String property) {
    work = c -> c.set(property, !c.isSet(property));
    this.property = property;
  }

  void run(DiagramEditor editor) {
    editor.canvas().ifPresent(work);
  }

  /** Whether what it switches is on. */
  boolean isOn(DiagramEditor editor) {
    return !property.isEmpty() && editor.canvas().filter(c -> c.isSet(property)).isPresent();
  }
}
