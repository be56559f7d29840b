package org.vpnhub.ui;

import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.forms.widgets.Form;
import org.eclipse.ui.forms.widgets.FormToolkit;

/** What an editor shows where its file cannot be read: what is wrong, where, and what to do. */
public final class FaultForm {
  private static final String TEXT_EDITOR = "org.eclipse.ui.DefaultTextEditor";

  private FaultForm() {}

  /** Fills a form of an editor, whose button "Try Again" runs an action. */
  public static void fill(
      FormToolkit toolkit, Form form, IEditorPart editor, FileFault fault, Runnable tryAgain) {
    form.setText(editor.getEditorInput().getName());
    toolkit.decorateFormHeading(form);
    form.setMessage("This file cannot be opened", IMessageProvider.ERROR);
    Composite body = form.getBody();
    GridLayout layout = new GridLayout();
    layout.marginWidth = 12;
    layout.marginHeight = 12;
    layout.verticalSpacing = 12;
    body.setLayout(layout);
    wrapped(toolkit, body, fault.what(), "broken.what");
    if (!fault.remedy().isEmpty()) wrapped(toolkit, body, fault.remedy(), "broken.remedy");
    if (!fault.excerpt().isEmpty()) {
      Label lines = wrapped(toolkit, body, fault.excerpt(), "broken.lines");
      lines.setFont(JFaceResources.getTextFont());
    }
    Composite row = toolkit.createComposite(body);
    row.setLayout(new RowLayout());
    Runnable openText = () -> openText(editor, fault.line());
    button(toolkit, row, "Open as Text", "broken.openText", openText);
    button(toolkit, row, "Try Again", "broken.tryAgain", tryAgain);
  }

  private static Label wrapped(FormToolkit toolkit, Composite body, String text, String id) {
    Label label = toolkit.createLabel(body, text.replace("&", "&&"), SWT.WRAP);
    GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
    data.widthHint = 400;
    label.setLayoutData(data);
    return Widgets.id(label, id);
  }

  private static void button(
      FormToolkit toolkit, Composite row, String label, String id, Runnable run) {
    Button button = toolkit.createButton(row, label, SWT.PUSH);
    button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> run.run()));
    Widgets.id(button, id);
  }

  private static void openText(IEditorPart editor, int line) {
    int match = IWorkbenchPage.MATCH_INPUT | IWorkbenchPage.MATCH_ID;
    try {
      IEditorPart text =
          editor.getSite().getPage().openEditor(editor.getEditorInput(), TEXT_EDITOR, true, match);
      if (text.getAdapter(ITextOperationTarget.class) instanceof ITextViewer viewer) {
        goTo(viewer, line);
      }
    } catch (PartInitException e) {
      Platform.getLog(FaultForm.class).log(e.getStatus());
    }
  }

  private static void goTo(ITextViewer viewer, int line) {
    if (line < 1 || viewer.getDocument() == null) return;
    try {
      IRegion region = viewer.getDocument().getLineInformation(line - 1);
      viewer.setSelectedRange(region.getOffset(), region.getLength());
      viewer.revealRange(region.getOffset(), region.getLength());
    } catch (BadLocationException e) {
      // The file has got shorter since; the editor shows its beginning.
    }
  }
}
