package org.vpnhub.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * A model file of the three offices, written by {@code ./vpnhub new} and then edited as XML, so
 * that nothing of the product's own code decides what is in it. It lies in a folder of its own,
 * with its secret store.
 */
final class ModelFile {

  private static final String NAME = "offices.vpnhub";

  private final Product product;
  private final Path folder;
  private final Document document;

  private ModelFile(Product product, Path folder) {
    this.product = product;
    this.folder = folder;
    try {
      document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(folder.resolve(NAME).toFile());
    } catch (Exception e) {
      throw new IllegalStateException("cannot read " + folder.resolve(NAME), e);
    }
  }

  /** A hub with these sites, all settings by default. */
  static ModelFile create(Product product, Path folder, List<String> sites) {
    StringBuilder table = new StringBuilder("name,public_ip,cidrs,device\n");
    for (String site : sites) {
      String address = Topology.publicAddress(site);
      table.append(String.join(",", site, address, Topology.cidr(site), "strongswan"));
      table.append('\n');
    }
    return create(product, folder, Topology.VPC_CIDR, Topology.HUB_ADDRESS, table.toString());
  }

  static ModelFile create(
      Product product, Path folder, String vpcCidr, String gateway, String table) {
    try {
      Files.createDirectories(folder);
      Path sites = folder.resolve("sites.csv");
      Files.writeString(sites, table);
      product
          .run(
              "new",
              folder.resolve(NAME).toString(),
              "--vpc-cidr",
              vpcCidr,
              "--gateway-ip",
              gateway,
              "--sites",
              sites.toString())
          .ok();
      return new ModelFile(product, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A copy in another folder, with the same keys. */
  ModelFile copy(String name) {
    Path target = folder.resolveSibling(name);
    try (Stream<Path> files = Files.list(folder)) {
      Files.createDirectories(target);
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(
            file,
            target.resolve(file.getFileName()),
            StandardCopyOption.REPLACE_EXISTING,
            StandardCopyOption.COPY_ATTRIBUTES);
      }
      return new ModelFile(product, target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path path() {
    return folder.resolve(NAME);
  }

  Path folder() {
    return folder;
  }

  ModelFile ike(String site, String attribute, String value) {
    return set(child(tunnel(site), "ikeConfig"), attribute, value);
  }

  ModelFile ipsec(String site, String attribute, String value) {
    return set(child(tunnel(site), "ipsecConfig"), attribute, value);
  }

  ModelFile tunnel(String site, String attribute, String value) {
    return set(tunnel(site), attribute, value);
  }

  ModelFile connection(String site, String attribute, String value) {
    return set(connection(site), attribute, value);
  }

  ModelFile site(String site, String attribute, String value) {
    return set(site(site), attribute, value);
  }

  /** Id of the site's connection. */
  String connectionId(String site) {
    return connection(site).getAttribute("id");
  }

  ModelFile remoteSubnet(String site, String cidr) {
    return setText(connection(site), "remoteSubnets", cidr);
  }

  private ModelFile setText(Element parent, String feature, String text) {
    for (Element old : children(parent, feature)) parent.removeChild(old);
    Element element = document.createElement(feature);
    element.setTextContent(text);
    parent.insertBefore(element, parent.getFirstChild());
    return save();
  }

  /** Gives the site one prefix instead of those that it has. */
  ModelFile sitePrefix(String site, String cidr) {
    return setText(site(site), "cidrs", cidr);
  }

  /** Makes a site stand in for another, whose prefixes it has too. */
  ModelFile standby(String site, String main) {
    return site(site, "standbyFor", site(main).getAttribute("id"));
  }

  /** Adds a route of the gateway to the site that counts while the active one is down. */
  ModelFile standbyRoute(String site, String cidr) {
    return set(addRoute(site, cidr), "weight", "0");
  }

  /** Adds a route of the gateway to the site. */
  ModelFile destinationRoute(String site, String cidr) {
    addRoute(site, cidr);
    return save();
  }

  private Element addRoute(String site, String cidr) {
    Element route = document.createElement("destinationRoutes");
    route.setAttribute("id", "route-" + site);
    route.setAttribute("routeDest", cidr);
    route.setAttribute("nextHop", connectionId(site));
    connection(site).getParentNode().appendChild(route);
    return route;
  }

  /** Takes a site, and all that was made for it, out of the model. */
  ModelFile remove(String site) {
    String id = site(site).getAttribute("id");
    NodeList all = document.getElementsByTagName("*");
    Stream.iterate(0, i -> i < all.getLength(), i -> i + 1)
        .map(i -> (Element) all.item(i))
        .filter(e -> e.getAttribute("site").equals(id) || e.getAttribute("id").equals(id))
        .toList()
        .forEach(e -> e.getParentNode().removeChild(e));
    return save();
  }

  private Element site(String site) {
    return named("sites", site);
  }

  private Element connection(String site) {
    String id = site(site).getAttribute("id");
    return elements("connections").stream()
        .filter(e -> e.getAttribute("site").equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no connection of site " + site));
  }

  private Element tunnel(String site) {
    return child(connection(site), "tunnels");
  }

  private Element named(String tag, String name) {
    return elements(tag).stream()
        .filter(e -> e.getAttribute("name").equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + tag + " " + name + " in " + path()));
  }

  private List<Element> elements(String tag) {
    NodeList all = document.getElementsByTagName(tag);
    return Stream.iterate(0, i -> i < all.getLength(), i -> i + 1)
        .map(i -> (Element) all.item(i))
        .toList();
  }

  private Element child(Element parent, String tag) {
    Optional<Element> found = children(parent, tag).stream().findFirst();
    return found.orElseGet(() -> (Element) parent.appendChild(document.createElement(tag)));
  }

  private static List<Element> children(Element parent, String tag) {
    NodeList all = parent.getChildNodes();
    return Stream.iterate(0, i -> i < all.getLength(), i -> i + 1)
        .map(all::item)
        .filter(n -> n instanceof Element e && e.getTagName().equals(tag))
        .map(n -> (Element) n)
        .toList();
  }

  /** An empty value takes the attribute away, so that its default holds. */
  private ModelFile set(Element element, String attribute, String value) {
    if (value.isEmpty()) {
      element.removeAttribute(attribute);
    } else {
      element.setAttribute(attribute, value);
    }
    return save();
  }

  private ModelFile save() {
    try {
      TransformerFactory.newInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(path().toFile()));
      return this;
    } catch (Exception e) {
      throw new IllegalStateException("cannot write " + path(), e);
    }
  }
}
