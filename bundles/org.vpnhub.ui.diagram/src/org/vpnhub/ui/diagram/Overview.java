package org.vpnhub.ui.diagram;

import org.eclipse.draw2d.Viewport;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.vpnhub.ui.Widgets;
import org.vpnhub.ui.diagram.core.Bounds;
import org.vpnhub.ui.diagram.figures.Look;
import org.vpnhub.ui.diagram.parts.Session;
import org.vpnhub.ui.diagram.scene.EdgeItem;
import org.vpnhub.ui.diagram.scene.NodeItem;

/**
 * The whole diagram in small, with a frame around what the editor shows; the frame can be moved.
 */
final class Overview {
  private static final int MARGIN = 8;

  private final DiagramCanvas diagram;
  private final Canvas canvas;
  private final Runnable repaint;

  Overview(Composite parent, DiagramCanvas diagram) {
    this.diagram = diagram;
    canvas = Widgets.id(new Canvas(parent, SWT.DOUBLE_BUFFERED), "outline.overview");
    canvas.addListener(SWT.Paint, e -> paint(e.gc));
    canvas.addListener(SWT.Resize, e -> canvas.redraw());
    canvas.addListener(SWT.MouseDown, this::goTo);
    canvas.addListener(
        SWT.MouseMove,
        e -> {
          if ((e.stateMask & SWT.BUTTON1) != 0) goTo(e);
        });
    repaint =
        () -> {
          if (!canvas.isDisposed()) canvas.redraw();
        };
    diagram.onView(repaint);
    canvas.addListener(SWT.Dispose, e -> diagram.removeOnView(repaint));
  }

  private double scale(Rectangle picture) {
    org.eclipse.swt.graphics.Rectangle room = canvas.getClientArea();
    double wide = (double) (room.width - 2 * MARGIN) / Math.max(1, picture.width);
    double high = (double) (room.height - 2 * MARGIN) / Math.max(1, picture.height);
    return Math.max(0.001, Math.min(0.5, Math.min(wide, high)));
  }

  private void paint(GC gc) {
    Session session = diagram.session();
    Look look = session.look();
    org.eclipse.swt.graphics.Rectangle room = canvas.getClientArea();
    gc.setBackground(look.canvas());
    gc.fillRectangle(room);
    Rectangle picture = diagram.picture();
    double scale = scale(picture);
    Transform transform = new Transform(canvas.getDisplay());
    transform.translate(
        offset(room.width, picture.width * scale), offset(room.height, picture.height * scale));
    transform.scale((float) scale, (float) scale);
    transform.translate(-picture.x, -picture.y);
    gc.setTransform(transform);
    gc.setAntialias(SWT.ON);
    for (EdgeItem e : session.scene().edges()) line(gc, session, e, scale);
    for (NodeItem n : session.scene().outermost()) node(gc, session, n, 0, 0);
    frame(gc, look, scale);
    gc.setTransform(null);
    transform.dispose();
  }

  private static float offset(int room, double used) {
    return (float) ((room - used) / 2);
  }

  private static void node(GC gc, Session session, NodeItem n, int dx, int dy) {
    Bounds b = session.bounds(n);
    Look look = session.look();
    int x = b.x() + dx;
    int y = b.y() + dy;
    gc.setAlpha(n.node().container() ? 120 : 255);
    gc.setBackground(n.node().container() ? look.of(n.node().style().fill()) : look.card());
    gc.setForeground(look.of(n.node().style().border()));
    gc.setLineWidth(4);
    gc.fillRoundRectangle(x, y, b.width(), b.height(), 16, 16);
    gc.setAlpha(255);
    gc.drawRoundRectangle(x, y, b.width(), b.height(), 16, 16);
    n.children().forEach(c -> node(gc, session, c, x, y));
  }

  private static void line(GC gc, Session session, EdgeItem e, double scale) {
    Bounds from = session.absolute(e.source());
    Bounds to = session.absolute(e.target());
    gc.setForeground(session.look().of(e.edge().style().color()));
    gc.setLineWidth((int) Math.max(2, 1 / scale));
    gc.drawLine(
        from.x() + from.width() / 2,
        from.y() + from.height() / 2,
        to.x() + to.width() / 2,
        to.y() + to.height() / 2);
  }

  private void frame(GC gc, Look look, double scale) {
    Viewport port = diagram.viewport();
    double zoom = diagram.zoom().level();
    Rectangle view = port.getClientArea();
    int x = (int) (port.getViewLocation().x / zoom);
    int y = (int) (port.getViewLocation().y / zoom);
    int width = (int) (view.width / zoom);
    int height = (int) (view.height / zoom);
    gc.setBackground(look.accent());
    gc.setForeground(look.accent());
    gc.setAlpha(28);
    gc.fillRectangle(x, y, width, height);
    gc.setAlpha(255);
    gc.setLineWidth((int) Math.max(1, 2 / scale));
    gc.drawRectangle(x, y, width, height);
  }

  private void goTo(Event e) {
    Rectangle picture = diagram.picture();
    double scale = scale(picture);
    org.eclipse.swt.graphics.Rectangle room = canvas.getClientArea();
    double x = (e.x - offset(room.width, picture.width * scale)) / scale + picture.x;
    double y = (e.y - offset(room.height, picture.height * scale)) / scale + picture.y;
    diagram.zoom().centreOn(x, y);
  }

  Canvas control() {
    return canvas;
  }
}
