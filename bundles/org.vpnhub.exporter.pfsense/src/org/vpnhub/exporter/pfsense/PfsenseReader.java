package org.vpnhub.exporter.pfsense;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.vpnhub.exporter.read.ConfigurationReader;
import org.vpnhub.exporter.read.DeviceConfiguration;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.read.Reading;
import org.vpnhub.exporter.xml.XmlNode;

/** Reads a config.xml of pfSense, or its part {@code ipsec}. */
final class PfsenseReader implements ConfigurationReader {
  static final PfsenseReader READER = new PfsenseReader();

  private PfsenseReader() {}

  /**
   * Policies need no routes, and come before NAT. Firewall and segment size stand in parts of the
   * configuration that the checklist leads through.
   */
  @Override
  public Set<Parameter> covers() {
    return EnumSet.complementOf(
        EnumSet.of(
            Parameter.ROUTE,
            Parameter.NAT_EXEMPTION,
            Parameter.PERMIT_IN,
            Parameter.PERMIT_OUT,
            Parameter.TCP_MSS,
            Parameter.VOLUME_LIFETIME));
  }

  @Override
  public DeviceConfiguration read(String text) {
    Reading reading = new Reading(text, Set.of());
    Optional<XmlNode> root = XmlNode.read(reading.text(), reading::unknown);
    root.ifPresent(node -> part(node, reading));
    return reading.result();
  }

  private static void part(XmlNode root, Reading reading) {
    if (root.name().equals("ipsec")) {
      new PfsenseTunnels(reading, root).find();
      return;
    }
    for (XmlNode part : root.children()) {
      if (part.name().equals("ipsec")) new PfsenseTunnels(reading, part).find();
      else reading.skipped(part.line());
    }
  }
}
