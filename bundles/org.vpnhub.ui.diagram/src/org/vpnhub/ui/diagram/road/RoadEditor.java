package org.vpnhub.ui.diagram.road;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;
import org.vpnhub.design.RoadServices;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Network;
import org.vpnhub.model.Vpc;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.Widgets;
import org.vpnhub.ui.diagram.Definitions;
import org.vpnhub.ui.diagram.DiagramEditor;
import org.vpnhub.ui.diagram.core.DefinitionException;
import org.vpnhub.ui.diagram.core.DiagramDefinition;
import org.vpnhub.ui.diagram.parts.Session;
import org.vpnhub.ui.diagram.scene.SharedPositions;

/**
 * The road of a packet: each hop from one end to the other with the rule that sends the packet on.
 * Follows the model; the ends are chosen above the picture.
 */
public final class RoadEditor extends DiagramEditor {
  public static final String ID = "org.vpnhub.ui.diagram.road";

  private RoadEnds ends = new RoadEnds("", "");
  private List<NamedElement> choices = List.of();
  private @Nullable Combo from;
  private @Nullable Combo to;

  @Override
  protected Session open(ModelDocument document) throws DefinitionException {
    if (getEditorInput() instanceof RoadInput input) {
      ends = new RoadEnds(input.from(), input.to());
    }
    if (ends.to(document.network()).isEmpty()) {
      throw new DefinitionException(
          "A road needs two ends: draw a VPC and a site, or two sites, first.");
    }
    DiagramDefinition definition = Definitions.get(Definitions.ROAD);
    Session session =
        new Session(
            document,
            definition,
            Definitions.services(definition),
            () -> ends.from(document.network()).orElse(document.network()),
            new SharedPositions());
    session.setEditable(false);
    session.setSelfArranged(true);
    return session;
  }

  @Override
  protected void createHead(Composite parent) {
    Composite head = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(5).margins(10, 8).spacing(8, 0).applyTo(head);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
    Combo source = combo(head, "&From", "road.from");
    Combo target = combo(head, "&To", "road.to");
    from = source;
    to = target;
    Button swap = Widgets.id(new Button(head, SWT.PUSH), "road.swap");
    swap.setText("S&wap");
    swap.setToolTipText("Shows the way back");
    source.addListener(SWT.Selection, e -> choose(() -> ends.chooseFrom(chosen(source))));
    target.addListener(SWT.Selection, e -> choose(() -> ends.chooseTo(chosen(target))));
    swap.addListener(SWT.Selection, e -> choose(() -> ends.swap(network())));
    showChoice();
  }

  private static Combo combo(Composite head, String label, String id) {
    new Label(head, SWT.NONE).setText(label);
    Combo combo = Widgets.id(new Combo(head, SWT.DROP_DOWN | SWT.READ_ONLY), id);
    GridDataFactory.fillDefaults().hint(220, SWT.DEFAULT).applyTo(combo);
    return combo;
  }

  private NamedElement chosen(Combo combo) {
    return choices.get(combo.getSelectionIndex());
  }

  private void choose(Runnable choice) {
    choice.run();
    refreshLater();
  }

  private Network network() {
    return support().document().network();
  }

  private void showChoice() {
    if (from == null || to == null || from.isDisposed()) return;
    List<NamedElement> all = RoadEnds.all(network());
    String[] names = all.stream().map(RoadEditor::name).toArray(String[]::new);
    choices = all;
    show(from, names, ends.from(network()));
    show(to, names, ends.to(network()));
    setPartName("Road: " + from.getText() + " → " + to.getText());
  }

  private void show(Combo combo, String[] names, Optional<NamedElement> chosen) {
    if (!Arrays.equals(combo.getItems(), names)) combo.setItems(names);
    chosen.ifPresent(e -> combo.select(choices.indexOf(e)));
  }

  private static String name(NamedElement e) {
    String name = e.getName() == null || e.getName().isBlank() ? e.getId() : e.getName();
    return e instanceof Vpc && !name.startsWith("VPC") ? "VPC " + name : name;
  }

  @Override
  protected boolean hasPalette() {
    return false;
  }

  @Override
  protected void prepare(Session session) {
    ends.to(network())
        .ifPresent(e -> session.services().get(RoadServices.class).setDestination(e.getId()));
    showChoice();
  }

  /** There is nothing here that could be saved under another name. */
  @Override
  public boolean isSaveAsAllowed() {
    return false;
  }
}
