package org.vpnhub.ui.secrets;

import java.util.Arrays;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.vpnhub.ui.Widgets;
import org.vpnhub.ui.secrets.Typed.Verdict;

/** A choice between something that is made by itself and something typed twice, masked. */
final class TwiceDialog extends TitleAreaDialog {
  /**
   * The words and the rule of one use.
   *
   * @param id begins the ids of the widgets
   * @param alone the choice that needs no typing
   */
  record Words(
      String id,
      String window,
      String title,
      String message,
      String alone,
      String typed,
      String field,
      String ok) {}

  /** Judges what was typed. */
  interface Judge {
    Verdict judge(char[] first, char[] second);
  }

  private final Words words;
  private final Judge judge;
  private boolean startsTyped;
  private Button alone;
  private Button typed;
  private Text first;
  private Text second;
  private char[] answer = {};

  TwiceDialog(Shell shell, Words words, Judge judge) {
    super(shell);
    this.words = words;
    this.judge = judge;
  }

  /** Begins with the choice to type. */
  TwiceDialog startTyped() {
    startsTyped = true;
    return this;
  }

  /** What was typed, to be wiped by the caller; empty for the choice that needs no typing. */
  char[] answer() {
    return answer;
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText(words.window());
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    setTitle(words.title());
    setMessage(words.message());
    Composite form = new Composite(area, SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(form);
    GridLayoutFactory.swtDefaults().numColumns(2).margins(12, 12).applyTo(form);
    alone = choice(form, words.alone(), "alone");
    typed = choice(form, words.typed(), "typed");
    first = field(form, words.field(), "first");
    second = field(form, "Once &more:", "again");
    alone.setSelection(!startsTyped);
    typed.setSelection(startsTyped);
    return area;
  }

  private Button choice(Composite form, String text, String id) {
    Button button = Widgets.id(new Button(form, SWT.RADIO), words.id() + "." + id);
    button.setText(text);
    GridDataFactory.fillDefaults().span(2, 1).applyTo(button);
    button.addListener(SWT.Selection, e -> check());
    return button;
  }

  private Text field(Composite form, String label, String id) {
    Label l = new Label(form, SWT.NONE);
    l.setText(label);
    GridDataFactory.swtDefaults().indent(22, 0).applyTo(l);
    Text text = Widgets.id(new Text(form, SWT.BORDER | SWT.PASSWORD), words.id() + "." + id);
    GridDataFactory.fillDefaults().grab(true, false).hint(280, SWT.DEFAULT).applyTo(text);
    text.addModifyListener(e -> check());
    return text;
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    Widgets.id(createButton(parent, IDialogConstants.OK_ID, words.ok(), true), words.id() + ".ok");
    Widgets.id(
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false),
        words.id() + ".cancel");
    check();
  }

  private void check() {
    boolean types = typed.getSelection();
    first.setEnabled(types);
    second.setEnabled(types);
    Verdict verdict = types ? verdict() : Verdict.GOOD;
    if (verdict.text().isEmpty()) {
      setMessage(words.message());
    } else {
      boolean isStart = first.getCharCount() == 0;
      int kind = verdict.blocks() ? IMessageProvider.ERROR : IMessageProvider.WARNING;
      setMessage(verdict.text(), isStart ? IMessageProvider.NONE : kind);
    }
    Button ok = getButton(IDialogConstants.OK_ID);
    if (ok != null) ok.setEnabled(!verdict.blocks());
  }

  private Verdict verdict() {
    char[] a = first.getTextChars();
    char[] b = second.getTextChars();
    try {
      return judge.judge(a, b);
    } finally {
      Arrays.fill(a, '\0');
      Arrays.fill(b, '\0');
    }
  }

  @Override
  protected void okPressed() {
    if (typed.getSelection()) answer = first.getTextChars();
    super.okPressed();
  }

  @Override
  public boolean close() {
    if (first != null && !first.isDisposed()) {
      first.setTextChars(new char[0]);
      second.setTextChars(new char[0]);
    }
    return super.close();
  }
}
