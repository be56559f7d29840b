package org.vpnhub.ui.diagram.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vpnhub.model.ModelFiles;
import org.vpnhub.model.Network;
import org.vpnhub.model.Site;
import org.vpnhub.model.VSwitch;
import org.vpnhub.model.Vpc;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnGateway;
import org.vpnhub.model.edit.ModelDocument;

/** The tools as the editor uses them: on a document, undone and redone. */
class ToolRunnerTest {
  @TempDir Path folder;
  private final DiagramDefinition definition = Fixtures.definition("HubTopology");
  private final Services services = Fixtures.services(definition);
  private final ToolRunner runner = new ToolRunner(definition, services);
  private ModelDocument document;
  private Network network;

  @BeforeEach
  void open() throws Exception {
    Path file = folder.resolve("a.vpnhub");
    Files.copy(Fixtures.project().resolve("examples/three-offices.vpnhub"), file);
    document = ModelDocument.open(file);
    network = document.network();
  }

  private Diagram diagram() {
    return Deriver.derive(definition, network, services, Set.of("MissingLinks", "Routes"));
  }

  private Node node(String key) {
    return diagram().nodesByKey().get(key);
  }

  private Edge edge(String key) {
    return diagram().edges().stream().filter(e -> e.key().equals(key)).findFirst().orElseThrow();
  }

  private Tool tool(String name) {
    return definition.tool(name).orElseThrow();
  }

  /** Does it, undoes it, redoes it; the text of the model says whether all came and went. */
  private void execute(Runnable change) throws Exception {
    String before = ModelFiles.toText(network);
    document.execute("test", change);
    String after = ModelFiles.toText(network);
    assertFalse(before.equals(after), "nothing has changed");
    document.undo();
    assertEquals(before, ModelFiles.toText(network));
    document.redo();
    assertEquals(after, ModelFiles.toText(network));
  }

  @Test
  void drawsASiteAndItsConnection() throws Exception {
    Tool create = tool("createSite");
    assertTrue(runner.canCreate(create, null, network));
    assertFalse(runner.canCreate(create, node("Vpc:vpc-main"), network));
    execute(() -> runner.create(create, network));
    Site site = network.getSites().getLast();
    assertEquals("Site", site.getName());
    assertEquals(List.of("10.10.40.0/24"), site.getCidrs());

    Tool connect = tool("connect");
    Node end = node("Site:" + site.getId());
    Node hub = node("Gateway:vpn-hub");
    assertTrue(runner.canStart(connect, hub));
    assertFalse(runner.canStart(connect, node("VSwitch:vsw-main")));
    assertTrue(runner.canConnect(connect, hub, end), "from the hub");
    assertTrue(runner.canConnect(connect, end, hub), "from the site");
    assertFalse(runner.canConnect(connect, node("Site:site-ningbo"), hub), "connected already");
    assertFalse(runner.canConnect(connect, node("Site:site-ningbo"), end), "two sites");
    execute(() -> runner.connect(connect, hub.element(), site));
    VpnConnection made = Fixtures.gateway(network).getConnections().getLast();
    assertSame(site, made.getSite());
    assertEquals("Site:" + site.getId(), edge("Connection:" + made.getId()).sourceKey());
  }

  @Test
  void buildsAVpc() throws Exception {
    execute(() -> runner.create(tool("createVpc"), network));
    Vpc vpc = network.getRegions().getFirst().getVpcs().getLast();
    assertEquals("10.1.0.0/16", vpc.getCidrBlock());
    Node node = node("Vpc:" + vpc.getId());
    Tool subnet = tool("createVSwitch");
    assertTrue(runner.canCreate(subnet, node, network));
    assertFalse(runner.canCreate(subnet, null, network));
    execute(() -> runner.create(subnet, vpc));
    assertEquals(
        List.of("10.1.0.0/24", "10.1.1.0/24"),
        vpc.getVSwitches().stream().map(VSwitch::getCidrBlock).toList());
    execute(() -> runner.create(tool("createGateway"), vpc));
    VpnGateway gateway = vpc.getVpnGateways().getFirst();

    Edge edge = edge("Connection:vco-ningbo");
    Node end = node("Gateway:" + gateway.getId());
    Tool move = runner.reconnectTool(edge, false, end).orElseThrow();
    execute(() -> runner.reconnect(move, edge.element(), Fixtures.gateway(network), gateway));
    assertEquals(end.key(), edge("Connection:vco-ningbo").targetKey());
    assertTrue(runner.reconnectTool(edge, true, end).isEmpty(), "a hub is no site");
  }

  @Test
  void addsTheRoutesThatASiteLacks() throws Exception {
    Tool route = tool("addRoute");
    Node table = node("RouteTable:vtb-main");
    Node ningbo = node("Site:site-ningbo");
    assertFalse(runner.canConnect(route, table, ningbo), "the route is there");
    Edge there = edge("Route:rte-ningbo-10.10.30.0-24");
    Tool delete = runner.deleteTool(there).orElseThrow();
    execute(() -> runner.delete(delete, there.element()));
    assertTrue(node("Site:site-ningbo").tooltip().contains("Does not reach"), "no gap is told");
    assertTrue(runner.canConnect(route, table, ningbo));
    execute(() -> runner.connect(route, table.element(), ningbo.element()));
    assertFalse(node("Site:site-ningbo").tooltip().contains("Does not reach"));
  }

  @Test
  void renamesInPlace() throws Exception {
    Node site = node("Site:site-ningbo");
    Tool edit = runner.editTool(site).orElseThrow();
    assertEquals("Ningbo", runner.editText(edit, site.element(), site.label()));
    execute(() -> runner.edit(edit, site.element(), " Suzhou "));
    assertTrue(node("Site:site-ningbo").label().startsWith("Suzhou\n"));
    assertTrue(edge("Connection:vco-ningbo").centerLabel().startsWith("Suzhou\n"), "follows");
    String before = ModelFiles.toText(network);
    document.execute("test", () -> runner.edit(edit, site.element(), "  "));
    assertEquals(before, ModelFiles.toText(network));
  }

  @Test
  void deletesASiteWithAllThatBelongsToIt() throws Exception {
    EObject site = node("Site:site-hangzhou").element();
    Tool delete = runner.deleteTool(node("Site:site-hangzhou")).orElseThrow();
    execute(() -> runner.delete(delete, site));
    String all = DiagramText.diagram(diagram());
    assertFalse(all.contains("hangzhou"), all);
  }
}
