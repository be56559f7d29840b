package org.vpnhub.model.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Network;
import org.vpnhub.model.Tunnel;
import org.vpnhub.model.VSwitch;
import org.vpnhub.model.Vpc;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnGateway;

/** Elements copied within a model and into another. */
class CopiedElementsTest {
  @TempDir Path folder;
  private ModelDocument document;
  private Network network;

  @BeforeEach
  void open() {
    document = Offices.document(folder);
    network = document.network();
  }

  private NamedElement paste(NamedElement what, NamedElement target) {
    return CopiedElements.of(List.of(what)).paste(document, target).getFirst();
  }

  @Test
  void aCopyHasNewIdsAndANameOfItsOwn() {
    Vpc vpc = Offices.vpc(network);
    VSwitch copy = (VSwitch) paste(vpc.getVSwitches().getFirst(), vpc);
    assertEquals("vsw-main-2", copy.getId());
    assertEquals("main (copy)", copy.getName());
    assertEquals("main (copy 2)", paste(vpc.getVSwitches().getFirst(), vpc).getName());
    assertEquals("10.0.0.0/24", copy.getCidrBlock());
    Offices.text(network);
  }

  @Test
  void isOneStep() {
    String before = Offices.text(network);
    paste(Offices.vpc(network), network.getRegions().getFirst());
    String after = Offices.text(network);
    assertEquals("Paste VPC", document.undoLabel());
    document.undo();
    assertEquals(before, Offices.text(network));
    document.redo();
    assertEquals(after, Offices.text(network));
  }

  /** What refers to a part of the copy refers to the copied part. */
  @Test
  void referencesWithinACopyStayWithin() {
    Vpc copy = (Vpc) paste(Offices.vpc(network), network.getRegions().getFirst());
    VpnGateway gateway = copy.getVpnGateways().getFirst();
    assertSame(copy.getVSwitches().getFirst(), gateway.getVSwitch());
    assertSame(gateway, copy.getRouteTables().getFirst().getEntries().getFirst().getNextHop());
    assertSame(
        Offices.peer(network, 0),
        gateway.getConnections().getFirst().getTunnels().getFirst().getCustomerGateway());
  }

  @Test
  void keysAreNotCopied() {
    VpnConnection connection = Offices.connection(network, 0);
    connection.getTunnels().getFirst().getIkeConfig().setPsk("abracadabra");
    VpnConnection copy = (VpnConnection) paste(connection, connection);
    Tunnel tunnel = copy.getTunnels().getFirst();
    assertNull(tunnel.getIkeConfig().getPsk());
    assertEquals("psk-shanghai", tunnel.getIkeConfig().getPskReference());
  }

  @Test
  void intoAnotherModelWithoutWhatIsNotThere() {
    CopiedElements copied = CopiedElements.of(List.of(Offices.connection(network, 1)));
    Changes.remove(List.of(Offices.site(network, 1)));
    VpnConnection copy =
        (VpnConnection) copied.paste(document, Offices.gateway(network)).getFirst();
    assertNull(copy.getSite());
    assertNull(copy.getTunnels().getFirst().getCustomerGateway());
    Offices.text(network);
  }

  @Test
  void goesWhereThereIsAPlace() {
    CopiedElements connection = CopiedElements.of(List.of(Offices.connection(network, 0)));
    assertTrue(connection.canPaste(Offices.gateway(network)));
    assertTrue(connection.canPaste(Offices.connection(network, 1)), "beside another");
    assertTrue(connection.canPaste(Offices.site(network, 1)), "at the site's gateway");
    assertFalse(connection.canPaste(Offices.vpc(network)));
    assertFalse(CopiedElements.of(List.of()).canPaste(network));
  }

  @Test
  void whatIsWithinSomethingCopiedIsCopiedOnce() {
    VpnGateway hub = Offices.gateway(network);
    CopiedElements copied =
        CopiedElements.of(List.of(network, hub, hub.getConnections().getFirst()));
    assertEquals(1, copied.paste(document, Offices.vpc(network)).size());
  }
}
