package org.vpnhub.hub.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vpnhub.base.ConnectionId;
import org.vpnhub.base.DropReason;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.dataplane.GatewayStatus;
import org.vpnhub.dataplane.NegotiationStatus;

/** Reads what {@link StatusJson} wrote. */
public final class StatusReader {
  private StatusReader() {}

  public static GatewayStatus read(JsonObject status) {
    JsonObject server = status.getAsJsonObject("server");
    List<GatewayStatus.Connection> connections = new ArrayList<>();
    for (JsonElement e : status.getAsJsonArray("connections")) {
      connections.add(connection(e.getAsJsonObject()));
    }
    return new GatewayStatus(
        text(server, "gateway"),
        Ipv4Address.parse(text(server, "address")),
        server.get("nativeEsp").getAsBoolean(),
        connections,
        drops(status.getAsJsonObject("drops")));
  }

  private static GatewayStatus.Connection connection(JsonObject o) {
    List<GatewayStatus.Association> associations = new ArrayList<>();
    for (JsonElement e : o.getAsJsonArray("associations")) {
      associations.add(association(e.getAsJsonObject()));
    }
    return new GatewayStatus.Connection(
        new ConnectionId(text(o, "id")),
        text(o, "name"),
        text(o, "site"),
        Ipv4Address.parse(text(o, "localAddress")),
        Ipv4Address.parse(text(o, "remoteAddress")),
        status(text(o, "status")),
        Optional.ofNullable(o.get("refused")).map(JsonElement::getAsString),
        o.has("ikeInitiatorSpi") ? Optional.of(ike(o)) : Optional.empty(),
        text(o, "espSuite"),
        o.get("udpEncapsulated").getAsBoolean(),
        number(o, "packetsIn"),
        number(o, "bytesIn"),
        number(o, "packetsOut"),
        number(o, "bytesOut"),
        associations,
        Optional.ofNullable(o.getAsJsonObject("lastFailure")).map(StatusReader::failure),
        drops(o.getAsJsonObject("drops")));
  }

  private static NegotiationStatus status(String wire) {
    for (NegotiationStatus s : NegotiationStatus.values()) if (s.wire().equals(wire)) return s;
    return NegotiationStatus.IKE_SA_NOT_ESTABLISHED;
  }

  private static GatewayStatus.IkeSa ike(JsonObject o) {
    return new GatewayStatus.IkeSa(
        spi(o, "ikeInitiatorSpi"),
        spi(o, "ikeResponderSpi"),
        o.get("ikeInitiator").getAsBoolean(),
        text(o, "ikeSuite"),
        text(o, "nat"),
        Duration.ofSeconds(number(o, "ikeAgeSeconds")),
        seconds(o, "ikeNextRekeySeconds"));
  }

  private static GatewayStatus.Association association(JsonObject o) {
    return new GatewayStatus.Association(
        text(o, "child"),
        (int) spi(o, "inboundSpi"),
        o.has("outboundSpi") ? (int) spi(o, "outboundSpi") : 0,
        text(o, "suite"),
        o.get("extendedSequenceNumbers").getAsBoolean(),
        texts(o.getAsJsonArray("local")),
        texts(o.getAsJsonArray("remote")),
        o.get("mtu").getAsInt(),
        Duration.ofSeconds(number(o, "ageSeconds")),
        seconds(o, "nextRekeySeconds"),
        number(o, "packetsIn"),
        number(o, "bytesIn"),
        number(o, "packetsOut"),
        number(o, "bytesOut"));
  }

  private static GatewayStatus.Failure failure(JsonObject o) {
    return new GatewayStatus.Failure(
        text(o, "code"),
        o.get("phase").getAsInt(),
        text(o, "text"),
        text(o, "local"),
        text(o, "remote"),
        Duration.ofSeconds(number(o, "ageSeconds")));
  }

  /** Reasons that this version does not know are left out. */
  private static Map<DropReason, Long> drops(JsonObject o) {
    Map<DropReason, Long> drops = new EnumMap<>(DropReason.class);
    for (DropReason reason : DropReason.values()) {
      if (o.has(reason.name())) drops.put(reason, number(o, reason.name()));
    }
    return drops;
  }

  private static String text(JsonObject o, String name) {
    return o.get(name).getAsString();
  }

  private static long number(JsonObject o, String name) {
    return o.get(name).getAsLong();
  }

  private static Optional<Duration> seconds(JsonObject o, String name) {
    return o.has(name) ? Optional.of(Duration.ofSeconds(number(o, name))) : Optional.empty();
  }

  private static long spi(JsonObject o, String name) {
    return Long.parseUnsignedLong(text(o, name).substring(2), 16);
  }

  private static List<String> texts(JsonArray array) {
    List<String> texts = new ArrayList<>();
    array.forEach(e -> texts.add(e.getAsString()));
    return texts;
  }
}
