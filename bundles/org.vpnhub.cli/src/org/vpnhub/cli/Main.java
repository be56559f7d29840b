package org.vpnhub.cli;

import java.util.List;
import java.util.ServiceLoader;
import org.vpnhub.exporter.Exporter;

/** The command line in a plain Java process; exporters come from the class path's services. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Surroundings surroundings = Surroundings.system(Main::exporters, HubLauncher.plain());
    System.exit(Vpnhub.run(surroundings, args));
  }

  private static List<Exporter> exporters() {
    return ServiceLoader.load(Exporter.class).stream().map(ServiceLoader.Provider::get).toList();
  }
}
