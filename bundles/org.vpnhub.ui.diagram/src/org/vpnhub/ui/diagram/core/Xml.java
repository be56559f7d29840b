package org.vpnhub.ui.diagram.core;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** An element of a definition file, with its place. */
final class Xml {
  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
  private static final String XMI = "http://www.omg.org/XMI";
  private static final String STEM = "http://www.eclipse.org/sirius/";
  private static final int MAX_DEPTH = 40;
  private static final Pattern STEP =
      Pattern.compile("@(\\w+)(?:\\[name='([^']*)'\\]|\\.(\\d{1,6}))?");

  final String feature;
  final int line;
  final @Nullable Xml parent;
  final Map<String, String> attributes = new LinkedHashMap<>();
  final List<Xml> children = new ArrayList<>();
  String type = "";
  String text = "";

  private Xml(String feature, int line, @Nullable Xml parent) {
    this.feature = feature;
    this.line = line;
    this.parent = parent;
  }

  /**
   * Reads a file.
   *
   * @param name of the file, for messages
   */
  static Xml read(InputStream in, String name) throws DefinitionException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(in);
      Xml root = null;
      Xml current = null;
      int depth = 0;
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            current = element(reader, current);
            if (root == null) root = current;
            if (++depth > MAX_DEPTH) throw current.error("is too deep");
          }
          case XMLStreamConstants.END_ELEMENT -> {
            depth--;
            current = current == null ? null : current.parent;
          }
          case XMLStreamConstants.CHARACTERS -> {
            if (current != null) current.text += reader.getText().strip();
          }
          case XMLStreamConstants.DTD -> throw new DefinitionException(name + ": has a DTD");
          default -> {}
        }
      }
      if (root == null) throw new DefinitionException(name + ": is empty");
      return root;
    } catch (XMLStreamException e) {
      throw new DefinitionException(
          name + ":" + e.getLocation().getLineNumber() + ": is no well-formed XML");
    }
  }

  private static Xml element(XMLStreamReader reader, @Nullable Xml parent)
      throws DefinitionException {
    Xml e = new Xml(reader.getLocalName(), reader.getLocation().getLineNumber(), parent);
    if (parent == null) e.type = e.sirius(reader.getNamespaceURI(), e.feature);
    else parent.children.add(e);
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String space = reader.getAttributeNamespace(i);
      String name = reader.getAttributeLocalName(i);
      String value = reader.getAttributeValue(i);
      if (space == null || space.isEmpty()) e.attributes.put(name, value);
      else if (space.equals(XSI) && name.equals("type")) e.type = e.type(reader, value);
      else if (!space.equals(XSI) && !(space.equals(XMI) && name.equals("version"))) {
        throw e.error("has the attribute '" + name + "', which is outside the subset");
      }
    }
    return e;
  }

  private String type(XMLStreamReader reader, String value) throws DefinitionException {
    int colon = value.indexOf(':');
    String prefix = colon < 0 ? "" : value.substring(0, colon);
    return sirius(reader.getNamespaceURI(prefix), value.substring(colon + 1));
  }

  private String sirius(@Nullable String namespace, String name) throws DefinitionException {
    if (namespace != null && namespace.startsWith(STEM)) return name;
    throw error("is of the type '" + name + "', which is not Sirius's");
  }

  String get(String attribute) {
    return attributes.getOrDefault(attribute, "");
  }

  boolean is(String attribute) {
    return get(attribute).equals("true");
  }

  List<Xml> all(String child) {
    return children.stream().filter(c -> c.feature.equals(child)).toList();
  }

  @Nullable Xml first(String child) {
    List<Xml> all = all(child);
    return all.isEmpty() ? null : all.getFirst();
  }

  /** An error at this element. */
  DefinitionException error(String what) {
    String name = attributes.containsKey("name") ? " '" + get("name") + "'" : "";
    String kind = type.isEmpty() || type.equals(feature) ? feature : feature + " (" + type + ")";
    return new DefinitionException("line " + line + ": " + kind + name + " " + what);
  }

  /** The elements that a reference names: paths from the root, with white space between. */
  List<Xml> refer(String attribute) throws DefinitionException {
    List<Xml> all = new ArrayList<>();
    for (String path : get(attribute).split("\\s+")) {
      if (!path.isEmpty()) all.add(resolve(attribute, path));
    }
    return all;
  }

  private Xml resolve(String attribute, String path) throws DefinitionException {
    Xml at = this;
    while (at.parent != null) at = at.parent;
    if (!path.startsWith("//")) throw dangling(attribute, path);
    for (String step : path.substring(2).split("/")) {
      Matcher m = STEP.matcher(step);
      if (!m.matches()) throw dangling(attribute, path);
      List<Xml> found = at.all(m.group(1));
      if (m.group(2) != null) {
        found = found.stream().filter(x -> x.get("name").equals(m.group(2))).toList();
      }
      int index = m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
      if (index >= found.size()) throw dangling(attribute, path);
      at = found.get(index);
    }
    return at;
  }

  private DefinitionException dangling(String attribute, String path) {
    return error("refers in '" + attribute + "' to " + path + ", which does not exist");
  }
}
