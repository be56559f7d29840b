package org.vpnhub.model.internal;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.util.InternalEList;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.ModelFiles;
import org.vpnhub.model.ModelFormatException;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Network;
import org.vpnhub.model.VpnhubPackage;

/**
 * Reads one model file, in one pass, guided by the ecore. Everything that the model has no place
 * for is refused at the line where it stands. Recursion is as deep as the model's containment,
 * because an element that is not known there ends the reading.
 */
public final class ModelReader {
  static final String XMI_NAMESPACE = "http://www.omg.org/XMI";
  static final String XMI_VERSION = "2.0";

  /** A network of 5,000 sites has 70,000 elements. */
  static final int MAX_ELEMENTS = 1_000_000;

  private static final String NAMESPACE_STEM = "urn:vpnhub:model:";
  private static final String NEWER = "update vpnhub to the version that wrote it";
  private static final String UNKNOWN =
      "correct it, or use the version of vpnhub that wrote the file; nothing is dropped silently";

  private record Pending(EObject from, EReference feature, String ids, int line) {}

  private final byte[] content;
  private final String file;
  private final Map<String, NamedElement> elements = new HashMap<>();
  private final Map<String, Integer> lines = new HashMap<>();
  private final List<Pending> references = new ArrayList<>();
  private final Map<EClass, Map<String, EStructuralFeature>> features = new HashMap<>();
  private @Nullable XMLStreamReader xml;
  private int count;

  /**
   * @param content the whole file
   * @param file what errors name as the file
   */
  public ModelReader(byte[] content, String file) {
    this.content = content;
    this.file = file;
  }

  /**
   * @throws ModelFormatException at the first fault
   */
  public Network read() throws ModelFormatException {
    if (content.length == 0) throw fault(0, "the file is empty", "restore it from a copy");
    try {
      XMLStreamReader reader = open();
      xml = reader;
      Network network = document(reader);
      resolve();
      return network;
    } catch (XMLStreamException e) {
      throw malformed(e);
    }
  }

  private XMLStreamReader open() throws XMLStreamException, ModelFormatException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("external content is not read");
        });
    XMLStreamReader reader = factory.createXMLStreamReader(characters());
    String encoding = reader.getCharacterEncodingScheme();
    if (encoding != null && !encoding.equalsIgnoreCase("UTF-8")) {
      throw fault(1, "the file says that its encoding is " + quote(encoding), "save it as UTF-8");
    }
    if (reader.getVersion() != null && !reader.getVersion().equals("1.0")) {
      throw fault(1, "the file is XML " + quote(reader.getVersion()), "save it as XML 1.0");
    }
    return reader;
  }

  /** Strictly UTF-8, without a byte order mark. */
  private Reader characters() {
    boolean mark =
        content.length > 2
            && (content[0] & 255) == 0xef
            && (content[1] & 255) == 0xbb
            && (content[2] & 255) == 0xbf;
    int from = mark ? 3 : 0;
    return new InputStreamReader(
        new ByteArrayInputStream(content, from, content.length - from),
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private Network document(XMLStreamReader in) throws XMLStreamException, ModelFormatException {
    Network network = null;
    while (in.hasNext()) {
      int event = in.next();
      if (event == XMLStreamConstants.START_ELEMENT) network = root(in);
      else notLost(in, event);
    }
    if (network == null) throw fault(0, "the file holds no network", "restore it from a copy");
    return network;
  }

  private Network root(XMLStreamReader in) throws XMLStreamException, ModelFormatException {
    String namespace = in.getNamespaceURI() == null ? "" : in.getNamespaceURI();
    if (!namespace.equals(VpnhubPackage.eNS_URI)) {
      if (namespace.startsWith(NAMESPACE_STEM)) {
        throw fault(line(), "the file is of another format version: " + quote(namespace), NEWER);
      }
      throw notAModel(in.getLocalName());
    }
    if (!in.getLocalName().equals("Network")) throw notAModel(in.getLocalName());
    String version = in.getAttributeValue(null, "formatVersion");
    String known = Integer.toString(ModelFiles.FORMAT_VERSION);
    if (version != null && !version.equals(known)) {
      String what = "the file's format version is " + quote(version) + ", this program reads ";
      throw fault(line(), what + known, NEWER);
    }
    Network network = (Network) EcoreUtil.create(VpnhubPackage.Literals.NETWORK);
    element(in, network);
    return network;
  }

  private ModelFormatException notAModel(String found) {
    String what = "this is not a model of vpnhub: its root is " + quote(found);
    return fault(line(), what, "name a ." + ModelFiles.EXTENSION + " file");
  }

  private void element(XMLStreamReader in, EObject object)
      throws XMLStreamException, ModelFormatException {
    if (++count > MAX_ELEMENTS) {
      throw fault(line(), "more than " + MAX_ELEMENTS + " elements", "split the model");
    }
    attributes(in, object);
    if (object instanceof NamedElement named) register(named);
    Set<EStructuralFeature> seen = new HashSet<>();
    for (int event = in.next(); event != XMLStreamConstants.END_ELEMENT; event = in.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) child(in, object, seen);
      else notLost(in, event);
    }
  }

  private void attributes(XMLStreamReader in, EObject object) throws ModelFormatException {
    for (int i = 0; i < in.getAttributeCount(); i++) {
      String namespace = in.getAttributeNamespace(i);
      String name = in.getAttributeLocalName(i);
      String value = in.getAttributeValue(i);
      if (namespace != null && !namespace.isEmpty()) {
        boolean version = XMI_NAMESPACE.equals(namespace) && name.equals("version");
        if (version && object instanceof Network && value.equals(XMI_VERSION)) continue;
        throw unknown("attribute", in.getAttributePrefix(i) + ":" + name, object);
      }
      EStructuralFeature f = feature(object, name);
      if (f instanceof EReference r && !r.isContainment()) {
        references.add(new Pending(object, r, value, line()));
      } else if (f instanceof EAttribute a && !a.isMany()) {
        object.eSet(a, value(object, a, value));
      } else {
        throw unknown("attribute", name, object);
      }
    }
  }

  private void register(NamedElement element) throws ModelFormatException {
    String id = element.getId();
    if (!isId(id)) {
      String what = "this " + element.eClass().getName() + " has no id, or one with white space";
      throw fault(line(), what, "give it an id of its own, without white space");
    }
    if (elements.putIfAbsent(id, element) != null) {
      String what = "the id " + quote(id) + " is already that of line " + lines.get(id);
      throw fault(line(), what, "give one of the two another id");
    }
    lines.put(id, line());
  }

  private void child(XMLStreamReader in, EObject parent, Set<EStructuralFeature> seen)
      throws XMLStreamException, ModelFormatException {
    String name = in.getLocalName();
    boolean foreign = in.getNamespaceURI() != null && !in.getNamespaceURI().isEmpty();
    EStructuralFeature f = foreign ? null : feature(parent, name);
    if (f != null && !f.isMany() && !seen.add(f)) {
      String what = "a second " + quote(name) + " in one " + parent.eClass().getName();
      throw fault(line(), what, "keep one of them");
    }
    if (f instanceof EReference r && r.isContainment()) {
      EObject object = EcoreUtil.create(r.getEReferenceType());
      element(in, object);
      if (r.isMany()) list(parent, r).addUnique(object);
      else parent.eSet(r, object);
    } else if (f instanceof EAttribute a && a.isMany()) {
      list(parent, a).addUnique(value(parent, a, text(in, name)));
    } else {
      throw unknown("element", name, parent);
    }
  }

  @SuppressWarnings("unchecked")
  private static InternalEList<Object> list(EObject object, EStructuralFeature f) {
    return (InternalEList<Object>) object.eGet(f);
  }

  private String text(XMLStreamReader in, String name)
      throws XMLStreamException, ModelFormatException {
    if (++count > MAX_ELEMENTS) {
      throw fault(line(), "more than " + MAX_ELEMENTS + " elements", "split the model");
    }
    if (in.getAttributeCount() > 0) {
      String what = "unknown attribute " + quote(in.getAttributeLocalName(0)) + " of " + name;
      throw fault(line(), what, UNKNOWN);
    }
    StringBuilder text = new StringBuilder();
    for (int event = in.next(); event != XMLStreamConstants.END_ELEMENT; event = in.next()) {
      if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.SPACE) {
        text.append(in.getText());
      } else {
        notLost(in, event);
        if (event == XMLStreamConstants.START_ELEMENT) {
          String what = "unknown element " + quote(in.getLocalName()) + " in " + name;
          throw fault(line(), what, UNKNOWN);
        }
      }
    }
    return text.toString();
  }

  /** Refuses an event whose content the next save would lose. */
  private void notLost(XMLStreamReader in, int event) throws ModelFormatException {
    switch (event) {
      case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
          throw fault(
              line(), "document type declarations and entities are not allowed", "remove them");
      case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION ->
          throw fault(
              line(),
              "a comment or processing instruction would be lost on saving",
              "remove it, or move its words into a description");
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
        if (!in.isWhiteSpace()) {
          throw fault(line(), "text between the elements: " + quote(in.getText()), "remove it");
        }
      }
      default -> {}
    }
  }

  private Object value(EObject object, EAttribute f, String text) throws ModelFormatException {
    EDataType type = f.getEAttributeType();
    if (type instanceof EEnum choice) {
      EEnumLiteral literal = choice.getEEnumLiteralByLiteral(text);
      if (literal != null) return literal.getInstance();
      List<String> all = choice.getELiterals().stream().map(EEnumLiteral::getLiteral).toList();
      throw wrong(object, f, text, "one of " + String.join(", ", all));
    }
    if (type == EcorePackage.Literals.EBOOLEAN) {
      if (text.equals("true") || text.equals("false")) return Boolean.valueOf(text);
      throw wrong(object, f, text, "true or false");
    }
    if (type == EcorePackage.Literals.EINT) {
      try {
        return Integer.valueOf(text);
      } catch (NumberFormatException e) {
        throw wrong(object, f, text, "a whole number");
      }
    }
    return text;
  }

  private ModelFormatException wrong(EObject object, EAttribute f, String text, String right) {
    String what = f.getName() + " of " + object.eClass().getName() + " is " + quote(text);
    return fault(line(), what, "write " + right);
  }

  private void resolve() throws ModelFormatException {
    for (Pending p : references) {
      List<String> ids = List.of(p.ids.strip().split("\\s+"));
      if (!p.feature.isMany() && ids.size() > 1) {
        throw badReference(p, p.ids, "names more than one element", "keep one of the ids");
      }
      for (String id : ids) resolve(p, id);
      if (new HashSet<>(ids).size() != ids.size()) {
        throw badReference(p, p.ids, "names an element twice", "keep it once");
      }
    }
  }

  private void resolve(Pending p, String id) throws ModelFormatException {
    NamedElement target = elements.get(id);
    String type = p.feature.getEReferenceType().getName();
    if (target == null) {
      String remedy = "add a " + type + " with this id, or remove the reference";
      throw badReference(p, id, "refers to nothing in this file", remedy);
    }
    if (!p.feature.getEReferenceType().isSuperTypeOf(target.eClass())) {
      throw badReference(
          p, id, "is a " + target.eClass().getName(), "give the id of a " + type + " instead");
    }
    if (p.feature.isMany()) list(p.from, p.feature).addUnique(target);
    else p.from.eSet(p.feature, target);
  }

  private ModelFormatException badReference(Pending p, String id, String what, String remedy) {
    String where = p.feature.getName() + " of " + p.from.eClass().getName() + ": ";
    return fault(p.line, where + quote(id) + " " + what, remedy);
  }

  private @Nullable EStructuralFeature feature(EObject object, String name) {
    return features
        .computeIfAbsent(
            object.eClass(),
            type -> {
              Map<String, EStructuralFeature> byName = new HashMap<>();
              for (EStructuralFeature f : type.getEAllStructuralFeatures()) {
                if (isStored(f)) byName.put(f.getName(), f);
              }
              return byName;
            })
        .get(name);
  }

  /** Whether a feature stands in files: not the way back to the container. */
  static boolean isStored(EStructuralFeature f) {
    return !f.isTransient() && !f.isDerived();
  }

  static boolean isId(@Nullable String id) {
    return id != null && !id.isEmpty() && id.chars().noneMatch(Character::isWhitespace);
  }

  private int line() {
    return xml == null ? 0 : xml.getLocation().getLineNumber();
  }

  private ModelFormatException unknown(String kind, String name, EObject parent) {
    String what = "unknown " + kind + " " + quote(name) + " of " + parent.eClass().getName();
    return fault(line(), what, UNKNOWN);
  }

  private ModelFormatException malformed(XMLStreamException e) {
    int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
    Throwable cause = e.getNestedException() == null ? e.getCause() : e.getNestedException();
    if (cause instanceof CharacterCodingException || e.getMessage() == null) {
      return fault(line, "the file is not UTF-8 text", "restore it from a copy");
    }
    // "ParseError at [row,col]:[3,7]\nMessage: ..."
    String message = e.getMessage().replaceFirst("(?s)^ParseError at .*?Message: ", "");
    return fault(line, "not well-formed XML: " + message, "correct it or restore it from a copy");
  }

  private ModelFormatException fault(int line, String what, String remedy) {
    return new ModelFormatException(file, line, what, remedy);
  }

  private static String quote(String text) {
    return "'" + (text.length() > 60 ? text.substring(0, 57) + "..." : text) + "'";
  }
}
