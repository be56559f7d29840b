package org.vpnhub.exporter.clouds;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Severity;
import org.vpnhub.exporter.Algorithms;
import org.vpnhub.exporter.ChecklistSection.Item;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.KeyRules;
import org.vpnhub.exporter.Objection;
import org.vpnhub.exporter.SelectorAbility;
import org.vpnhub.exporter.SelectorAbility.Style;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.ChildPlan;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DhGroup;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.Hash;
import org.vpnhub.plan.IkeVersion;
import org.vpnhub.plan.SitePlan;

/**
 * Writes Terraform for the VPN gateway of a VPC at Amazon Web Services.
 *
 * <p>Sources: AWS Site-to-Site VPN user guide, "Tunnel options"; Terraform provider aws, resources
 * aws_customer_gateway, aws_vpn_connection, aws_vpn_connection_route. Route-based with one pair of
 * prefixes as selectors, and 0.0.0.0/0 where the plan has several; PFS always; the gateway begins
 * with IKEv2 alone. Both tunnels of a connection are set alike; the hub uses the first.
 */
@Component(service = Exporter.class)
public final class AwsExporter extends CloudExporter {
  private static final Algorithms ALGORITHMS =
      new Algorithms(
          EnumSet.of(
              Encryption.AES128, Encryption.AES256, Encryption.AES128GCM16, Encryption.AES256GCM16),
          EnumSet.of(Hash.SHA1, Hash.SHA256, Hash.SHA384, Hash.SHA512),
          EnumSet.of(
              DhGroup.GROUP2,
              DhGroup.GROUP14,
              DhGroup.GROUP15,
              DhGroup.GROUP16,
              DhGroup.GROUP17,
              DhGroup.GROUP18,
              DhGroup.GROUP19,
              DhGroup.GROUP20,
              DhGroup.GROUP21,
              DhGroup.GROUP24));

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._]");

  private static final DeviceCapabilities DEVICE =
      DeviceCapabilities.of("aws-vpn", "Amazon Web Services", "Site-to-Site VPN")
          .release("5", ALGORITHMS, ALGORITHMS, IkeVersion.IKEV1, IkeVersion.IKEV2)
          .selectors(new SelectorAbility(Style.ROUTE_BASED, true, false, true, false))
          .keys(
              new KeyRules(
                      8,
                      64,
                      c -> KEY.matcher(Character.toString(c)).matches(),
                      "letters, digits, dots and underscores, no zero at the start")
                  .misreading("^0"))
          .nameLength(60)
          .ikeLifetimes(900, 28800)
          .espLifetimes(900, 3600)
          .natTraversalAlways()
          .build();

  @Activate
  public AwsExporter() {
    super(DEVICE, "aws.ftl");
  }

  @Override
  protected List<Problem> objections(SitePlan site) {
    List<Problem> problems = new ArrayList<>(super.objections(site));
    for (ConnectionPlan c : site.gateway().connections()) {
      if (pair(c).isEmpty()) {
        problems.add(
            Objection.to(
                c,
                "C29",
                Severity.WARNING,
                "the gateway takes one pair of prefixes, so it offers 0.0.0.0/0 on both sides, and"
                    + " the hub has other selectors",
                "set both networks of the connection to 0.0.0.0/0 and add destination routes"));
      }
      if (c.ipsec().pfs().isEmpty()) {
        problems.add(
            problem(
                c,
                "the gateway always uses PFS",
                "set PFS of the connection, for example to " + c.ike().group()));
      }
      if (c.ipsec().lifetimeSeconds() >= c.ike().lifetimeSeconds()) {
        problems.add(
            problem(
                c,
                "the gateway wants a shorter lifetime in phase 2 than in phase 1",
                "set 28800 s in phase 1 and 3600 s in phase 2"));
      }
    }
    return problems;
  }

  /** The one pair of the plan, this side first; empty where it has several. */
  private static List<Ipv4Prefix> pair(ConnectionPlan c) {
    if (c.children().size() != 1) return List.of();
    ChildPlan child = c.children().getFirst();
    if (child.local().size() != 1 || child.remote().size() != 1) return List.of();
    return List.of(child.local().getFirst(), child.remote().getFirst());
  }

  @Override
  protected Map<String, String> words(TunnelView t) {
    ConnectionPlan c = t.plan();
    List<Ipv4Prefix> pair = pair(c);
    Map<String, String> words = new LinkedHashMap<>();
    words.put("here", (pair.isEmpty() ? Ipv4Prefix.ANY : pair.getFirst()).toString());
    words.put("there", (pair.isEmpty() ? Ipv4Prefix.ANY : pair.getLast()).toString());
    words.put("ikeCipher", word(c.ike().encryption()));
    words.put("ikeHash", word(c.ike().hash()));
    words.put("ikeGroup", Integer.toString(c.ike().group().number()));
    words.put("espCipher", word(c.ipsec().encryption()));
    words.put("espHash", word(c.ipsec().hash().orElse(c.ike().hash())));
    words.put("pfs", Integer.toString(c.ipsec().pfs().orElseThrow().number()));
    words.put("dpdSeconds", Integer.toString(Math.max(30, c.dpd().intervalSeconds())));
    boolean begins = t.ikev2() && c.initiate();
    words.put("dpdAction", !c.dpd().enabled() ? "none" : begins ? "restart" : "clear");
    words.put("startup", begins ? "start" : "add");
    words.put(
        "routes", t.routes().stream().map(p -> "\"" + p + "\"").collect(Collectors.joining(", ")));
    return words;
  }

  private static String word(Encryption encryption) {
    return switch (encryption) {
      case AES128GCM16 -> "AES128-GCM-16";
      case AES256GCM16 -> "AES256-GCM-16";
      default -> encryption.name();
    };
  }

  private static String word(Hash hash) {
    return hash == Hash.SHA1 ? "SHA1" : "SHA2-" + hash.name().substring("SHA".length());
  }

  @Override
  List<Item> variables() {
    return List.of(
        new Item(
            "Give the provider, where the folder has none, for example in provider.tf",
            "provider \"aws\" {\n  region = \"...\"\n}"),
        new Item(
            "Give the variables, for example in terraform.tfvars",
            "vpn_gateway_id  = \"vgw-...\"\nroute_table_ids = [\"rtb-...\"]"));
  }

  @Override
  String filters() {
    return "Security groups and network ACLs";
  }

  @Override
  String routes() {
    return "aws_vpn_connection_route";
  }

  @Override
  List<Item> verify(SiteView site) {
    return List.of(
        new Item(
            "Status UP of the first tunnel",
            "aws ec2 describe-vpn-connections --query"
                + " 'VpnConnections[].VgwTelemetry[].[OutsideIpAddress,Status,StatusMessage]'"),
        new Item("From an instance, ping a host of", list(site.remote())));
  }
}
