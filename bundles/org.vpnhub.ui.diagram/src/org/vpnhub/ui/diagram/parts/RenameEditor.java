package org.vpnhub.ui.diagram.parts;

import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.tools.DirectEditManager;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.swt.widgets.Text;
import org.vpnhub.ui.Widgets;
import org.vpnhub.ui.diagram.scene.Item;

/** The text field laid over a figure's name. */
final class RenameEditor extends DirectEditManager {
  private static final int LEAST_WIDTH = 120;

  private final String text;

  private RenameEditor(Renamable part, String text) {
    super(part, TextCellEditor.class, editor -> place(part, editor.getControl()));
    this.text = text;
  }

  static void open(Renamable part, Session session) {
    session.editText((Item) part.getModel()).ifPresent(t -> new RenameEditor(part, t).show());
  }

  private static void place(Renamable part, org.eclipse.swt.widgets.Control control) {
    Rectangle r = part.titleBounds().getCopy();
    part.getFigure().translateToAbsolute(r);
    int height = control.computeSize(-1, -1).y;
    control.setBounds(
        r.x - 2, r.y + (r.height - height) / 2, Math.max(r.width + 4, LEAST_WIDTH), height);
  }

  @Override
  protected void initCellEditor() {
    getCellEditor().setValue(text);
    Text field = Widgets.id((Text) getCellEditor().getControl(), "diagram.rename");
    field.selectAll();
  }
}
