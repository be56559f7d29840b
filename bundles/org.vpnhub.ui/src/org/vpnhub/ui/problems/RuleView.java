package org.vpnhub.ui.problems;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.action.Action;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.widgets.FormText;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.TableWrapData;
import org.eclipse.ui.forms.widgets.TableWrapLayout;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.part.ViewPart;
import org.vpnhub.ui.Widgets;
import org.vpnhub.validation.Rule;
import org.vpnhub.validation.RuleHelp;

/** Says why a rule is there, what to do, and where it is broken; or lists all rules. */
public final class RuleView extends ViewPart {
  public static final String ID = "org.vpnhub.ui.rule";

  private final Deque<String> before = new ArrayDeque<>();
  private String shown = "";
  private List<ProblemMarker> places = List.of();
  private FormToolkit toolkit;
  private ScrolledForm form;
  private FormText text;
  private Action back;

  /** Shows the page of a rule, or the list of all with an empty code. */
  public static void show(String code) {
    IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
    try {
      ((RuleView) page.showView(ID)).navigate(code);
    } catch (PartInitException e) {
      Platform.getLog(RuleView.class).log(e.getStatus());
    }
  }

  @Override
  public void createPartControl(Composite parent) {
    toolkit = new FormToolkit(parent.getDisplay());
    form = Widgets.id(toolkit.createScrolledForm(parent), "rulehelp.form");
    form.getBody().setLayout(new TableWrapLayout());
    text = Widgets.id(toolkit.createFormText(form.getBody(), true), "rulehelp.text");
    text.setLayoutData(new TableWrapData(TableWrapData.FILL_GRAB));
    text.addHyperlinkListener(
        new HyperlinkAdapter() {
          @Override
          public void linkActivated(HyperlinkEvent e) {
            follow(String.valueOf(e.getHref()));
          }
        });
    back = new Back();
    getViewSite().getActionBars().getToolBarManager().add(back);
    display("");
  }

  private void follow(String target) {
    if (target.equals(RulePage.ALL)) navigate("");
    if (target.startsWith(RulePage.RULE)) navigate(target.substring(RulePage.RULE.length()));
    if (target.startsWith(RulePage.MARKER)) {
      reveal(places.get(Integer.parseInt(target.substring(RulePage.MARKER.length()))));
    }
  }

  private void reveal(ProblemMarker place) {
    if (!place.marker().exists()) return;
    try {
      IDE.openEditor(getSite().getPage(), place.marker());
    } catch (PartInitException e) {
      Platform.getLog(RuleView.class).log(e.getStatus());
    }
  }

  private void navigate(String code) {
    if (!code.equals(shown)) before.push(shown);
    display(code);
  }

  private void display(String code) {
    shown = code;
    back.setEnabled(!before.isEmpty());
    var help = RuleHelp.of(code);
    if (help.isEmpty()) {
      form.setText("Rules");
      text.setText(RulePage.all(), true, false);
    } else {
      Rule rule = help.get().rule();
      places = ProblemMarker.ofRule(code);
      form.setText(code + ": " + rule.title());
      text.setText(
          RulePage.of(help.get(), places.stream().map(RuleView::line).toList()), true, false);
    }
    form.reflow(true);
    form.getVerticalBar().setSelection(0);
    form.setOrigin(0, 0);
  }

  private static String line(ProblemMarker place) {
    return place.file().map(f -> f.getName() + ", ").orElse("")
        + place.problem().element()
        + ": "
        + place.problem().message();
  }

  @Override
  public void setFocus() {
    text.setFocus();
  }

  @Override
  public void dispose() {
    if (toolkit != null) toolkit.dispose();
    super.dispose();
  }

  private final class Back extends Action {
    Back() {
      super("Back");
      setToolTipText("Back to the page before");
      setImageDescriptor(
          PlatformUI.getWorkbench()
              .getSharedImages()
              .getImageDescriptor(ISharedImages.IMG_TOOL_BACK));
    }

    @Override
    public void run() {
      if (!before.isEmpty()) display(before.pop());
    }
  }
}
