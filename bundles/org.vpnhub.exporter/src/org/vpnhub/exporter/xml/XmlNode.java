package org.vpnhub.exporter.xml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.vpnhub.exporter.read.Found;

/** An element that was read, and where it stands. Knows no DTD and no entities of its own. */
public final class XmlNode {
  private static final int MAX_DEPTH = 100;

  private final String name;
  private final int line;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<XmlNode> children = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  private XmlNode(String name, int line) {
    this.name = name;
    this.line = line;
  }

  /**
   * Reads a text.
   *
   * @param fault is told the line of what is no well-formed XML
   * @return the outermost element; empty after a fault
   */
  public static Optional<XmlNode> read(String text, IntConsumer fault) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader in = factory.createXMLStreamReader(new StringReader(text));
      XmlNode outside = new XmlNode("", 0);
      content(in, outside, 0);
      return outside.children.stream().findFirst();
    } catch (XMLStreamException e) {
      fault.accept(Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getLineNumber()));
      return Optional.empty();
    }
  }

  private static void content(XMLStreamReader in, XmlNode node, int depth)
      throws XMLStreamException {
    if (depth > MAX_DEPTH) throw new XMLStreamException("too deep", in.getLocation());
    while (in.hasNext()) {
      switch (in.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          XmlNode child = new XmlNode(in.getLocalName(), in.getLocation().getLineNumber());
          for (int i = 0; i < in.getAttributeCount(); i++) {
            child.attributes.put(in.getAttributeLocalName(i), in.getAttributeValue(i));
          }
          node.children.add(child);
          content(in, child, depth + 1);
        }
        case XMLStreamConstants.END_ELEMENT -> {
          return;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            node.text.append(in.getText());
        default -> {}
      }
    }
  }

  public String name() {
    return name;
  }

  /** Line of its beginning, from 1. */
  public int line() {
    return line;
  }

  /** The value of an attribute; empty when it has none. */
  public String attribute(String of) {
    return attributes.getOrDefault(of, "");
  }

  /** Its text without white space at the ends. */
  public String text() {
    return text.toString().strip();
  }

  public List<XmlNode> children() {
    return Collections.unmodifiableList(children);
  }

  /** The children of a name. */
  public List<XmlNode> all(String of) {
    return children.stream().filter(c -> c.name.equals(of)).toList();
  }

  /** The first child of a name. */
  public Optional<XmlNode> one(String of) {
    return children.stream().filter(c -> c.name.equals(of)).findFirst();
  }

  public boolean has(String of) {
    return one(of).isPresent();
  }

  /** The text of the first child of a name, and its line, unless it is empty. */
  public Optional<Found> found(String of) {
    return one(of).map(XmlNode::found).filter(f -> !f.value().isEmpty());
  }

  /** Its text, and where it stands. */
  public Found found() {
    return new Found(text(), line);
  }

  /** The text of the first child of a name; empty when there is none. */
  public String text(String of) {
    return one(of).map(XmlNode::text).orElse("");
  }

  /** Without texts, which may be keys. */
  @Override
  public String toString() {
    return name + " (line " + line + ")";
  }
}
