package org.vpnhub.hub.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.vpnhub.base.DropReason;
import org.vpnhub.base.Problem;
import org.vpnhub.dataplane.GatewayStatus;

/** The engine's status as JSON. */
public final class StatusJson {
  private StatusJson() {}

  public static JsonArray connections(GatewayStatus status) {
    JsonArray list = new JsonArray();
    for (GatewayStatus.Connection c : status.connections()) list.add(connection(c));
    return list;
  }

  private static JsonObject connection(GatewayStatus.Connection c) {
    JsonObject o = new JsonObject();
    o.addProperty("id", c.id().value());
    o.addProperty("name", c.name());
    o.addProperty("site", c.peer());
    o.addProperty("status", c.status().wire());
    c.refused().ifPresent(reason -> o.addProperty("refused", reason));
    o.addProperty("localAddress", c.localAddress().toString());
    o.addProperty("remoteAddress", c.remoteAddress().toString());
    o.addProperty("ikeSuite", c.ikeSuite());
    o.addProperty("espSuite", c.espSuite());
    o.addProperty("udpEncapsulated", c.udpEncapsulated());
    c.ike().ifPresent(ike -> ike(o, ike));
    counters(o, c.packetsIn(), c.bytesIn(), c.packetsOut(), c.bytesOut());
    JsonArray associations = new JsonArray();
    c.associations().forEach(a -> associations.add(association(a)));
    o.add("associations", associations);
    c.lastFailure().ifPresent(f -> o.add("lastFailure", failure(f)));
    o.add("drops", drops(c.drops()));
    return o;
  }

  private static void ike(JsonObject o, GatewayStatus.IkeSa ike) {
    o.addProperty("ikeInitiatorSpi", "0x%016x".formatted(ike.initiatorSpi()));
    o.addProperty("ikeResponderSpi", "0x%016x".formatted(ike.responderSpi()));
    o.addProperty("ikeInitiator", ike.initiator());
    o.addProperty("nat", ike.nat());
    o.addProperty("ikeAgeSeconds", ike.age().toSeconds());
    ike.nextRekey().ifPresent(next -> o.addProperty("ikeNextRekeySeconds", next.toSeconds()));
  }

  private static JsonObject association(GatewayStatus.Association a) {
    JsonObject o = new JsonObject();
    o.addProperty("child", a.child());
    o.addProperty("inboundSpi", spi(a.inboundSpi()));
    if (a.outboundSpi() != 0) o.addProperty("outboundSpi", spi(a.outboundSpi()));
    o.addProperty("suite", a.suite());
    o.addProperty("extendedSequenceNumbers", a.extendedSequenceNumbers());
    o.add("local", texts(a.local()));
    o.add("remote", texts(a.remote()));
    o.addProperty("mtu", a.mtu());
    o.addProperty("ageSeconds", a.age().toSeconds());
    a.nextRekey().ifPresent(next -> o.addProperty("nextRekeySeconds", next.toSeconds()));
    counters(o, a.packetsIn(), a.bytesIn(), a.packetsOut(), a.bytesOut());
    return o;
  }

  private static void counters(
      JsonObject o, long packetsIn, long bytesIn, long packetsOut, long bytesOut) {
    o.addProperty("packetsIn", packetsIn);
    o.addProperty("bytesIn", bytesIn);
    o.addProperty("packetsOut", packetsOut);
    o.addProperty("bytesOut", bytesOut);
  }

  private static JsonObject failure(GatewayStatus.Failure f) {
    JsonObject o = new JsonObject();
    o.addProperty("code", f.code());
    o.addProperty("phase", f.phase());
    o.addProperty("text", f.text());
    o.addProperty("local", f.local());
    o.addProperty("remote", f.remote());
    o.addProperty("ageSeconds", f.age().toSeconds());
    return o;
  }

  /** An SPI as people and packet captures write it. */
  private static String spi(int spi) {
    return "0x%08x".formatted(spi);
  }

  /** Reason and count; reasons that did not occur are absent. */
  public static JsonObject drops(Map<DropReason, Long> drops) {
    JsonObject o = new JsonObject();
    drops.forEach((reason, count) -> o.addProperty(reason.name(), count));
    return o;
  }

  public static JsonArray texts(Collection<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }

  /** Problems as all commands give them. */
  public static JsonArray problems(Collection<Problem> problems) {
    JsonArray array = new JsonArray();
    for (Problem p : problems) {
      JsonObject o = new JsonObject();
      o.addProperty("id", p.code());
      o.addProperty("severity", p.severity().name().toLowerCase(Locale.ROOT));
      o.addProperty("element", p.element());
      o.addProperty("elementId", p.elementId());
      o.addProperty("message", p.message());
      o.addProperty("remedy", p.remedy());
      array.add(o);
    }
    return array;
  }
}
