package org.vpnhub.hub.tests;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.hub.tests.dropped.GoodExporter;

/** A bundle with one exporter, as somebody would build it. */
final class ExporterJar {
  private static final String COMPONENT = "OSGI-INF/exporter.xml";

  private ExporterJar() {}

  /** Writes it with permissions that let nobody else change it. */
  static void write(Path jar, Class<? extends Exporter> exporter) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out, manifest(exporter))) {
      for (Class<?> c : new HashSet<>(List.of(GoodExporter.class, exporter))) {
        String name = c.getName().replace('.', '/') + ".class";
        try (InputStream in = c.getResourceAsStream('/' + name)) {
          if (in == null) throw new IOException(name + " is not there");
          entry(entries, name, in.readAllBytes());
        }
      }
      entry(entries, COMPONENT, component(exporter).getBytes(StandardCharsets.UTF_8));
    }
    Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-r--r--"));
  }

  private static void entry(JarOutputStream entries, String name, byte[] content)
      throws IOException {
    entries.putNextEntry(new ZipEntry(name));
    entries.write(content);
    entries.closeEntry();
  }

  private static Manifest manifest(Class<?> exporter) {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", "com.example." + exporter.getSimpleName());
    main.putValue("Bundle-Version", "1.0.0");
    main.putValue("Import-Package", "org.vpnhub.base,org.vpnhub.exporter,org.vpnhub.plan");
    main.putValue("Service-Component", COMPONENT);
    main.putValue(
        "Require-Capability",
        "osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.4.0)"
            + "(!(version>=2.0.0)))\"");
    return manifest;
  }

  private static String component(Class<?> exporter) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="%1$s" init="0">
      <service><provide interface="org.vpnhub.exporter.Exporter"/></service>
      <implementation class="%1$s"/>
    </scr:component>
    """
        .formatted(exporter.getName());
  }
}
