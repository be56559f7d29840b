package org.vpnhub.ui.diagram.core;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vpnhub.design.HubServices;
import org.vpnhub.design.LiveLookup;
import org.vpnhub.design.LiveLookup.Live;
import org.vpnhub.design.LiveLookup.State;
import org.vpnhub.model.HubBuilder;
import org.vpnhub.model.ModelFiles;
import org.vpnhub.model.Network;
import org.vpnhub.model.SiteTable;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnGateway;

/** The definition, models and services for tests. */
public final class Fixtures {
  private Fixtures() {}

  /** The folder of the project. */
  public static Path project() {
    Path at = Path.of("").toAbsolutePath();
    while (at != null && !Files.exists(at.resolve("examples/three-offices.vpnhub"))) {
      at = at.getParent();
    }
    if (at == null) throw new IllegalStateException("no examples above the working folder");
    return at;
  }

  /** The text of the definition. */
  public static String odesign() {
    return text(project().resolve("bundles/org.vpnhub.design/description/vpnhub.odesign"));
  }

  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static List<DiagramDefinition> read(String odesign) throws DefinitionException {
    byte[] bytes = odesign.getBytes(StandardCharsets.UTF_8);
    return DefinitionReader.read(new ByteArrayInputStream(bytes), "test.odesign");
  }

  public static DiagramDefinition definition(String name) {
    try {
      return read(odesign()).stream().filter(d -> d.name().equals(name)).findFirst().orElseThrow();
    } catch (DefinitionException e) {
      throw new IllegalStateException(e);
    }
  }

  public static Services services(DiagramDefinition definition) {
    try {
      return Services.of(definition, Fixtures.class.getClassLoader());
    } catch (DefinitionException e) {
      throw new IllegalStateException(e);
    }
  }

  public static Network threeOffices() {
    try {
      return ModelFiles.load(project().resolve("examples/three-offices.vpnhub"));
    } catch (org.vpnhub.model.ModelFormatException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Three offices of which Hangzhou is written wrongly and Ningbo has no VPC route. */
  public static Network faulty() {
    Network network = threeOffices();
    VpnGateway gateway = gateway(network);
    VpnConnection hangzhou = gateway.getConnections().get(1);
    hangzhou.getRemoteSubnets().set(0, "10.10.21.0/24");
    gateway.getVpc().getRouteTables().getFirst().getEntries().remove(2);
    return network;
  }

  public static VpnGateway gateway(Network network) {
    return network.getRegions().getFirst().getVpcs().getFirst().getVpnGateways().getFirst();
  }

  /** A healthy hub. */
  public static Network many(int sites) {
    List<SiteTable.Row> rows = new ArrayList<>();
    for (int i = 0; i < sites; i++) {
      int high = i >> 8;
      int low = i & 255;
      String cidr = "10." + (100 + high) + "." + low + ".0/24";
      String ip = "203.1." + high + "." + low;
      rows.add(new SiteTable.Row("Office " + i, ip, List.of(cidr), "strongswan", "5.9"));
    }
    return HubBuilder.build("many", "10.0.0.0/16", "198.51.100.1", rows);
  }

  /** One connection in each state. */
  public static void live(Services services) {
    Map<String, Live> live =
        Map.of(
            "vco-shanghai",
            new Live(State.UP, "", "aes256gcm16 group31", 12_340_000, 811_000),
            "vco-hangzhou",
            new Live(State.NEGOTIATING, "", "", 0, 0),
            "vco-ningbo",
            new Live(State.FAILED, "the site offers aes128, the hub aes256gcm16", "", 0, 0));
    LiveLookup lookup = id -> Optional.ofNullable(live.get(id));
    services.get(HubServices.class).setLive(lookup);
  }
}
