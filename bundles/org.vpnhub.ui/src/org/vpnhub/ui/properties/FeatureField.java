package org.vpnhub.ui.properties;

import java.util.function.Consumer;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.views.properties.tabbed.TabbedPropertySheetWidgetFactory;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Severity;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Tunnel;
import org.vpnhub.model.VpnhubPackage.Literals;
import org.vpnhub.model.edit.FeatureInfo;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.ModelEditors;
import org.vpnhub.ui.Widgets;
import org.vpnhub.ui.editor.Features;
import org.vpnhub.ui.problems.ProblemDecorations;
import org.vpnhub.validation.LegalValues;

/**
 * A feature as a line of three cells: label, control, unit. What is typed is taken over when the
 * field is left, or with Enter; Escape brings the old value back.
 */
abstract class FeatureField {
  static final int WIDTH = 190;
  private static final int LINES = 3;

  /**
   * Where a field is made.
   *
   * @param id id of its control
   */
  record Line(
      Composite parent,
      TabbedPropertySheetWidgetFactory factory,
      EStructuralFeature feature,
      String id) {}

  private final Line line;
  private final Label label;
  private @Nullable Label unit;
  private @Nullable EObject owner;
  private Runnable problems = () -> {};
  private @Nullable ControlDecoration fault;

  /** Makes the label; the field then makes its control and hands it to {@link #placed}. */
  FeatureField(Line line) {
    this.line = line;
    FeatureInfo info = FeatureInfo.of(line.feature());
    String text = FeatureInfo.isFlag(line.feature()) ? "" : info.title() + ":";
    label = line.factory().createLabel(line.parent(), text);
  }

  /** Makes a text, with the frame of the platform if any and not that of forms. */
  Text text(Composite parent, int style) {
    Text text = new Text(parent, style);
    line.factory().adapt(text, true, false);
    text.setData(FormToolkit.KEY_DRAW_BORDER, Boolean.FALSE);
    return text;
  }

  /** Lays out the control of the field in one line. */
  <C extends Control> C placed(C control) {
    return placed(control, control, 1);
  }

  /**
   * Lays out the control of the field.
   *
   * @param cell the control, or what it stands in
   * @param lines how many lines of text it shows
   */
  <C extends Control> C placed(C control, Control cell, int lines) {
    int vertical = lines == 1 ? SWT.CENTER : SWT.BEGINNING;
    GridDataFactory.swtDefaults().align(SWT.BEGINNING, vertical).applyTo(label);
    int lineHeight = line.parent().getDisplay().getSystemFont().getFontData()[0].getHeight() * 2;
    GridDataFactory.fillDefaults()
        .align(SWT.FILL, SWT.CENTER)
        .grab(true, false)
        .indent(6, 0)
        .hint(WIDTH, lines == 1 ? SWT.DEFAULT : lines * lineHeight)
        .applyTo(cell);
    unit = line.factory().createLabel(line.parent(), FeatureInfo.of(feature()).unit());
    problems = ProblemDecorations.decorate(control, this::subject, feature().getName());
    fault = new ControlDecoration(control, SWT.BOTTOM | SWT.LEFT);
    fault.setImage(ProblemDecorations.image(Severity.ERROR));
    fault.hide();
    return Widgets.id(control, line.id());
  }

  /** The field that fits a feature. */
  static FeatureField create(Line line) {
    EStructuralFeature f = line.feature();
    if (isFixed(f)) return new Fields.Fixed(line);
    if (f == Literals.IKE_CONFIG__PSK_REFERENCE) return new KeyField(line);
    if (f == Literals.IKE_CONFIG__PSK) return new Fields.Hidden(line);
    if (FeatureInfo.of(f).isSecret()) return new Fields.Typed(line, SWT.PASSWORD, 1);
    if (f == Literals.NAMED_ELEMENT__TAGS) return new Fields.Tags(line);
    if (f instanceof EReference) return new ReferenceField(line);
    if (FeatureInfo.isTextList(f)) return new Fields.Lines(line);
    if (FeatureInfo.isMultiline(f)) {
      return new Fields.Typed(line, SWT.MULTI | SWT.WRAP | SWT.V_SCROLL, LINES);
    }
    if (FeatureInfo.isFlag(f)) return new Fields.Flag(line);
    if (f == Literals.SITE__SELECTOR_MODE) return new Fields.Mode(line);
    return isChoice(f) ? new Fields.Choice(line) : new Fields.Typed(line, SWT.SINGLE, 1);
  }

  private static boolean isFixed(EStructuralFeature f) {
    return f == Literals.NAMED_ELEMENT__ID
        || f == Literals.NETWORK__FORMAT_VERSION
        || f == Literals.ROUTE_TABLE__ROUTE_TABLE_TYPE
        || f.getName().equals("site");
  }

  /** Whether there may be values to choose from; which ones is asked for each element. */
  private static boolean isChoice(EStructuralFeature f) {
    if (f.getEType() instanceof EEnum) return true;
    return switch (f.getEType().getName()) {
      case "EncryptionAlgorithm", "HashAlgorithm", "KeyExchangeGroup" -> true;
      default ->
          f == Literals.DESTINATION_ROUTE__WEIGHT
              || f == Literals.POLICY_ROUTE__WEIGHT
              || f == Literals.VPN_GATEWAY__BANDWIDTH
              || f == Literals.SITE__DEVICE;
    };
  }

  EStructuralFeature feature() {
    return line.feature();
  }

  EObject owner() {
    if (owner == null) throw new IllegalStateException("the field shows nothing yet");
    return owner;
  }

  /** Shows the feature of an element or part. */
  void setOwner(EObject element) {
    owner = element;
    boolean used = LegalValues.isUsed(element, feature());
    label.setEnabled(used);
    if (unit != null) unit.setEnabled(used);
    String hint = hint(element, used);
    label.setToolTipText(hint);
    show(used);
    explain(hint);
    clearFault();
    problems.run();
  }

  private String hint(EObject element, boolean used) {
    FeatureInfo info = FeatureInfo.of(feature());
    String text = info.explanation();
    if (!used) text += "\n\nWithout meaning with the other values of this element.";
    if (info.isImmutable() && LegalValues.isCloud(element)) {
      text += "\n\nThe cloud does not let this change once the object exists there.";
    }
    return text;
  }

  /** What the validator calls the element of this field: of a single tunnel its connection. */
  private @Nullable NamedElement subject() {
    for (EObject e = owner; e != null; e = e.eContainer()) {
      if (e instanceof Tunnel t
          && t.getVpnConnection() != null
          && t.getVpnConnection().getTunnels().size() == 1) {
        return t.getVpnConnection();
      }
      if (e instanceof NamedElement n) return n;
    }
    return null;
  }

  /** Takes over a text that was typed or chosen; says so at the field when it does not fit. */
  void take(String text) {
    if (text.strip().equals(Features.text(owner(), feature()))) {
      clearFault();
      return;
    }
    try {
      change(d -> Features.set(d, owner(), feature(), text));
      clearFault();
    } catch (IllegalArgumentException e) {
      if (fault == null) return;
      fault.setDescriptionText(e.getMessage());
      fault.show();
    }
  }

  /** Changes the document of the field's element. */
  void change(Consumer<ModelDocument> change) {
    ModelDocument.of(owner())
        .ifPresent(
            d -> {
              ModelEditors.ensureOpen(d);
              change.accept(d);
            });
  }

  void clearFault() {
    if (fault != null) fault.hide();
  }

  /** Shows the value of the owner. */
  abstract void show(boolean used);

  /** Gives the control its tooltip. */
  abstract void explain(String hint);
}
