package org.vpnhub.ui.editor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.VpnhubPackage;
import org.vpnhub.model.edit.FeatureInfo;
import org.vpnhub.ui.Widgets;
import org.vpnhub.ui.problems.Problems;
import org.vpnhub.validation.LegalValues;

/**
 * Labelled controls that show and change features of one element, in a grid of two columns. What is
 * typed is taken over when the field is left, or with Enter; Escape brings the old text back.
 */
final class Fields {
  private static final int MANY = 200;
  private static final int MOST = 1000;

  private final HubEditor editor;
  private final FormToolkit toolkit;
  private final Composite parent;
  private final String prefix;
  private final List<Field> fields = new ArrayList<>();
  private @Nullable EObject input;
  private boolean showing;

  /**
   * @param prefix begin of the ids of the controls
   */
  Fields(HubEditor editor, FormToolkit toolkit, Composite parent, String prefix) {
    this.editor = editor;
    this.toolkit = toolkit;
    this.parent = parent;
    this.prefix = prefix;
  }

  /** Adds a control for a feature; what kind follows from the feature. */
  void add(EStructuralFeature feature) {
    add(feature, FeatureInfo.of(feature).title());
  }

  /** The same with a label of its own, where the place says the rest. */
  void add(EStructuralFeature feature, String label) {
    if (FeatureInfo.isFlag(feature)) fields.add(new Flag(feature, label));
    else if (isChoice(feature)) fields.add(new Choice(feature, label));
    else fields.add(new Typed(feature, label));
  }

  /** Whether there may be values to choose from; which ones is asked for each element. */
  private static boolean isChoice(EStructuralFeature feature) {
    String type = feature.getEType().getName();
    return feature instanceof EReference
        || feature.getEType() instanceof EEnum
        || List.of("EncryptionAlgorithm", "HashAlgorithm", "KeyExchangeGroup").contains(type);
  }

  /** Shows an element; null for none. */
  void setInput(@Nullable EObject element) {
    input = element;
    showing = true;
    List<Problem> problems =
        element == null ? List.of() : named(element).map(Problems::of).orElse(List.of());
    for (Field f : fields) f.show(element, problems);
    showing = false;
  }

  /** A part, such as a phase 1, has the problems of the element that it belongs to. */
  private static Optional<NamedElement> named(EObject element) {
    for (EObject e = element; e != null; e = e.eContainer()) {
      if (e instanceof NamedElement n) return Optional.of(n);
    }
    return Optional.empty();
  }

  /** Makes the change; a text that does not fit is told at the field. */
  private void set(Field field, String text) {
    EObject element = input;
    if (element == null || showing) return;
    try {
      Features.set(editor.document(), element, field.feature, text);
      editor.pending(null);
      field.fault("");
    } catch (IllegalArgumentException e) {
      field.fault(e.getMessage());
    }
  }

  /** A feature and its controls. */
  private abstract class Field {
    final EStructuralFeature feature;
    private @Nullable ControlDecoration decoration;

    Field(EStructuralFeature feature) {
      this.feature = feature;
    }

    abstract void show(@Nullable EObject element, List<Problem> problems);

    /** Whether the feature means anything, given the others of the element. */
    boolean isUsed(@Nullable EObject element) {
      return element != null && LegalValues.isUsed(element, feature);
    }

    String id() {
      return prefix + "." + feature.getName();
    }

    void label(String text) {
      FeatureInfo info = FeatureInfo.of(feature);
      String unit = info.unit().isEmpty() ? "" : " (" + info.unit() + ")";
      Label label = toolkit.createLabel(parent, text + unit + ":");
      label.setToolTipText(info.explanation());
      label.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false));
    }

    <C extends Control> C placed(C control, int width) {
      GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
      data.horizontalIndent = 6;
      data.widthHint = width;
      control.setLayoutData(data);
      control.setToolTipText(FeatureInfo.of(feature).explanation());
      decoration = new ControlDecoration(control, SWT.LEFT | SWT.CENTER);
      decoration.hide();
      return Widgets.id(control, id());
    }

    void decorate(List<Problem> problems, String text) {
      String column = feature == VpnhubPackage.Literals.NAMED_ELEMENT__NAME ? "name" : id();
      CellProblems.at(problems, column, text)
          .ifPresentOrElse(p -> mark(p.severity(), CellProblems.sentence(p)), () -> fault(""));
    }

    void fault(String text) {
      if (text.isEmpty() && decoration != null) decoration.hide();
      else mark(Severity.ERROR, text);
    }

    private void mark(Severity severity, String text) {
      if (decoration == null) return;
      decoration.setImage(image(severity));
      decoration.setDescriptionText(text);
      decoration.show();
    }
  }

  private static Image image(Severity severity) {
    String id =
        switch (severity) {
          case ERROR -> FieldDecorationRegistry.DEC_ERROR;
          case WARNING -> FieldDecorationRegistry.DEC_WARNING;
          case INFO -> FieldDecorationRegistry.DEC_INFORMATION;
        };
    return FieldDecorationRegistry.getDefault().getFieldDecoration(id).getImage();
  }

  /** A text that is typed. */
  private final class Typed extends Field {
    private final Text text;

    Typed(EStructuralFeature feature, String label) {
      super(feature);
      label(label);
      text = placed(toolkit.createText(parent, "", SWT.SINGLE | SWT.BORDER), 90);
      text.addListener(SWT.Modify, e -> typed());
      text.addListener(SWT.FocusOut, e -> commit());
      text.addListener(SWT.DefaultSelection, e -> commit());
      text.addListener(SWT.Traverse, e -> escape(e.detail));
    }

    private boolean isChanged() {
      return input != null && !text.getText().equals(Features.text(input, feature));
    }

    private void typed() {
      if (!showing) editor.pending(isChanged() ? this::commit : null);
    }

    private void commit() {
      if (!text.isDisposed() && isChanged()) set(this, text.getText());
    }

    private void escape(int detail) {
      if (detail != SWT.TRAVERSE_ESCAPE || input == null) return;
      text.setText(Features.text(input, feature));
      editor.pending(null);
    }

    @Override
    void show(@Nullable EObject element, List<Problem> problems) {
      String value = element == null ? "" : Features.text(element, feature);
      text.setEnabled(isUsed(element));
      if (!text.getText().equals(value)) text.setText(value);
      decorate(problems, value);
    }
  }

  /** A value that is chosen; one that is not legal stays until another is chosen. */
  private final class Choice extends Field {
    private final Combo combo;

    Choice(EStructuralFeature feature, String label) {
      super(feature);
      label(label);
      combo = placed(new Combo(parent, SWT.DROP_DOWN | SWT.READ_ONLY), 90);
      toolkit.adapt(combo, true, false);
      combo.addListener(SWT.FocusIn, e -> offerAll());
      combo.addSelectionListener(
          SelectionListener.widgetSelectedAdapter(e -> set(this, combo.getText())));
    }

    @Override
    void show(@Nullable EObject element, List<Problem> problems) {
      combo.setEnabled(isUsed(element));
      if (element == null) {
        combo.deselectAll();
        return;
      }
      String value = Features.text(element, feature);
      List<String> choices = new ArrayList<>(Features.choices(element, feature));
      if (value.isEmpty()) value = Features.NONE;
      if (!choices.contains(value)) choices.addFirst(value);
      offer(choices.size() > MANY && !combo.isFocusControl() ? List.of(value) : choices, value);
      decorate(problems, value);
    }

    private void offer(List<String> choices, String value) {
      String[] items = choices.toArray(String[]::new);
      if (!Arrays.equals(items, combo.getItems())) combo.setItems(items);
      if (!combo.getText().equals(value)) combo.setText(value);
    }

    /** Many choices are filled in when they may be wanted; too many for a combo never. */
    private void offerAll() {
      EObject element = input;
      if (element == null || combo.getItemCount() > 1) return;
      List<String> choices = Features.choices(element, feature);
      if (choices.size() > MANY && choices.size() <= MOST) offer(choices, combo.getText());
    }
  }

  /** Yes or no. */
  private final class Flag extends Field {
    private final Button button;

    Flag(EStructuralFeature feature, String label) {
      super(feature);
      toolkit.createLabel(parent, "");
      button = placed(toolkit.createButton(parent, label, SWT.CHECK), SWT.DEFAULT);
      button.addSelectionListener(
          SelectionListener.widgetSelectedAdapter(
              e -> set(this, button.getSelection() ? Features.YES : Features.NO)));
    }

    @Override
    void show(@Nullable EObject element, List<Problem> problems) {
      button.setEnabled(element != null);
      boolean on = element != null && Boolean.TRUE.equals(element.eGet(feature));
      if (button.getSelection() != on) button.setSelection(on);
    }
  }
}
