package org.vpnhub.ui.monitor;

import java.util.List;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;
import org.vpnhub.base.Problem;
import org.vpnhub.ui.Images;
import org.vpnhub.ui.Widgets;
import org.vpnhub.ui.monitor.core.ChangePreview;

/** Shows what deploying would change, connection by connection, before it does it. */
final class DeployDialog extends TitleAreaDialog {
  private final String where;
  private final ChangePreview preview;
  private final List<Problem> errors;
  private final String head;

  /**
   * @param head what is to be said first; empty for nothing
   */
  DeployDialog(
      Shell shell, String where, ChangePreview preview, List<Problem> errors, String head) {
    super(shell);
    this.where = where;
    this.preview = preview;
    this.errors = errors;
    this.head = head;
    setShellStyle(getShellStyle() | SWT.RESIZE);
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText("Deploy");
  }

  @Override
  protected Point getInitialSize() {
    Point size = super.getInitialSize();
    return new Point(Math.max(size.x, 760), Math.max(size.y, 480));
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    setTitle("Deploy to " + where.substring(0, 1).toLowerCase() + where.substring(1));
    if (!head.isEmpty()) setMessage(head, IMessageProvider.WARNING);
    else if (!errors.isEmpty()) setErrorMessage(errorText());
    else if (!preview.withoutKey().isEmpty()) setMessage(keyText(), IMessageProvider.WARNING);
    else setMessage(summary());
    Composite body = new Composite(area, SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
    GridLayoutFactory.fillDefaults().margins(10, 10).applyTo(body);
    Tree tree = Widgets.id(new Tree(body, SWT.BORDER | SWT.FULL_SELECTION), "deploy.changes");
    GridDataFactory.fillDefaults().grab(true, true).applyTo(tree);
    tree.setHeaderVisible(true);
    column(tree, "Connection or route", 360);
    column(tree, "What happens", 340);
    fill(tree);
    return area;
  }

  private String errorText() {
    String first = errors.getFirst().element() + ": " + errors.getFirst().message();
    int more = errors.size() - 1;
    return "The model has errors. " + first + (more > 0 ? " (and " + more + " more)" : "");
  }

  private String keyText() {
    List<String> without = preview.withoutKey();
    String more = without.size() == 1 ? "" : " and " + (without.size() - 1) + " more";
    return without.getFirst()
        + more
        + (without.size() == 1 ? " has no key and stays down." : " have no key and stay down.")
        + " To mend it cancel, give it one with Hub > Keys, and deploy again.";
  }

  private String summary() {
    if (preview.isEmpty()) return "Nothing changes: the hub runs this model already.";
    int n = preview.connections().size();
    String connections = n == 1 ? "One connection changes" : n + " connections change";
    return (n == 0 ? "No connection changes" : connections) + "; all others flow on.";
  }

  private static void column(Tree tree, String title, int width) {
    TreeColumn column = new TreeColumn(tree, SWT.NONE);
    column.setText(title);
    column.setWidth(width);
  }

  private void fill(Tree tree) {
    for (ChangePreview.Change c : preview.connections()) {
      TreeItem item = item(tree, c.name(), c.effect(), image(c.kind()));
      for (String detail : c.details()) {
        TreeItem child = new TreeItem(item, SWT.NONE);
        int colon = detail.indexOf(": ");
        child.setText(
            colon < 0
                ? new String[] {detail, ""}
                : new String[] {detail.substring(0, colon), detail.substring(colon + 2)});
      }
      item.setExpanded(true);
    }
    for (String r : preview.routesAdded()) item(tree, r, "added", "add");
    for (String r : preview.routesRemoved()) item(tree, r, "removed", "remove");
    for (String r : preview.restartNeeded()) {
      item(tree, r, "only after a restart of the hub", "refresh");
    }
  }

  private static TreeItem item(Tree tree, String name, String what, String image) {
    TreeItem item = new TreeItem(tree, SWT.NONE);
    item.setText(new String[] {name, what});
    item.setImage(Images.get(image));
    return item;
  }

  private static String image(String kind) {
    return switch (kind) {
      case "added" -> "add";
      case "removed" -> "remove";
      case "changed" -> "rotate";
      default -> "edit";
    };
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    String yes = errors.isEmpty() ? "Deploy" : "Deploy Anyway";
    Widgets.id(createButton(parent, IDialogConstants.OK_ID, yes, true), "deploy.ok")
        .setEnabled(!preview.isEmpty());
    Widgets.id(
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false),
        "deploy.cancel");
  }
}
