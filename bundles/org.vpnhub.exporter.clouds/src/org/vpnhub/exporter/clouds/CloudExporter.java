package org.vpnhub.exporter.clouds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.exporter.ChecklistSection;
import org.vpnhub.exporter.ChecklistSection.Item;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.Objection;
import org.vpnhub.exporter.ShellText;
import org.vpnhub.exporter.template.TemplateExporter;
import org.vpnhub.exporter.view.Dialect;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.ExchangeMode;
import org.vpnhub.plan.Identity;
import org.vpnhub.plan.IkeVersion;
import org.vpnhub.plan.SitePlan;

/**
 * What the exporters for other clouds share: one file with resources, one with keys.
 *
 * <p>Source of the quoting: HCL native syntax specification, "Template Expressions" (escapes).
 */
abstract class CloudExporter extends TemplateExporter {
  static final String MAIN = "vpnhub.tf";
  static final String KEYS = "vpnhub.auto.tfvars";

  /** A template begins with a dollar or percent sign and a brace; doubling the sign undoes it. */
  static final Dialect HCL =
      key ->
          '"'
              + key.replace("\\", "\\\\")
                  .replace("\"", "\\\"")
                  .replace("${", "$${")
                  .replace("%{", "%%{")
              + '"';

  private final String template;

  CloudExporter(DeviceCapabilities device, String template) {
    super(device, HCL);
    this.template = template;
  }

  @Override
  protected List<Problem> objections(SitePlan site) {
    List<Problem> problems = new ArrayList<>();
    for (ConnectionPlan c : site.gateway().connections()) {
      identity(problems, c, c.localId(), c.localAddress(), "remoteId");
      identity(problems, c, c.remoteId(), c.remoteAddress(), "localId");
      if (c.ike().version() == IkeVersion.IKEV1 && c.ike().mode() == ExchangeMode.AGGRESSIVE) {
        problems.add(
            problem(c, "the gateway has no aggressive mode", "use ikev2, or the mode main"));
      }
      if (hasStandbyRoutes(site, c)) {
        problems.add(
            Objection.to(
                c,
                "C27",
                Severity.WARNING,
                "static routes of the gateway have no metric: the tunnel is written without those"
                    + " routes for which it stands by",
                "move them by hand when the other tunnel stays down, as the checklist says"));
      }
    }
    return problems;
  }

  private static void identity(
      List<Problem> problems, ConnectionPlan c, Identity wanted, Ipv4Address can, String field) {
    if (wanted.equals(new Identity.Address(can))) return;
    problems.add(
        problem(
            c,
            "the gateway knows identities by public address alone, here " + can,
            "set " + field + " of the connection to " + can));
  }

  private static boolean hasStandbyRoutes(SitePlan site, ConnectionPlan c) {
    return site.gateway().destinationRoutes().stream()
        .anyMatch(r -> r.nextHop().equals(c.id()) && r.weight() == 0);
  }

  static Problem problem(ConnectionPlan c, String what, String cure) {
    return Objection.to(c, "C27", Severity.ERROR, what, cure);
  }

  /** The width of the names of keys in quotes, so that the file is laid out as Terraform does. */
  @Override
  protected Map<String, ?> values(SiteView site) {
    int longest = site.tunnels().stream().mapToInt(t -> t.name().length()).max().orElse(0);
    return Map.of("width", longest + 2);
  }

  @Override
  protected List<ExportedFile> files(SiteView site) {
    String permissions = site.secretsIncluded() ? ExportedFile.PRIVATE : ExportedFile.READABLE;
    return List.of(
        new ExportedFile(MAIN, text(template, site), ExportedFile.READABLE),
        new ExportedFile(KEYS, text("keys.ftl", site), permissions));
  }

  /** What the owner gives for the variables without a value. */
  abstract List<Item> variables();

  /** What the cloud calls that which filters packets. */
  abstract String filters();

  /** The name of what holds the static routes of a tunnel. */
  abstract String routes();

  abstract List<Item> verify(SiteView site);

  @Override
  protected List<ChecklistSection> checklist(SiteView site) {
    return List.of(
        new ChecklistSection("Install", install(site)),
        new ChecklistSection("Network", network(site)),
        new ChecklistSection(ChecklistSection.VERIFY, verify(site)),
        new ChecklistSection(
            ChecklistSection.ROLL_BACK,
            List.of(
                new Item(
                    "Take away what these files made, and nothing else", "terraform destroy"))));
  }

  /** What else is to be set in the cloud. */
  private List<Item> network(SiteView site) {
    List<Item> items = new ArrayList<>();
    items.add(new Item(filters() + ": allow both ways", list(site.remote())));
    items.add(new Item("Hosts: TCP segments of at most, bytes", Integer.toString(site.mss())));
    items.add(
        new Item(
            "Routes stay while the tunnel is down, and nothing leaves unencrypted; there is no"
                + " source NAT towards the gateway",
            ""));
    for (TunnelView t : site.tunnels()) {
      if (t.standbyRoutes().isEmpty()) continue;
      items.add(
          new Item(
              "Static routes have no metric: when the other tunnel stays down, move its "
                  + routes()
                  + " to hub_"
                  + t.name(),
              list(t.standbyRoutes())));
    }
    return items;
  }

  private List<Item> install(SiteView site) {
    List<Item> items = new ArrayList<>();
    items.add(
        new Item(
            "Save the state, if the folder has one",
            "terraform state pull > before-vpnhub.tfstate"));
    items.addAll(variables());
    if (!site.secretsIncluded()) {
      for (TunnelView t : site.tunnels()) {
        items.add(
            new Item(
                "Put the key in place of its placeholder in " + KEYS,
                "vpnhub secret show MODEL_FILE " + ShellText.quoted(t.plan().pskReference())));
      }
    }
    items.add(new Item("See what would change", "terraform init && terraform plan"));
    items.add(new Item("Do it; the state then holds the keys as well", "terraform apply"));
    items.add(
        new Item(
            "The public address of the gateway there is the site's address in the model",
            site.tunnels().stream()
                .map(t -> t.plan().localAddress().toString())
                .distinct()
                .collect(Collectors.joining(", "))));
    return items;
  }

  static String list(List<Ipv4Prefix> prefixes) {
    return prefixes.stream().map(Ipv4Prefix::toString).collect(Collectors.joining(", "));
  }
}
