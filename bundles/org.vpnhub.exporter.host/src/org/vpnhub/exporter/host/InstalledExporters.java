package org.vpnhub.exporter.host;

import java.util.ArrayList;
import java.util.List;
import org.vpnhub.base.Problem;
import org.vpnhub.exporter.Exporter;
import org.vpnhub.exporter.ExporterRegistry;
import org.vpnhub.exporter.host.internal.osgi.ExporterServices;

/**
 * The exporters that are installed, those of the user's own folder among them. The folder is looked
 * into at each question, so that what is dropped into it is there without a restart.
 */
public final class InstalledExporters {
  private InstalledExporters() {}

  /** Those that are there now. */
  public static List<Exporter> all() {
    return ExporterServices.instance().all();
  }

  /** A registry of those that are there now. */
  public static ExporterRegistry registry() {
    return new ExporterRegistry(all());
  }

  /**
   * Bundles in the user's folder that could not be loaded, and exporters that do not work (rule
   * D03).
   */
  public static List<Problem> problems() {
    List<Problem> problems = new ArrayList<>(ExporterServices.instance().problems());
    problems.addAll(registry().problems());
    return problems;
  }
}
