package org.vpnhub.app.internal;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.forms.events.IHyperlinkListener;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ImageHyperlink;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.vpnhub.ui.Images;
import org.vpnhub.ui.Widgets;

/** The page that a newcomer sees first: new hub, example, recent files, guide. */
public final class Welcome extends PageEditor {
  static final String ID = "org.vpnhub.app.welcome";
  private static final int MOST_RECENT = 6;

  private FormToolkit toolkit;
  private LocalResourceManager resources;
  private Composite body;

  static void open(IWorkbenchPage page) {
    open(page, new PageInput("Welcome", ""), ID);
  }

  @Override
  public void createPartControl(Composite parent) {
    toolkit = new FormToolkit(parent.getDisplay());
    ScrolledForm form = Widgets.id(toolkit.createScrolledForm(parent), "welcome");
    resources = new LocalResourceManager(JFaceResources.getResources(), form);
    body = form.getBody();
    body.setLayout(grid(3, 56, 40, 48, 28));
    heading();
    Composite start = column("Start");
    link(
        start,
        "hub-new",
        "New hub\u2026",
        "VPC, gateway and offices, step by step",
        "welcome.new",
        () -> run("org.vpnhub.ui.newHub"));
    link(
        start,
        "example",
        "Open example",
        "Three offices and a VPC, ready to run",
        "welcome.example",
        () -> OpenFile.example(getSite().getPage()));
    link(
        start,
        "open",
        "Open file\u2026",
        "A .vpnhub file from anywhere",
        "welcome.open",
        () -> run("org.vpnhub.app.openFile"));
    recent();
    Composite learn = column("Learn");
    link(
        learn,
        "guide",
        "User guide",
        "From nothing to a running lab",
        "welcome.guide",
        () -> run("org.vpnhub.app.guide"));
    link(
        learn,
        "fix",
        "Rules",
        "What is checked, and why",
        "welcome.rules",
        () -> run("org.vpnhub.app.rules"));
    form.reflow(true);
  }

  private void heading() {
    Composite heading = toolkit.createComposite(body);
    heading.setLayout(grid(2, 0, 0, 20, 0));
    GridData wide = new GridData(SWT.FILL, SWT.TOP, true, false, 3, 1);
    wide.verticalIndent = 4;
    heading.setLayoutData(wide);
    Label picture = toolkit.createLabel(heading, "");
    picture.setImage(resources.create(Pictures.descriptor("vpnhub64.png")));
    picture.setLayoutData(new GridData(SWT.LEFT, SWT.CENTER, false, false, 1, 2));
    Label name = toolkit.createLabel(heading, Console.NAME);
    name.setFont(resources.create(Pictures.heading(2.4)));
    toolkit.createLabel(heading, "Draw, check, deploy and watch a VPN hub.");
  }

  private void recent() {
    Composite column = column("Recent files");
    List<Path> files = RecentFiles.list();
    if (files.isEmpty()) toolkit.createLabel(column, "None yet.");
    for (Path file : files.subList(0, Math.min(MOST_RECENT, files.size()))) {
      String name = file.getFileName().toString();
      String folder = String.valueOf(file.getParent());
      link(
          column,
          "network",
          name,
          folder,
          "welcome.recent." + name,
          () -> OpenFile.fromDisk(getSite().getPage(), file));
    }
  }

  private Composite column(String title) {
    Composite column = toolkit.createComposite(body);
    column.setLayout(grid(1, 0, 0, 0, 2));
    column.setLayoutData(new GridData(SWT.LEFT, SWT.TOP, false, false));
    Label label = toolkit.createLabel(column, title);
    label.setFont(resources.create(Pictures.heading(1.3)));
    return column;
  }

  private void link(
      Composite column, String icon, String text, String more, String id, Runnable action) {
    ImageHyperlink link = toolkit.createImageHyperlink(column, SWT.NONE);
    GridData below = new GridData();
    below.verticalIndent = 10;
    link.setLayoutData(below);
    link.setImage(Images.get(icon));
    link.setText(text);
    link.addHyperlinkListener(IHyperlinkListener.linkActivatedAdapter(e -> action.run()));
    Widgets.id(link, id);
    Label label = toolkit.createLabel(column, more);
    GridData indented = new GridData();
    indented.horizontalIndent = 22;
    label.setLayoutData(indented);
  }

  private static GridLayout grid(int columns, int width, int height, int across, int down) {
    GridLayout layout = new GridLayout(columns, false);
    layout.marginWidth = width;
    layout.marginHeight = height;
    layout.horizontalSpacing = across;
    layout.verticalSpacing = down;
    return layout;
  }

  private void run(String command) {
    Handlers.run(getSite(), command);
  }

  @Override
  public void setFocus() {
    body.setFocus();
  }

  @Override
  public void dispose() {
    toolkit.dispose();
    super.dispose();
  }
}
