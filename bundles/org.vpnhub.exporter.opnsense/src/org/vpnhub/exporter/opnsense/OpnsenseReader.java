package org.vpnhub.exporter.opnsense;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.vpnhub.exporter.read.ConfigurationReader;
import org.vpnhub.exporter.read.DeviceConfiguration;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.read.Reading;
import org.vpnhub.exporter.xml.XmlNode;

/** Reads the connections of a config.xml of OPNsense. */
final class OpnsenseReader implements ConfigurationReader {
  static final OpnsenseReader READER = new OpnsenseReader();

  private OpnsenseReader() {}

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
    root.ifPresent(node -> parts(node, reading));
    return reading.result();
  }

  private static void parts(XmlNode root, Reading reading) {
    for (XmlNode part : root.children()) {
      if (part.name().equals("OPNsense")) models(root, part, reading);
      else if (!part.name().equals("ipsec")) reading.skipped(part.line());
    }
  }

  private static void models(XmlNode root, XmlNode models, Reading reading) {
    for (XmlNode model : models.children()) {
      if (model.name().equals("Swanctl")) {
        Optional<XmlNode> keys = models.one("IPsec");
        new OpnsenseTunnels(reading, model, keys).find(isEnabled(root));
      } else if (!model.name().equals("IPsec")) {
        reading.skipped(model.line());
      }
    }
  }

  private static boolean isEnabled(XmlNode root) {
    return root.one("ipsec").map(i -> i.text("enable").equals("1")).orElse(false);
  }
}
