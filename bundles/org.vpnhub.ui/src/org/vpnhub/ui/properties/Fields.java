package org.vpnhub.ui.properties;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.host.InstalledExporters;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Site;
import org.vpnhub.model.Tag;
import org.vpnhub.model.VpnhubFactory;
import org.vpnhub.model.VpnhubPackage.Literals;
import org.vpnhub.model.edit.Edits;
import org.vpnhub.model.edit.FeatureInfo;
import org.vpnhub.ui.DeviceChange;
import org.vpnhub.ui.editor.Features;

/** The simple kinds of fields. */
final class Fields {
  private static final int LINES = 3;

  private Fields() {}

  /** A text that is typed. */
  static class Typed extends FeatureField {
    private final Text text;
    private String shown = "";

    Typed(Line line, int style, int lines) {
      super(line);
      Text made = text(line.parent(), SWT.BORDER | style);
      text = placed(made, made, lines);
      text.addListener(SWT.FocusOut, e -> commit());
      text.addListener(SWT.DefaultSelection, e -> commit());
      text.addListener(SWT.KeyDown, this::keyDown);
    }

    /** In a text of several lines Enter makes a line, and Tab leaves the field. */
    private void keyDown(Event e) {
      if (e.character == SWT.ESC) text.setText(shown);
      boolean isSeveral = (text.getStyle() & SWT.MULTI) != 0;
      if (isSeveral && e.character == SWT.TAB) {
        text.traverse(
            (e.stateMask & SWT.SHIFT) == 0 ? SWT.TRAVERSE_TAB_NEXT : SWT.TRAVERSE_TAB_PREVIOUS);
        e.doit = false;
      }
      if (isSeveral && e.character == SWT.CR && (e.stateMask & SWT.MOD1) != 0) commit();
    }

    private void commit() {
      if (!text.isDisposed() && !text.getText().equals(shown)) apply(text.getText());
    }

    void apply(String typed) {
      take(typed);
    }

    String value() {
      return Features.text(owner(), feature());
    }

    /** While it has the focus, what is being typed stays unless the value has changed. */
    @Override
    void show(boolean used) {
      String value = value();
      text.setEnabled(used);
      boolean isTyping = text.isFocusControl() && value.equals(shown);
      shown = value;
      if (!isTyping && !text.getText().equals(value)) text.setText(value);
    }

    @Override
    void explain(String hint) {
      text.setToolTipText(hint);
    }
  }

  /** A list of texts, one a line. */
  static final class Lines extends Typed {
    Lines(Line line) {
      super(line, SWT.MULTI | SWT.V_SCROLL, LINES);
    }

    @Override
    String value() {
      return String.join("\n", Features.words(Features.text(owner(), feature())));
    }

    @Override
    void apply(String typed) {
      if (!Features.words(typed).equals(Features.words(value()))) take(typed);
    }
  }

  /** Tags, one a line: key=value. */
  static final class Tags extends Typed {
    Tags(Line line) {
      super(line, SWT.MULTI | SWT.V_SCROLL, LINES);
    }

    @Override
    String value() {
      return ((NamedElement) owner())
          .getTags().stream()
              .map(t -> text(t.getKey()) + "=" + text(t.getValue()))
              .collect(Collectors.joining("\n"));
    }

    private static String text(@Nullable String value) {
      return Objects.toString(value, "");
    }

    @Override
    void apply(String typed) {
      List<Tag> tags = typed.lines().filter(l -> !l.isBlank()).map(Tags::tag).toList();
      change(d -> Edits.setList(d, owner(), feature(), tags));
    }

    private static Tag tag(String line) {
      String[] parts = line.split("=", 2);
      Tag tag = VpnhubFactory.eINSTANCE.createTag();
      tag.setKey(parts[0].strip());
      if (parts.length > 1) tag.setValue(parts[1].strip());
      return tag;
    }

    @Override
    void explain(String hint) {
      super.explain("One a line: key=value. " + hint);
    }
  }

  /** A value that is chosen; one that is not offered stays until another is chosen. */
  static final class Choice extends FeatureField {
    private final Combo combo;
    private String shown = "";

    Choice(Line line) {
      super(line);
      boolean isFree =
          line.feature() == Literals.SITE__DEVICE
              || line.feature() == Literals.VPN_GATEWAY__BANDWIDTH;
      combo = placed(new Combo(line.parent(), SWT.DROP_DOWN | (isFree ? 0 : SWT.READ_ONLY)));
      line.factory().adapt(combo, true, false);
      combo.addListener(SWT.Selection, e -> commit());
      combo.addListener(SWT.DefaultSelection, e -> commit());
      combo.addListener(SWT.FocusOut, e -> commit());
    }

    private void commit() {
      String text = combo.getText();
      if (text.equals(shown)) return;
      if (feature() != Literals.SITE__DEVICE) take(text);
      else change(d -> DeviceChange.set(d, (Site) owner(), text, InstalledExporters.registry()));
    }

    private List<String> offered() {
      if (feature() != Literals.SITE__DEVICE) return Features.choices(owner(), feature());
      return InstalledExporters.registry().devices().stream().map(DeviceCapabilities::id).toList();
    }

    @Override
    void show(boolean used) {
      String value = Features.text(owner(), feature());
      boolean isFree = (combo.getStyle() & SWT.READ_ONLY) == 0;
      List<String> items = new ArrayList<>(offered());
      if (value.isEmpty() && !isFree) value = Features.NONE;
      if (!value.isEmpty() && !items.contains(value)) items.addFirst(value);
      shown = value;
      combo.setEnabled(used);
      if (!Arrays.asList(combo.getItems()).equals(items))
        combo.setItems(items.toArray(String[]::new));
      if (!combo.getText().equals(value)) combo.setText(value);
    }

    @Override
    void explain(String hint) {
      combo.setToolTipText(hint);
    }
  }

  /** Yes or no. */
  static final class Flag extends FeatureField {
    private final Button button;

    Flag(Line line) {
      super(line);
      String title = FeatureInfo.of(line.feature()).title();
      button = placed(line.factory().createButton(line.parent(), title, SWT.CHECK));
      button.addListener(
          SWT.Selection, e -> change(d -> Edits.set(d, owner(), feature(), button.getSelection())));
    }

    @Override
    void show(boolean used) {
      button.setEnabled(used);
      button.setSelection(Boolean.TRUE.equals(owner().eGet(feature())));
    }

    @Override
    void explain(String hint) {
      button.setToolTipText(hint);
    }
  }

  /** A value that is shown and never changed here. */
  static final class Fixed extends FeatureField {
    private final Text text;

    Fixed(Line line) {
      super(line);
      text = placed(text(line.parent(), SWT.READ_ONLY));
    }

    @Override
    void show(boolean used) {
      text.setText(Features.text(owner(), feature()));
    }

    @Override
    void explain(String hint) {
      text.setToolTipText(hint);
    }
  }

  /** A key that stands in the model: only whether it is there; it can be taken out. */
  static final class Hidden extends FeatureField {
    private final Text text;
    private final Button remove;

    Hidden(Line line) {
      super(line);
      Composite cell = line.factory().createComposite(line.parent());
      GridLayoutFactory.fillDefaults().numColumns(2).applyTo(cell);
      text = placed(text(cell, SWT.READ_ONLY), cell, 1);
      remove = line.factory().createButton(cell, "Remove from model", SWT.PUSH);
      remove.addListener(SWT.Selection, e -> change(d -> Edits.set(d, owner(), feature(), null)));
    }

    @Override
    void show(boolean used) {
      boolean isSet = owner().eGet(feature()) != null;
      text.setText(isSet ? "in the model, not shown" : "not in the model");
      remove.setVisible(isSet);
    }

    @Override
    void explain(String hint) {
      text.setToolTipText(hint);
    }
  }
}
