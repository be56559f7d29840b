package org.vpnhub.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vpnhub.base.Bytes;

/**
 * One negotiation between strongSwan daemons as the hub (the responder) logged it, with what went
 * over the wire: {@code shared/vectors/ike-traces}.
 *
 * @param events the hub's log in order
 * @param wire the datagrams in order
 */
public record StrongswanTrace(List<Event> events, List<UdpCapture.Datagram> wire) {
  private static final Pattern SPIS =
      Pattern.compile(
          "(?:inbound )?CHILD_SA .* established with SPIs ([0-9a-f]+)_i ([0-9a-f]+)_o.*");

  /**
   * One line of the log.
   *
   * @param what the line, for example {@code SKEYSEED}
   * @param data the bytes that it shows, empty when it shows none
   */
  public record Event(String what, byte[] data) {}

  /**
   * The keys of one CHILD_SA. The hub was the responder of every exchange.
   *
   * @param proposal for example {@code AES_GCM_16_128/NO_EXT_SEQ}
   * @param seed Ni | Nr
   * @param hubInboundSpi what packets to the hub carry: these are under the initiator's keys
   * @param hubOutboundSpi what packets from the hub carry: these are under the responder's keys
   */
  public record ChildKeys(
      String proposal,
      byte[] seed,
      int hubInboundSpi,
      int hubOutboundSpi,
      byte[] initiatorEncryption,
      byte[] initiatorIntegrity,
      byte[] responderEncryption,
      byte[] responderIntegrity) {

    /** KEYMAT order (RFC 7296 §2.17): initiator's encryption, integrity; then the responder's. */
    public byte[] keymat() {
      return Bytes.concat(initiator(), responder());
    }

    public byte[] initiator() {
      return Bytes.concat(initiatorEncryption, initiatorIntegrity);
    }

    public byte[] responder() {
      return Bytes.concat(responderEncryption, responderIntegrity);
    }
  }

  /** Reads {@code ike-traces/<name>.json} and {@code .pcap}; empty when they are absent. */
  public static Optional<StrongswanTrace> find(String name) throws IOException {
    Optional<Path> json = VectorFiles.find("ike-traces/" + name + ".json");
    Optional<Path> pcap = VectorFiles.find("ike-traces/" + name + ".pcap");
    if (json.isEmpty() || pcap.isEmpty()) return Optional.empty();
    List<Event> events = new ArrayList<>();
    for (Json e : Json.read(json.get()).get("events").list()) {
      byte[] data = e.has("hex") ? Bytes.fromHex(e.get("hex").text()) : new byte[0];
      events.add(new Event(e.get("what").text(), data));
    }
    return Optional.of(new StrongswanTrace(events, UdpCapture.read(pcap.get())));
  }

  /** The bytes of every log line of that name, in order. */
  public List<byte[]> all(String what) {
    List<byte[]> result = new ArrayList<>();
    for (Event e : events) {
      if (e.what().equals(what)) result.add(e.data());
    }
    return result;
  }

  /** The keys of every CHILD_SA of IKEv2, in the order of their making. */
  public List<ChildKeys> children() {
    List<ChildKeys> result = new ArrayList<>();
    byte[][] keys = new byte[5][0];
    String proposal = "";
    for (Event e : events) {
      String what = e.what();
      if (what.startsWith("selected proposal: ESP:")) {
        proposal = what.substring("selected proposal: ESP:".length());
        keys = new byte[5][0];
      }
      switch (what) {
        case "seed" -> keys[0] = e.data();
        case "encryption initiator key" -> keys[1] = e.data();
        case "integrity initiator key" -> keys[2] = e.data();
        case "encryption responder key" -> keys[3] = e.data();
        case "integrity responder key" -> keys[4] = e.data();
        default -> {
          Matcher m = SPIS.matcher(what);
          if (m.matches()) result.add(child(proposal, keys, m));
        }
      }
    }
    return result;
  }

  private static ChildKeys child(String proposal, byte[][] keys, Matcher spis) {
    return new ChildKeys(
        proposal,
        keys[0],
        Integer.parseUnsignedInt(spis.group(1), 16),
        Integer.parseUnsignedInt(spis.group(2), 16),
        keys[1],
        keys[2],
        keys[3],
        keys[4]);
  }
}
