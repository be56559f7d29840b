package org.vpnhub.exporter;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vpnhub.base.AtomicFile;
import org.vpnhub.exporter.read.Parameter;
import org.vpnhub.exporter.read.PlanValues;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.SitePlan;

/**
 * What the configurations of a folder were made from; holds no keys. It lies beside them as {@link
 * #FILE}.
 *
 * @param sites by the id of the site
 */
record ExportRecord(Map<String, SiteRecord> sites) {
  static final String FILE = "vpnhub-export.json";
  static final ExportRecord EMPTY = new ExportRecord(Map.of());

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
  private static final long MOST_BYTES = 64 << 20;

  /**
   * One site.
   *
   * @param name as people know it
   * @param device id of its device
   * @param tunnels what was wanted of each of its connections, by their names
   */
  record SiteRecord(String name, String device, Map<String, Map<Parameter, List<String>>> tunnels) {
    @SuppressWarnings("NullAway")
    private boolean isIncomplete() {
      return name == null || device == null || tunnels == null || tunnels.containsValue(null);
    }

    static SiteRecord of(SitePlan site, Export export) {
      Map<String, Map<Parameter, List<String>>> tunnels = new LinkedHashMap<>();
      for (ConnectionPlan c : site.gateway().connections()) {
        tunnels.put(c.name(), PlanValues.of(site, c));
      }
      return new SiteRecord(site.name(), export.deviceId(), tunnels);
    }
  }

  /** What stands in a file may be anything. */
  @SuppressWarnings("NullAway")
  ExportRecord {
    sites = sites == null ? Map.of() : new TreeMap<>(sites);
  }

  ExportRecord with(SitePlan site, Export export) {
    Map<String, SiteRecord> more = new TreeMap<>(sites);
    more.put(site.id().value(), SiteRecord.of(site, export));
    return new ExportRecord(more);
  }

  static ExportRecord read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    try {
      if (Files.size(file) > MOST_BYTES) throw new JsonParseException("it is too large");
      ExportRecord record =
          GSON.fromJson(Files.readString(file, StandardCharsets.UTF_8), ExportRecord.class);
      if (record != null && record.sites().values().stream().anyMatch(SiteRecord::isIncomplete)) {
        throw new JsonParseException("a site of it is incomplete");
      }
      return record == null ? EMPTY : record;
    } catch (NoSuchFileException e) {
      return EMPTY;
    } catch (JsonParseException e) {
      throw new IOException(
          file
              + ": is not the record of an export ("
              + e.getMessage()
              + "); remove it, and all configurations count as new",
          e);
    }
  }

  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    byte[] json = (GSON.toJson(this) + "\n").getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(folder.resolve(FILE), json);
  }
}
