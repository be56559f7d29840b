package org.vpnhub.app.internal;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jface.resource.ResourceLocator;

/** Files of the project's folders {@code docs} and {@code examples}: the build copies them in. */
final class Packaged {
  private Packaged() {}

  static Optional<URL> url(String path) {
    return ResourceLocator.locate(Packaged.class, "copied/" + path);
  }

  static InputStream open(String path) throws IOException {
    URL url = url(path).orElseThrow(() -> new FileNotFoundException(path + " is not packaged"));
    return url.openStream();
  }

  static String text(String path) throws IOException {
    try (InputStream in = open(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
