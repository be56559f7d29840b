package org.vpnhub.exporter.xml;

import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML with each element on a line of its own, so that files compare. For one thread. */
public final class XmlText {
  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter out;
  private final Deque<String> open = new ArrayDeque<>();

  public XmlText() {
    try {
      out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    text.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  }

  private interface Step {
    void run() throws XMLStreamException;
  }

  private XmlText line(int depth, Step step) {
    try {
      out.flush();
      text.write("  ".repeat(depth));
      step.run();
      out.flush();
      text.write("\n");
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return this;
  }

  /** A line each; two hyphens, which would end a comment, are kept apart. */
  public XmlText comments(List<String> lines) {
    for (String comment : lines) {
      String apart = characters(comment).replace("--", "- -").replace("--", "- -");
      line(open.size(), () -> out.writeComment(" " + apart + " "));
    }
    return this;
  }

  /** Begins an element with attributes, each a name and a value. */
  public XmlText open(String name, String... attributes) {
    line(
        open.size(),
        () -> {
          out.writeStartElement(name);
          for (int i = 0; i < attributes.length; i += 2) {
            out.writeAttribute(attributes[i], characters(attributes[i + 1]));
          }
          out.writeCharacters("");
        });
    open.push(name);
    return this;
  }

  /** Ends the element that was begun last. */
  public XmlText close() {
    open.pop();
    return line(open.size(), out::writeEndElement);
  }

  /** An element with a text, or an empty one. */
  public XmlText leaf(String name, Object value) {
    String written = characters(value.toString());
    return line(
        open.size(),
        () -> {
          if (written.isEmpty()) {
            out.writeEmptyElement(name);
            out.writeCharacters("");
            return;
          }
          out.writeStartElement(name);
          out.writeCharacters(written);
          out.writeEndElement();
        });
  }

  /** Only characters that XML 1.0 has (section 2.2); none that ends a line. */
  private static String characters(String value) {
    StringBuilder allowed = new StringBuilder();
    value.codePoints().map(c -> isCharacter(c) ? c : '?').forEach(allowed::appendCodePoint);
    return allowed.toString();
  }

  private static boolean isCharacter(int c) {
    boolean surrogate = c >= 0xd800 && c <= 0xdfff;
    return c >= 0x20 && !surrogate && c != 0xfffe && c != 0xffff && !(c >= 0x7f && c < 0xa0);
  }

  /** The whole text; all elements must be ended. */
  @Override
  public String toString() {
    if (!open.isEmpty()) throw new IllegalStateException(open.peek() + " is not ended");
    return text.toString();
  }
}
