package org.vpnhub.model.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vpnhub.model.VpnhubPackage.Literals.IKE_CONFIG__IKE_LIFETIME;
import static org.vpnhub.model.VpnhubPackage.Literals.NAMED_ELEMENT__DESCRIPTION;
import static org.vpnhub.model.VpnhubPackage.Literals.SITE__BEHIND_NAT;
import static org.vpnhub.model.VpnhubPackage.Literals.SITE__CIDRS;
import static org.vpnhub.model.VpnhubPackage.Literals.SITE__PUBLIC_IP;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vpnhub.model.Network;
import org.vpnhub.model.VpnGateway;

/** Every edit: done, undone, done again; the file's text is compared each time. */
class EditsTest {
  @TempDir Path folder;

  /**
   * One edit.
   *
   * @param method the method of Edits that it calls
   * @param label what the Undo menu says
   */
  record Case(String method, String label, Consumer<ModelDocument> edit) {
    @Override
    public String toString() {
      return label;
    }
  }

  static List<Case> cases() {
    return List.of(
        new Case("addSite", "Add site Suzhou", EditsTest::addSuzhou),
        new Case("addRegion", "Add region Beijing", d -> Edits.addRegion(d, "Beijing")),
        new Case("addVpc", "Add VPC test", EditsTest::addVpc),
        new Case(
            "addVSwitch",
            "Add vSwitch b",
            d -> Edits.addVSwitch(d, Offices.vpc(d.network()), "b", "main-b", "10.0.1.0/24")),
        new Case(
            "addRouteTable",
            "Add route table guests",
            d -> Edits.addRouteTable(d, Offices.vpc(d.network()), "guests")),
        new Case("addGateway", "Add VPN gateway third", EditsTest::addGateway),
        new Case(
            "addCustomerGateway",
            "Add customer gateway partner",
            d -> Edits.addCustomerGateway(d, Offices.region(d.network()), "partner", "192.0.2.9")),
        new Case(
            "connect",
            "Connect Ningbo",
            d -> Edits.connect(d, Offices.site(d.network(), 2), gateway(d))),
        new Case(
            "reconnect",
            "Reconnect to Ningbo",
            d -> {
              Network n = d.network();
              Edits.reconnect(d, Offices.connection(n, 0), Offices.site(n, 2));
            }),
        new Case("reconnect", "Reconnect to second", EditsTest::moveToSecond),
        new Case(
            "addRoute",
            "Add route 172.16.0.0/16",
            d -> Edits.addRoute(d, Offices.table(d.network()), gateway(d), "172.16.0.0/16")),
        new Case(
            "addDestinationRoute",
            "Add destination route 172.16.0.0/16",
            EditsTest::addDestination),
        new Case(
            "addPolicyRoute",
            "Add policy route 10.0.0.0/16 to 172.16.0.0/16",
            d ->
                Edits.addPolicyRoute(
                    d,
                    gateway(d),
                    Offices.connection(d.network(), 1),
                    "10.0.0.0/16",
                    "172.16.0.0/16")),
        new Case(
            "remove",
            "Delete site Hangzhou",
            d -> Edits.remove(d, List.of(Offices.site(d.network(), 1)))),
        new Case("remove", "Delete 3 elements", d -> Edits.remove(d, d.network().getSites())),
        new Case("remove", "Delete VPN gateway hub", d -> Edits.remove(d, List.of(gateway(d)))),
        new Case(
            "remove",
            "Delete IPsec connection Shanghai",
            d -> Edits.remove(d, List.of(Offices.connection(d.network(), 0)))),
        new Case(
            "rename",
            "Rename to Hangzhou West",
            d -> Edits.rename(d, Offices.site(d.network(), 1), "Hangzhou West")),
        new Case(
            "set",
            "Change public address of Shanghai",
            d -> Edits.set(d, Offices.site(d.network(), 0), SITE__PUBLIC_IP, "203.0.113.99")),
        new Case(
            "set",
            "Change IKE lifetime of Shanghai",
            d ->
                Edits.set(
                    d,
                    Offices.connection(d.network(), 0).getTunnels().getFirst().getIkeConfig(),
                    IKE_CONFIG__IKE_LIFETIME,
                    28800)),
        new Case(
            "setList",
            "Change prefixes of Hangzhou",
            d ->
                Edits.setList(
                    d,
                    Offices.site(d.network(), 1),
                    SITE__CIDRS,
                    List.of("10.10.21.0/24", "10.10.22.0/24"))));
  }

  private static VpnGateway gateway(ModelDocument d) {
    return Offices.gateway(d.network());
  }

  private static void addSuzhou(ModelDocument d) {
    Edits.addSite(d, gateway(d), Offices.row("Suzhou", "203.0.113.40", "10.10.40.0/24"));
  }

  private static void addVpc(ModelDocument d) {
    Edits.addVpc(d, Offices.region(d.network()), "test", "172.16.0.0/16");
  }

  private static VpnGateway addGateway(ModelDocument d) {
    return Edits.addGateway(d, Offices.vpc(d.network()), "third", "198.51.100.3");
  }

  private static void addDestination(ModelDocument d) {
    Edits.addDestinationRoute(d, gateway(d), Offices.connection(d.network(), 1), "172.16.0.0/16");
  }

  private static void moveToSecond(ModelDocument d) {
    VpnGateway second = Offices.vpc(d.network()).getVpnGateways().getLast();
    Edits.reconnect(d, Offices.connection(d.network(), 0), second);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void doUndoRedo(Case c) {
    ModelDocument document = Offices.document(folder);
    Changes.addGateway(Offices.vpc(document.network()), "second", "198.51.100.2");
    String before = Offices.text(document.network());

    c.edit().accept(document);
    String after = Offices.text(document.network());
    assertNotEquals(before, after);
    assertEquals(c.label(), document.undoLabel());
    assertTrue(document.isDirty());

    document.undo();
    assertEquals(before, Offices.text(document.network()));
    assertFalse(document.canUndo(), "one step");
    assertFalse(document.isDirty());

    document.redo();
    assertEquals(after, Offices.text(document.network()));
    document.undo();
    assertEquals(before, Offices.text(document.network()));
  }

  /** A new edit without a case fails here; overloads count one by one. */
  @Test
  void everyEditIsInTheTable() {
    Map<String, Long> methods =
        Arrays.stream(Edits.class.getDeclaredMethods())
            .filter(m -> Modifier.isPublic(m.getModifiers()))
            .collect(Collectors.groupingBy(Method::getName, TreeMap::new, Collectors.counting()));
    Map<String, Long> cases =
        cases().stream()
            .collect(Collectors.groupingBy(Case::method, TreeMap::new, Collectors.counting()));
    assertEquals(methods.keySet(), cases.keySet());
    methods.forEach((name, count) -> assertTrue(cases.get(name) >= count, name));
  }

  @Test
  void anEditThatChangesNothingIsNoStep() {
    ModelDocument document = Offices.document(folder);
    var site = Offices.site(document.network(), 0);
    Edits.set(document, site, SITE__PUBLIC_IP, "203.0.113.10");
    Edits.setList(document, site, SITE__CIDRS, List.of("10.10.10.0/24"));
    Edits.set(document, site, SITE__BEHIND_NAT, false);
    Edits.set(document, site, NAMED_ELEMENT__DESCRIPTION, null);
    Edits.rename(document, site, "Shanghai");
    Edits.remove(document, List.of());
    assertFalse(document.canUndo());
    assertFalse(document.isDirty());
  }
}
