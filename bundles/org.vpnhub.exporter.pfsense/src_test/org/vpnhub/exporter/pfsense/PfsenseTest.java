package org.vpnhub.exporter.pfsense;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Secret;
import org.vpnhub.exporter.Export;
import org.vpnhub.exporter.ExportRequest;
import org.vpnhub.exporter.testkit.ExporterContract;
import org.vpnhub.exporter.testkit.Golden;
import org.vpnhub.exporter.testkit.PlanCases;
import org.vpnhub.exporter.testkit.PlanCases.PlanCase;
import org.vpnhub.exporter.testkit.PlanGenerator;
import org.vpnhub.exporter.testkit.Proof;
import org.vpnhub.plan.DevicePlan;
import org.xml.sax.SAXException;

class PfsenseTest {
  private static final Path GOLDEN = Path.of("src_test/org/vpnhub/exporter/pfsense/pfsense");
  static final DevicePlan ROUTER =
      new DevicePlan(
          "pfsense",
          "2.6",
          "wan",
          Optional.empty(),
          List.of("lan"),
          "",
          "",
          Optional.of(Ipv4Address.parse("203.0.113.1")),
          false,
          true,
          0,
          0);

  private final PfsenseExporter exporter = new PfsenseExporter();

  @Test
  void keepsTheContractOfExporters() {
    assertEquals(List.of(), ExporterContract.check(exporter, 20261126, 2000));
  }

  @Test
  void writesWhatPeopleHaveRead() {
    assertEquals(List.of(), Golden.check(exporter, ROUTER, GOLDEN));
  }

  @Test
  void fitsTheSchema() throws SAXException, IOException {
    for (PlanCase c : PlanCases.on(ROUTER)) {
      validate(exporter.export(c.open()));
      validate(exporter.export(c.masked()));
    }
    PlanGenerator generator = new PlanGenerator(20261126);
    for (int i = 0; i < 500; i++) {
      var plan = generator.next(exporter.capabilities(), ROUTER);
      String key = "<]]>&\"'" + generator.key();
      validate(
          exporter.export(new ExportRequest(plan, r -> Optional.of(Secret.ofText(key)), true)));
    }
    Proof.form(exporter, "XML schema of our own, 500 plans");
  }

  @Test
  void theSchemaFindsFaults() {
    String good =
        exporter.export(PlanCases.named("ikev2-explicit", ROUTER).open()).files().get(0).text();
    for (String[] change :
        List.of(
            new String[] {"<dhgroup>14<", "<dhgroup>13<"},
            new String[] {"<name>aes<", "<name>des<"},
            new String[] {"<remote-gateway>198.51.100.1</remote-gateway>", ""},
            new String[] {"<ikeid>1</ikeid>\n    <uniqid>", "<ikeid>2</ikeid>\n    <uniqid>"})) {
      assertThrows(SAXException.class, () -> validate(good.replace(change[0], change[1])));
    }
  }

  private void validate(Export export) throws SAXException, IOException {
    if (!export.refused()) validate(export.files().getFirst().text());
  }

  private static void validate(String xml) throws SAXException, IOException {
    Schema schema =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(PfsenseTest.class.getResource("pfsense-ipsec.xsd"));
    schema.newValidator().validate(new StreamSource(new StringReader(xml)));
  }
}
