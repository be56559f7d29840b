package org.vpnhub.ui.wizards;

import java.util.List;
import java.util.Locale;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.vpnhub.base.Problem;
import org.vpnhub.base.ProblemList;
import org.vpnhub.exporter.ExporterRegistry;
import org.vpnhub.model.Network;
import org.vpnhub.ui.Widgets;
import org.vpnhub.ui.wizards.logic.NewHub;
import org.vpnhub.ui.wizards.logic.Place;
import org.vpnhub.ui.wizards.logic.Review;

/** What will be made, who will reach whom, and what is wrong with it. */
final class SummaryPage extends WizardPage {
  private Text plan;
  private ProblemTable problems;
  private Button goTo;
  private Label detail;
  private Background background;
  private Network network;

  SummaryPage() {
    super("summary", "Summary", null);
    setDescription("What Finish creates, and what is still wrong with it.");
  }

  @Override
  public void createControl(Composite parent) {
    Composite page = new Composite(parent, SWT.NONE);
    page.setLayout(new GridLayout());
    label(page, "&Plan:");
    plan =
        Widgets.id(
            new Text(page, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER),
            "newhub.plan");
    GridData top = new GridData(SWT.FILL, SWT.FILL, true, true);
    top.widthHint = 600;
    top.heightHint = 200;
    plan.setLayoutData(top);
    label(page, "P&roblems (Enter leads to the field):");
    problems = new ProblemTable(page, "newhub.problems", this::goTo);
    problems.onSelection(this::showDetail);
    details(page);
    background = new Background(page);
    setControl(page);
  }

  private void details(Composite page) {
    Composite row = new Composite(page, SWT.NONE);
    GridLayout layout = new GridLayout(2, false);
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    row.setLayout(layout);
    row.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    goTo = Widgets.id(new Button(row, SWT.PUSH), "newhub.problems.goTo");
    goTo.setText("&Go to Field");
    goTo.setLayoutData(new GridData(SWT.BEGINNING, SWT.BEGINNING, false, false));
    goTo.addListener(SWT.Selection, e -> problems.selected().ifPresent(this::goTo));
    detail = Widgets.id(new Label(row, SWT.WRAP), "newhub.problems.detail");
    GridData wrap = new GridData(SWT.FILL, SWT.BEGINNING, true, false);
    wrap.widthHint = 500;
    wrap.heightHint = 3 * detail.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
    detail.setLayoutData(wrap);
  }

  private void showDetail() {
    detail.setText(problems.selected().map(ProblemTable::text).orElse(""));
  }

  private static void label(Composite page, String text) {
    new Label(page, SWT.NONE).setText(text);
  }

  @Override
  public void setVisible(boolean visible) {
    if (visible) {
      plan.setText("Working out the plan…");
      problems.show(List.of());
      goTo.setEnabled(false);
      NewHubWizard wizard = (NewHubWizard) getWizard();
      NewHub input = wizard.input();
      ExporterRegistry exporters = wizard.exporters();
      network = input.build(exporters);
      background.run("Plan of the new hub", () -> Review.of(network, exporters), this::show);
    }
    super.setVisible(visible);
    if (visible) plan.setFocus();
  }

  private void show(Review review) {
    NewHubWizard wizard = (NewHubWizard) getWizard();
    NewHub input = wizard.input();
    plan.setText(
        "Finish creates "
            + input.project().strip()
            + "/"
            + input.fullFileName()
            + " with\n"
            + review.text()
            + "\n\nThe pre-shared keys, 32 random characters each, are "
            + wizard.keysInWords()
            + ".");
    problems.show(review.problems());
    goTo.setEnabled(!review.problems().isEmpty());
    boolean errors = ProblemList.hasErrors(review.problems());
    String summary = ProblemList.summary(review.problems());
    String first = summary.substring(0, 1).toUpperCase(Locale.ROOT) + summary.substring(1);
    setMessage(
        errors ? first + ": go back and mend them, or finish and mend them in the editor" : first,
        errors ? IMessageProvider.WARNING : IMessageProvider.NONE);
  }

  private void goTo(Problem problem) {
    ((NewHubWizard) getWizard()).goTo(Place.of(network, problem));
  }
}
