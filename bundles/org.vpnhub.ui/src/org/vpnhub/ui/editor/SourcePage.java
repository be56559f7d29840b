package org.vpnhub.ui.editor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.source.CompositeRuler;
import org.eclipse.jface.text.source.LineNumberRulerColumn;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.LineStyleEvent;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.forms.IManagedForm;
import org.vpnhub.model.ModelFiles;
import org.vpnhub.ui.Widgets;

/** The text of the file as it would be saved now; to read only. */
final class SourcePage extends ModelPage {
  private SourceViewer viewer;
  private LineNumberRulerColumn numbers;

  SourcePage(HubEditor hub) {
    super(hub, "source", "Source", "hub-new");
  }

  @Override
  void build(IManagedForm form, Composite body) {
    body.setLayout(new GridLayout());
    form.getForm().setText("Source (read-only)");
    CompositeRuler ruler = new CompositeRuler();
    numbers = new LineNumberRulerColumn();
    ruler.addDecorator(0, numbers);
    viewer = new SourceViewer(body, ruler, SWT.H_SCROLL | SWT.V_SCROLL | SWT.BORDER);
    viewer.setDocument(new Document());
    viewer.setEditable(false);
    fill(viewer.getControl(), 1, 400, 200);
    StyledText text = viewer.getTextWidget();
    text.setFont(JFaceResources.getTextFont());
    text.addLineStyleListener(this::colour);
    Widgets.id(text, "source.text");
    for (Control c : new Control[] {text, viewer.getControl()})
      form.getToolkit().adapt(c, true, false);
    numbers.setForeground(text.getDisplay().getSystemColor(SWT.COLOR_WIDGET_NORMAL_SHADOW));
    numbers.setBackground(text.getBackground());
  }

  /** Our writer breaks no line within a tag, so that each line can be coloured alone. */
  private void colour(LineStyleEvent event) {
    StyledText text = viewer.getTextWidget();
    Palette palette = new Palette(text.getBackground());
    List<StyleRange> styles = new ArrayList<>();
    for (XmlTokens.Token t : XmlTokens.of(event.lineText)) {
      if (t.kind() == XmlTokens.Kind.TEXT) continue;
      styles.add(
          new StyleRange(
              event.lineOffset + t.start(),
              t.length(),
              palette.of(t.kind(), text.getForeground()),
              null));
    }
    event.styles = styles.toArray(StyleRange[]::new);
  }

  @Override
  void refresh() {
    String source;
    try {
      source = ModelFiles.toText(network());
    } catch (IOException e) {
      source = e.getMessage();
    }
    if (source.equals(viewer.getDocument().get())) return;
    StyledText text = viewer.getTextWidget();
    int top = text.getTopIndex();
    int caret = text.getCaretOffset();
    viewer.setDocument(new Document(source));
    text.setCaretOffset(Math.min(caret, text.getCharCount()));
    text.setTopIndex(top);
  }

  @Override
  void problemsChanged() {}
}
