package org.vpnhub.ui.wizards;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.vpnhub.model.Profile;
import org.vpnhub.ui.wizards.logic.Fault;
import org.vpnhub.ui.wizards.logic.NewHub;
import org.vpnhub.ui.wizards.logic.Place;
import org.vpnhub.ui.wizards.logic.SiteCells;
import org.vpnhub.validation.SecurityProfile;

/** The network and its gateway, and where the file goes. */
final class NetworkPage extends FaultPage {
  private static final String DEFAULT_PROJECT = "vpnhub";

  private final String proposedProject;
  private FieldGrid fields;
  private Text name;
  private Combo project;
  private Text file;
  private Text vpcCidr;
  private Text gatewayIp;
  private Text region;
  private Combo profile;
  private boolean fileTyped;
  private boolean following;

  NetworkPage(String project) {
    super(
        "network",
        "Network and gateway",
        "Every site gets a tunnel to a VPN gateway, and reaches the VPC and all other sites.");
    proposedProject = project;
  }

  @Override
  public void createControl(Composite parent) {
    Composite page = new Composite(parent, SWT.NONE);
    page.setLayout(new GridLayout());
    fields = new FieldGrid(page, "newhub", this::changed);
    name = fields.text(NewHub.NAME, "Network na&me:", "hub", "For people; any printable text");
    project =
        fields.combo(
            NewHub.PROJECT,
            "&Project:",
            projects(),
            project(),
            SWT.NONE,
            "A folder in the workspace; made if it is not there");
    file = fields.text(NewHub.FILE, "F&ile:", "hub.vpnhub", "The model; its keys go beside it");
    vpcCidr =
        fields.text(
            NewHub.VPC_CIDR, "&VPC CIDR block:", "", "Prefix of the VPC, such as 10.0.0.0/16");
    vpcCidr.setMessage("10.0.0.0/16");
    gatewayIp =
        fields.text(
            NewHub.GATEWAY_IP,
            "Gateway public &address:",
            "",
            "Address at which the sites reach the VPN gateway");
    gatewayIp.setMessage("198.51.100.1");
    region =
        fields.text(NewHub.REGION, "&Region:", "main", "Region of the VPC; a name of your own");
    profile =
        fields.combo(
            Place.PROFILE,
            "Pr&ofile:",
            Arrays.stream(Profile.values()).map(Profile::getLiteral).toList(),
            Profile.HUB_NATIVE.getLiteral(),
            SWT.READ_ONLY,
            "Whose limits apply: hub-native is vpnhub's own engine, the others are the cloud's");
    name.addListener(SWT.Modify, e -> followName());
    file.addListener(SWT.Modify, e -> fileTyped |= !following);
    setControl(page);
    check();
    name.selectAll();
    name.setFocus();
  }

  private static List<String> projects() {
    List<String> names = new ArrayList<>();
    for (IProject p : ResourcesPlugin.getWorkspace().getRoot().getProjects())
      names.add(p.getName());
    if (!names.contains(DEFAULT_PROJECT)) names.add(DEFAULT_PROJECT);
    return names;
  }

  private String project() {
    return proposedProject.isEmpty() ? DEFAULT_PROJECT : proposedProject;
  }

  /** The file is called like the network, until a name is typed for it. */
  private void followName() {
    if (fileTyped) return;
    following = true;
    file.setText(NewHub.fileNameOf(name.getText()));
    following = false;
  }

  NewHub input(List<SiteCells> sites, SecurityProfile security, String summary) {
    return new NewHub(
        name.getText(),
        project.getText(),
        file.getText(),
        vpcCidr.getText(),
        gatewayIp.getText(),
        region.getText(),
        profile(),
        sites,
        security,
        summary);
  }

  Profile profile() {
    return Optional.ofNullable(Profile.get(profile.getText())).orElse(Profile.HUB_NATIVE);
  }

  String vpcCidr() {
    return vpcCidr.getText();
  }

  @Override
  List<Fault> faults() {
    if (profile == null) return List.of(); // while the fields are being made
    NewHub input = input(List.of(), SecurityProfile.STRONG, "");
    IStatus status =
        ResourcesPlugin.getWorkspace().validateName(input.project().strip(), IResource.PROJECT);
    IProject chosen =
        status.isOK() && !input.project().isBlank()
            ? ResourcesPlugin.getWorkspace().getRoot().getProject(input.project().strip())
            : null;
    Optional<Path> folder =
        chosen == null || chosen.getLocation() == null
            ? Optional.ofNullable(chosen)
                .map(p -> ResourcesPlugin.getWorkspace().getRoot().getLocation().toPath())
                .map(root -> root.resolve(input.project().strip()))
            : Optional.of(chosen.getLocation().toPath());
    return input.networkFaults(folder);
  }

  @Override
  void decorate(List<Fault> faults) {
    fields.decorate(faults);
  }

  @Override
  void focus(String field, int row) {
    fields.focus(field);
  }
}
