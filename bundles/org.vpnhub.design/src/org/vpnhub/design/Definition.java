package org.vpnhub.design;

import java.io.InputStream;
import java.util.Objects;

/** The file of the definition. */
public final class Definition {
  /** Its name, for messages. */
  public static final String NAME = "vpnhub.odesign";

  private Definition() {}

  public static InputStream open() {
    return resource("description/" + NAME);
  }

  /**
   * An image that the definition names.
   *
   * @param path {@code /org.vpnhub.design/icons/site.svg}
   */
  public static InputStream image(String path) {
    return resource(path.replaceFirst("^/org\\.vpnhub\\.design/", ""));
  }

  private static InputStream resource(String path) {
    return Objects.requireNonNull(
        Definition.class.getResourceAsStream("/" + path), () -> path + " is not in the bundle");
  }
}
