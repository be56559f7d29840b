package org.vpnhub.exporter.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.ExportedFile;
import org.vpnhub.exporter.view.DeviceExporter;
import org.vpnhub.exporter.view.Dialect;
import org.vpnhub.exporter.view.SiteView;
import org.vpnhub.exporter.view.TunnelView;

/**
 * An exporter whose files come from templates beside its class.
 *
 * <p>A template sees {@code site} ({@link SiteView}) and {@code tunnels}, a list with {@code t}
 * ({@link TunnelView}) and {@code w}, the exporter's words for it; what {@link #values} adds, too.
 */
public abstract class TemplateExporter extends DeviceExporter {
  private final Templates templates = new Templates(getClass());

  /**
   * A tunnel and the device's words for what is configured.
   *
   * @param t the tunnel
   * @param w words by name, from {@link #words}
   */
  public record Worded(TunnelView t, Map<String, String> w) {}

  protected TemplateExporter(DeviceCapabilities device, Dialect dialect) {
    super(device, dialect);
  }

  /** The device's words for a tunnel, by the names that the templates use. */
  protected Map<String, String> words(TunnelView tunnel) {
    return Map.of();
  }

  /** Like {@link #words(TunnelView)}, for a device whose words depend on the whole site. */
  protected Map<String, String> words(TunnelView tunnel, SiteView site) {
    return words(tunnel);
  }

  /** More values for the templates, by name. */
  protected Map<String, ?> values(SiteView site) {
    return Map.of();
  }

  /**
   * A file from a template, readable by the owner alone.
   *
   * @param name of the file
   * @param template file name of the template, beside the exporter's class
   */
  protected final ExportedFile file(String name, String template, SiteView site) {
    return new ExportedFile(name, text(template, site), ExportedFile.PRIVATE);
  }

  /** The text of a template. */
  protected final String text(String template, SiteView site) {
    List<Worded> tunnels = new ArrayList<>();
    for (TunnelView t : site.tunnels()) tunnels.add(new Worded(t, words(t, site)));
    Map<String, Object> values = new LinkedHashMap<>(values(site));
    values.put("site", site);
    values.put("tunnels", tunnels);
    return templates.text(template, values);
  }
}
