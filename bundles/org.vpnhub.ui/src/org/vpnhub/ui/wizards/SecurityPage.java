package org.vpnhub.ui.wizards;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.vpnhub.base.Severity;
import org.vpnhub.model.Profile;
import org.vpnhub.ui.Widgets;
import org.vpnhub.ui.wizards.logic.Fault;
import org.vpnhub.ui.wizards.logic.NewHub;
import org.vpnhub.ui.wizards.logic.Place;
import org.vpnhub.validation.SecurityProfile;

/** The negotiation parameters, and how the keys are kept. */
final class SecurityPage extends FaultPage {
  private static final int WRAP = 560;

  private final Map<SecurityProfile, Button> choices = new EnumMap<>(SecurityProfile.class);
  private Label why;
  private Table parameters;
  private FieldGrid selectors;
  private Text summary;
  private Button byPassphrase;
  private FieldGrid fields;
  private Text passphrase;
  private Text again;

  SecurityPage() {
    super(
        "security",
        "Security",
        "The parameters that hub and devices negotiate, and how the pre-shared keys are kept.");
  }

  @Override
  public void createControl(Composite parent) {
    Composite page = new Composite(parent, SWT.NONE);
    page.setLayout(new GridLayout());
    profiles(page);
    selectors(page);
    keys(page);
    setControl(page);
    show();
    check();
  }

  private void profiles(Composite page) {
    Group group = group(page, "Security profile", 3);
    String[] labels = {"&Strong (recommended)", "Co&mpatible", "&Legacy IKEv1"};
    for (SecurityProfile s : SecurityProfile.values()) {
      Button b = new Button(group, SWT.RADIO);
      b.setText(labels[s.ordinal()]);
      b.setSelection(s == SecurityProfile.STRONG);
      b.addListener(SWT.Selection, e -> chosen());
      choices.put(s, Widgets.id(b, "newhub.security." + s.name().toLowerCase(Locale.ROOT)));
    }
    why = Widgets.id(new Label(group, SWT.WRAP), "newhub.security.why");
    GridData wrap = new GridData(SWT.FILL, SWT.BEGINNING, true, false, 3, 1);
    wrap.widthHint = WRAP;
    wrap.heightHint = 3 * why.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
    why.setLayoutData(wrap);
    parameters = new Table(group, SWT.BORDER | SWT.FULL_SELECTION | SWT.NO_SCROLL);
    Widgets.id(parameters, "newhub.security.parameters");
    parameters.setHeaderVisible(true);
    parameters.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false, 3, 1));
    String[] titles = {"Parameter", "Phase 1 (IKE)", "Phase 2 (IPsec)"};
    int[] widths = {240, 190, 190};
    for (int i = 0; i < titles.length; i++) {
      TableColumn c = new TableColumn(parameters, SWT.NONE);
      c.setText(titles[i]);
      c.setWidth(widths[i]);
    }
    for (int i = 0; i < security().parameters().size(); i++) new TableItem(parameters, SWT.NONE);
  }

  private void selectors(Composite page) {
    Group group = group(page, "Traffic selectors", 1);
    words(
        group,
        "One prefix around the VPC and all sites, those to come included: every device leads it"
            + " into its tunnel, and a new site changes no other site's device. Without it each"
            + " site has the selector mode that suits its device.");
    selectors = new FieldGrid(group, "newhub", this::changed);
    summary = selectors.text(NewHub.SUMMARY, "Summary prefi&x (optional):", "", "");
    summary.setMessage("10.0.0.0/8");
  }

  private void keys(Composite page) {
    Group group = group(page, "Pre-shared keys", 1);
    words(
        group,
        "Each site gets a random key of 32 characters. The keys are in an encrypted file beside the"
            + " model, never in the model itself. What opens it:");
    Button byFile = Widgets.id(new Button(group, SWT.RADIO), "newhub.keys.file");
    byFile.setText("a &key file beside it (keep it safe, and out of version control)");
    byFile.setSelection(true);
    byPassphrase = Widgets.id(new Button(group, SWT.RADIO), "newhub.keys.passphrase");
    byPassphrase.setText("a &passphrase, asked for when keys are needed");
    fields = new FieldGrid(group, "newhub", this::changed);
    ((GridData) fields.composite().getLayoutData()).horizontalIndent = 20;
    passphrase = fields.password(NewHub.PASSPHRASE, "Passp&hrase:");
    again = fields.password(NewHub.PASSPHRASE_AGAIN, "Once &again:");
    byPassphrase.addListener(SWT.Selection, e -> chosen());
  }

  private static void words(Group group, String text) {
    Label label = new Label(group, SWT.WRAP);
    label.setText(text);
    GridData wrap = new GridData(SWT.FILL, SWT.BEGINNING, true, false);
    wrap.widthHint = WRAP;
    label.setLayoutData(wrap);
  }

  private static Group group(Composite page, String title, int columns) {
    Group group = new Group(page, SWT.NONE);
    group.setText(title);
    group.setLayout(new GridLayout(columns, false));
    group.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
    return group;
  }

  private void chosen() {
    show();
    changed();
  }

  private void show() {
    SecurityProfile security = security();
    why.setText(security.why());
    List<SecurityProfile.Parameter> all = security.parameters();
    for (int i = 0; i < all.size(); i++) {
      SecurityProfile.Parameter p = all.get(i);
      parameters.getItem(i).setText(new String[] {p.name(), p.phase1(), p.phase2()});
    }
    boolean typed = byPassphrase.getSelection();
    passphrase.setEnabled(typed);
    again.setEnabled(typed);
  }

  SecurityProfile security() {
    for (var choice : choices.entrySet()) {
      if (choice.getValue().getSelection()) return choice.getKey();
    }
    return SecurityProfile.STRONG;
  }

  String summary() {
    return summary == null ? "" : summary.getText();
  }

  /** The passphrase, which the caller wipes; empty when a key file opens the store. */
  Optional<char[]> passphrase() {
    boolean typed = byPassphrase != null && byPassphrase.getSelection();
    return typed ? Optional.of(passphrase.getTextChars()) : Optional.empty();
  }

  String keysInWords(String fileName) {
    String stem = fileName.replaceFirst("\\.vpnhub$", "");
    boolean typed = byPassphrase != null && byPassphrase.getSelection();
    return "in "
        + stem
        + ".secrets, which "
        + (typed ? "the passphrase" : "the key file " + stem + ".key")
        + " opens";
  }

  @Override
  List<Fault> faults() {
    if (again == null) return List.of();
    List<Fault> faults = new ArrayList<>();
    Profile profile = profile();
    SecurityProfile security = security();
    if (!security.isOffered(profile)) {
      faults.add(
          new Fault(
              Place.SECURITY,
              Fault.NO_ROW,
              Severity.ERROR,
              security.title()
                  + " is not offered by the profile "
                  + profile.getLiteral()
                  + "; choose "
                  + SecurityProfile.strongest(profile).title()));
    }
    faults.addAll(((NewHubWizard) getWizard()).input().summaryFaults());
    if (byPassphrase.getSelection()) {
      faults.addAll(NewHub.passphraseFaults(passphrase.getText(), again.getText()));
    }
    if (security.isLegacy()) {
      faults.add(
          new Fault(
              Place.SECURITY,
              Fault.NO_ROW,
              Severity.WARNING,
              "IKEv1 is obsolete: choose it only for devices that have nothing better"));
    }
    return faults;
  }

  private Profile profile() {
    return getWizard().getPage("network") instanceof NetworkPage p && p.getControl() != null
        ? p.profile()
        : Profile.HUB_NATIVE;
  }

  @Override
  void decorate(List<Fault> faults) {
    if (fields == null) return;
    selectors.decorate(faults);
    fields.decorate(faults);
  }

  @Override
  void focus(String field, int row) {
    if (!selectors.focus(field) && !fields.focus(field)) choices.get(security()).setFocus();
  }

  @Override
  public void setVisible(boolean visible) {
    if (visible) prefer();
    super.setVisible(visible);
    if (visible) choices.get(security()).setFocus();
  }

  /** Where the model's profile does not offer what is chosen, the strongest that it does. */
  private void prefer() {
    if (!security().isOffered(profile())) {
      SecurityProfile best = SecurityProfile.strongest(profile());
      choices.forEach((s, b) -> b.setSelection(s == best));
    }
    show();
    check();
  }
}
