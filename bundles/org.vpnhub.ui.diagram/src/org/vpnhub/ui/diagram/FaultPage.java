package org.vpnhub.ui.diagram;

import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.vpnhub.ui.Widgets;

/** Instead of a picture, where there can be none: what is wrong, where, and what to do. */
final class FaultPage {
  private static final String TEXT_EDITOR = "org.eclipse.ui.DefaultTextEditor";

  private FaultPage() {}

  static void create(Composite body, DiagramEditor editor, String fault) {
    Composite page = new Composite(body, SWT.NONE);
    GridLayoutFactory.fillDefaults().margins(24, 24).spacing(12, 12).numColumns(2).applyTo(page);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(page);
    Label icon = new Label(page, SWT.NONE);
    icon.setImage(JFaceResources.getImage(Dialog.DLG_IMG_MESSAGE_ERROR));
    Label title = new Label(page, SWT.NONE);
    title.setText("This file cannot be shown");
    title.setFont(JFaceResources.getHeaderFont());
    Label what = Widgets.id(new Label(page, SWT.WRAP), "fault.what");
    what.setText(fault.replace("&", "&&"));
    GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(500, -1).applyTo(what);
    Label remedy = Widgets.id(new Label(page, SWT.WRAP), "fault.remedy");
    remedy.setText(
        "Mend the file in a text editor, or take an older version from the local history or your"
            + " backup; then try again.");
    GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(500, -1).applyTo(remedy);
    Composite row = new Composite(page, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).applyTo(row);
    GridDataFactory.fillDefaults().span(2, 1).applyTo(row);
    button(row, "Open as Text", "fault.openText", () -> openText(editor));
    button(row, "Try Again", "fault.tryAgain", editor::tryAgain);
  }

  private static void button(Composite row, String label, String id, Runnable run) {
    Button button = Widgets.id(new Button(row, SWT.PUSH), id);
    button.setText(label);
    button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> run.run()));
  }

  private static void openText(DiagramEditor editor) {
    int match = IWorkbenchPage.MATCH_INPUT | IWorkbenchPage.MATCH_ID;
    try {
      editor.getSite().getPage().openEditor(editor.getEditorInput(), TEXT_EDITOR, true, match);
    } catch (PartInitException e) {
      Platform.getLog(FaultPage.class).log(e.getStatus());
    }
  }
}
