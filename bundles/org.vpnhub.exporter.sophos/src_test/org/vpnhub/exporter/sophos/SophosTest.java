package org.vpnhub.exporter.sophos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.testkit.ExporterContract;
import org.vpnhub.exporter.testkit.Golden;
import org.vpnhub.exporter.testkit.PlanCases;
import org.vpnhub.exporter.testkit.Proof;
import org.vpnhub.plan.DevicePlan;
import org.xml.sax.SAXException;

class SophosTest {
  private static final Path FOLDER = Path.of("src_test/org/vpnhub/exporter/sophos");
  private static final DevicePlan GATEWAY =
      new DevicePlan(
          "sophos-firewall",
          "19.0",
          "PortB",
          Optional.empty(),
          List.of("PortA"),
          "WAN",
          "LAN",
          Optional.empty(),
          false,
          true,
          0,
          0);

  private final SophosExporter exporter = new SophosExporter();

  @Test
  void keepsTheContractOfExporters() {
    assertEquals(List.of(), ExporterContract.check(exporter, 20261126, 2000));
  }

  @Test
  void writesWhatPeopleHaveRead() {
    assertEquals(List.of(), Golden.check(exporter, GATEWAY, FOLDER.resolve("xml")));
  }

  @Test
  void followsTheSchema() throws Exception {
    int files = 0;
    for (PlanCases.PlanCase c : PlanCases.on(GATEWAY)) {
      for (ExportedFile f : exporter.export(c.open()).files()) {
        validate(f.text());
        files++;
      }
    }
    assertEquals(11, files);
    Proof.form(exporter, "XML schema of our own, " + files + " plans");
  }

  @Test
  void theSchemaKnowsWrongFromRight() {
    String good =
        exporter
            .export(PlanCases.named("ikev2-explicit", GATEWAY).open())
            .files()
            .getFirst()
            .text();
    assertThrows(SAXException.class, () -> validate(good.replace("14(DH2048)", "14")));
    assertThrows(SAXException.class, () -> validate(good.replace("LocalIDType", "LocalIdType")));
    assertThrows(
        SAXException.class, () -> validate(good.replaceFirst("<Policy>[^<]+", "<Policy>other")));
  }

  private static void validate(String xml) throws Exception {
    Schema schema =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(FOLDER.resolve("entities.xsd").toFile());
    schema.newValidator().validate(new StreamSource(new StringReader(xml)));
  }
}
