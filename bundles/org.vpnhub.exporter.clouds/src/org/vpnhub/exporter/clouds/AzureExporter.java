package org.vpnhub.exporter.clouds;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.vpnhub.exporter.Algorithms;
import org.vpnhub.exporter.ChecklistSection.Item;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.DeviceCapabilities.VolumeLimit;
import org.vpnhub.exporter.DeviceRelease;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.KeyRules;
import org.vpnhub.exporter.SelectorAbility;
import org.vpnhub.exporter.SelectorAbility.Style;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DhGroup;
import org.vpnhub.plan.DpdPlan;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.Hash;
import org.vpnhub.plan.IkeVersion;
import org.vpnhub.plan.IpsecPlan;

/**
 * Writes Terraform for the VPN gateway of a virtual network in Microsoft Azure.
 *
 * <p>Sources: Azure VPN Gateway, "About cryptographic requirements and Azure VPN gateways";
 * Terraform provider azurerm, resources azurerm_local_network_gateway and
 * azurerm_virtual_network_gateway_connection. Route-based with 0.0.0.0/0 as selectors; a policy of
 * one's own with IKEv2; the lifetime of phase 1 is always 28800 s.
 */
@Component(service = Exporter.class)
public final class AzureExporter extends CloudExporter {
  private static final EnumSet<DhGroup> GROUPS =
      EnumSet.of(
          DhGroup.GROUP1,
          DhGroup.GROUP2,
          DhGroup.GROUP14,
          DhGroup.GROUP19,
          DhGroup.GROUP20,
          DhGroup.GROUP24);
  private static final EnumSet<Encryption> CBC =
      EnumSet.of(
          Encryption.DES,
          Encryption.TRIPLE_DES,
          Encryption.AES128,
          Encryption.AES192,
          Encryption.AES256);
  private static final Algorithms IKE =
      new Algorithms(CBC, EnumSet.of(Hash.MD5, Hash.SHA1, Hash.SHA256, Hash.SHA384), GROUPS);

  private static final DeviceCapabilities DEVICE =
      DeviceCapabilities.of("azure-vpn", "Microsoft", "Azure VPN Gateway")
          .release(new DeviceRelease("4", Map.of(IkeVersion.IKEV2, IKE), esp()))
          .selectors(new SelectorAbility(Style.ROUTE_BASED, true, true, false, false))
          .keys(new KeyRules(1, 128, c -> c > ' ' && c < 0x7f, "ASCII without space"))
          .nameLength(60)
          .ikeLifetimes(28800, 28800)
          .espLifetimes(300, 86400)
          .volumeLimit(VolumeLimit.RAISED)
          .natTraversalAlways()
          .build();

  @Activate
  public AzureExporter() {
    super(DEVICE, "azure.ftl");
  }

  private static Algorithms esp() {
    EnumSet<Encryption> ciphers = EnumSet.of(Encryption.AES128GCM16, Encryption.AES256GCM16);
    ciphers.addAll(CBC);
    return new Algorithms(ciphers, EnumSet.of(Hash.MD5, Hash.SHA1, Hash.SHA256), GROUPS);
  }

  @Override
  protected Map<String, String> words(TunnelView t) {
    ConnectionPlan c = t.plan();
    Map<String, String> words = new LinkedHashMap<>();
    words.put("ikeCipher", word(c.ike().encryption()));
    words.put("ikeHash", c.ike().hash().name());
    words.put("ikeGroup", group("DHGroup", c.ike().group()));
    words.put("espCipher", word(c.ipsec().encryption()));
    words.put("espHash", integrity(c.ipsec()));
    words.put("pfs", c.ipsec().pfs().map(AzureExporter::pfs).orElse("None"));
    words.put("mode", c.initiate() ? "Default" : "ResponderOnly");
    words.put("dpd", dpd(c.dpd()));
    words.put(
        "routes", t.routes().stream().map(p -> "\"" + p + "\"").collect(Collectors.joining(", ")));
    return words;
  }

  /** 9 to 3600 s; it cannot be switched off. */
  private static String dpd(DpdPlan dpd) {
    return Integer.toString(dpd.enabled() ? Math.clamp(dpd.intervalSeconds(), 9, 3600) : 3600);
  }

  private static String integrity(IpsecPlan ipsec) {
    return ipsec.encryption().isAead()
        ? word(ipsec.encryption())
        : ipsec.hash().orElseThrow().name();
  }

  private static String word(Encryption encryption) {
    return switch (encryption) {
      case AES128GCM16 -> "GCMAES128";
      case AES256GCM16 -> "GCMAES256";
      case TRIPLE_DES -> "DES3";
      default -> encryption.name();
    };
  }

  private static String pfs(DhGroup group) {
    return group == DhGroup.GROUP14 ? "PFS2048" : group("PFS", group);
  }

  private static String group(String prefix, DhGroup group) {
    return switch (group) {
      case GROUP19 -> "ECP256";
      case GROUP20 -> "ECP384";
      default -> prefix + group.number();
    };
  }

  @Override
  List<Item> variables() {
    return List.of(
        new Item(
            "Give the provider, where the folder has none, for example in provider.tf",
            "provider \"azurerm\" {\n  features {}\n  subscription_id = \"...\"\n}"),
        new Item(
            "Give the variables, for example in terraform.tfvars",
            "location                   = \"...\"\n"
                + "resource_group_name        = \"...\"\n"
                + "virtual_network_gateway_id = \"/subscriptions/...\""));
  }

  @Override
  String filters() {
    return "Network security groups";
  }

  @Override
  String routes() {
    return "address_space";
  }

  @Override
  List<Item> verify(SiteView site) {
    List<Item> items = new ArrayList<>();
    for (TunnelView t : site.tunnels()) {
      items.add(
          new Item(
              "Connected",
              "az network vpn-connection show --resource-group <group> --name vpnhub-"
                  + t.name()
                  + " --query connectionStatus"));
    }
    items.add(new Item("From a virtual machine, ping a host of", list(site.remote())));
    return items;
  }
}
