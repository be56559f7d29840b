package org.vpnhub.app.internal.osgi;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.Version;

/**
 * An installed bundle, for people.
 *
 * @param id symbolic name
 */
public record Installed(String name, String id, String version, String vendor) {

  /** All of them, by name. */
  public static List<Installed> all() {
    Bundle own = FrameworkUtil.getBundle(Installed.class);
    return Stream.of(own.getBundleContext().getBundles())
        .map(Installed::of)
        .sorted(Comparator.comparing(Installed::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  /** The version of the product: three numbers. */
  public static String productVersion() {
    Version version = FrameworkUtil.getBundle(Installed.class).getVersion();
    return version.getMajor() + "." + version.getMinor() + "." + version.getMicro();
  }

  private static Installed of(Bundle bundle) {
    var headers = bundle.getHeaders();
    String name = headers.get(Constants.BUNDLE_NAME);
    String vendor = headers.get(Constants.BUNDLE_VENDOR);
    String id = bundle.getSymbolicName();
    return new Installed(
        name == null ? id : name, id, bundle.getVersion().toString(), vendor == null ? "" : vendor);
  }
}
