package org.vpnhub.model.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Network;
import org.vpnhub.model.Site;
import org.vpnhub.model.VpnGateway;

/** The tree that viewers show, and the words and pictures in it. */
class ModelTreeTest {
  private final Network network = Offices.network();

  private static String outline(NamedElement element, String indent) {
    StringBuilder text = new StringBuilder();
    String detail = ElementLabels.detail(element);
    text.append(indent).append(ElementLabels.icon(element)).append(' ');
    text.append(ElementLabels.text(element)).append(detail.isEmpty() ? "" : " · " + detail);
    text.append('\n');
    for (NamedElement child : ModelTree.children(element)) {
      text.append(outline(child, indent + "  "));
    }
    return text.toString();
  }

  @Test
  void regionVpcGatewaySitesConnections() {
    Changes.remove(network.getSites().subList(1, 3));
    Changes.addDestinationRoute(
        Offices.gateway(network), Offices.connection(network, 0), "172.16.0.0/16");
    assertEquals(
        """
        network three-offices · hub-native
          region main
            vpc VPC · 10.0.0.0/16
              gateway hub · 198.51.100.1
                site Shanghai · 10.10.10.0/24
                  connection Shanghai · 10.10.10.0/24
                    tunnel Shanghai · ikev2 aes256gcm16 group31
                  customer-gateway Shanghai · 203.0.113.10
                route 172.16.0.0/16 · to Shanghai
              vswitch main · 10.0.0.0/24 main-a
              route-table system
                route 10.10.10.0/24 · to hub
        """,
        outline(network, ""));
  }

  /** Also in a model with all that is unusual: no site, no connection, two gateways. */
  @Test
  void everyElementIsInTheTreeOnce() {
    Changes.remove(List.of(Offices.connection(network, 0)));
    Offices.connection(network, 0).setSite(null);
    VpnGateway second = Changes.addGateway(Offices.vpc(network), "second", "198.51.100.2");
    Changes.connect(Offices.site(network, 2), second);
    Changes.addCustomerGateway(Offices.region(network), "partner", "192.0.2.9");
    Changes.addPolicyRoute(second, Offices.connection(network, 0), "10.0.0.0/16", "10.9.0.0/16");
    List<NamedElement> shown = new ArrayList<>();
    collect(network, shown);
    Set<EObject> all = new HashSet<>();
    EcoreUtil.<EObject>getAllContents(network, false)
        .forEachRemaining(
            e -> {
              if (e instanceof NamedElement) all.add(e);
            });
    assertEquals(all, new HashSet<>(shown));
    assertEquals(all.size(), shown.size());
  }

  private static void collect(NamedElement parent, List<NamedElement> shown) {
    List<NamedElement> children = ModelTree.children(parent);
    if (!children.isEmpty()) assertTrue(ModelTree.hasChildren(parent));
    for (NamedElement child : children) {
      assertEquals(Optional.of(parent), ModelTree.parent(child), ElementLabels.text(child));
      shown.add(child);
      collect(child, shown);
    }
  }

  @Test
  void aSiteWithoutAConnectionStandsBelowTheNetwork() {
    Site hangzhou = Offices.site(network, 1);
    Changes.remove(List.of(Offices.connection(network, 1)));
    assertTrue(ModelTree.children(network).contains(hangzhou));
    assertEquals(Optional.of(network), ModelTree.parent(hangzhou));
  }

  @Test
  void leavesAndStrangers() {
    assertFalse(ModelTree.hasChildren(Offices.table(network).getEntries().getFirst()));
    assertEquals(List.of(), ModelTree.children("no element"));
    assertEquals(Optional.empty(), ModelTree.parent(network));
  }

  @Test
  void elementsWithoutNamesAndPrefixesHaveLabelsToo() {
    Site site = Offices.site(network, 0);
    site.setName(" ");
    assertEquals("site-shanghai", ElementLabels.text(site));
    site.setId(null);
    assertEquals("without a name", ElementLabels.text(site));
    var route = Offices.table(network).getEntries().getFirst();
    route.setDestinationCidrBlock(null);
    route.setNextHop(null);
    assertEquals("—", ElementLabels.text(route));
    assertEquals("", ElementLabels.detail(route));
  }
}
