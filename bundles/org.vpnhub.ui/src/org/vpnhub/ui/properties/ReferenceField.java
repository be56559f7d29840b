package org.vpnhub.ui.properties;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.eclipse.ui.dialogs.ListSelectionDialog;
import org.vpnhub.model.RouteTable;
import org.vpnhub.model.edit.Edits;
import org.vpnhub.model.edit.ElementLabels;
import org.vpnhub.model.edit.FeatureInfo;
import org.vpnhub.ui.Images;
import org.vpnhub.ui.Widgets;
import org.vpnhub.ui.editor.Features;

/** One or several other elements, chosen from a list that can be filtered. */
final class ReferenceField extends FeatureField {
  private static final String NOTHING = "none";
  private final Text text;
  private final Button choose;

  ReferenceField(Line line) {
    super(line);
    Composite cell = line.factory().createComposite(line.parent());
    GridLayoutFactory.fillDefaults().numColumns(2).spacing(4, 0).applyTo(cell);
    text = text(cell, SWT.BORDER | SWT.READ_ONLY);
    placed(text, cell, 1);
    GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(text);
    choose = line.factory().createButton(cell, "Choose…", SWT.PUSH);
    Widgets.id(choose, line.id() + ".choose");
    choose.addListener(SWT.Selection, e -> choose());
  }

  @Override
  void show(boolean used) {
    text.setText(words());
    text.setEnabled(used);
    choose.setEnabled(used);
  }

  private String words() {
    if (!feature().isMany()) {
      String name = Features.text(owner(), feature());
      return name.isEmpty() ? NOTHING : name;
    }
    String names = chosen().stream().map(ElementLabels::text).collect(Collectors.joining(", "));
    return names.isEmpty() ? NOTHING : names;
  }

  private List<EObject> chosen() {
    return ((List<?>) owner().eGet(feature())).stream().map(EObject.class::cast).toList();
  }

  @Override
  void explain(String hint) {
    text.setToolTipText(hint);
  }

  private void choose() {
    if (feature().isMany()) chooseSome();
    else chooseOne();
  }

  private void chooseOne() {
    List<Object> candidates = new ArrayList<>(Features.candidates(owner(), feature()));
    candidates.addFirst(NOTHING);
    ElementListSelectionDialog dialog = new ElementListSelectionDialog(text.getShell(), labels());
    dialog.setTitle(FeatureInfo.of(feature()).title());
    dialog.setMessage(FeatureInfo.of(feature()).explanation());
    dialog.setElements(candidates.toArray());
    dialog.setMultipleSelection(false);
    if (dialog.open() != Window.OK) return;
    Object first = dialog.getFirstResult();
    change(d -> Edits.set(d, owner(), feature(), first instanceof EObject e ? e : null));
  }

  /** Only route tables refer to several: to the vSwitches of their VPC. */
  private void chooseSome() {
    if (!(owner() instanceof RouteTable table)) return;
    var dialog =
        ListSelectionDialog.of(table.getVpc().getVSwitches().toArray())
            .title(FeatureInfo.of(feature()).title())
            .message(FeatureInfo.of(feature()).explanation())
            .contentProvider(ArrayContentProvider.getInstance())
            .labelProvider(labels())
            .preselect(chosen().toArray())
            .create(text.getShell());
    if (dialog.open() != Window.OK) return;
    change(d -> Edits.setList(d, owner(), feature(), Arrays.asList(dialog.getResult())));
  }

  private static LabelProvider labels() {
    return LabelProvider.createTextImageProvider(
        o -> o instanceof EObject e ? label(e) : o.toString(),
        o -> o instanceof EObject e ? Images.get(ElementLabels.icon(e)) : null);
  }

  private static String label(EObject element) {
    String detail = ElementLabels.detail(element);
    return ElementLabels.text(element) + (detail.isEmpty() ? "" : "  " + detail);
  }
}
