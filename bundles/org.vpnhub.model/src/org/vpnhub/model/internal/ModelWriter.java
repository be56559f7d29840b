package org.vpnhub.model.internal;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.ModelFiles;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Network;
import org.vpnhub.model.VpnhubPackage;

/** Writes one model as text. Refuses what {@link ModelReader} would not give back. */
public final class ModelWriter {
  private final Network network;
  private final Map<String, EObject> ids = new HashMap<>();
  private final StringBuilder out = new StringBuilder();

  public ModelWriter(Network network) {
    this.network = network;
  }

  /**
   * @return the file's text
   * @throws IOException when it cannot be written without loss
   */
  public String write() throws IOException {
    collectIds();
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<vpnhub:Network xmi:version=\"").append(ModelReader.XMI_VERSION);
    out.append("\" xmlns:xmi=\"").append(ModelReader.XMI_NAMESPACE);
    out.append("\" xmlns:vpnhub=\"").append(VpnhubPackage.eNS_URI).append('"');
    body(network, "vpnhub:Network", "");
    return out.toString();
  }

  private void collectIds() throws IOException {
    add(network);
    TreeIterator<EObject> all = network.eAllContents();
    while (all.hasNext()) if (all.next() instanceof NamedElement e) add(e);
  }

  private void add(NamedElement element) throws IOException {
    String id = element.getId();
    if (!ModelReader.isId(id)) {
      throw refused(element, "has no id, or one with white space in it");
    }
    EObject other = ids.put(id, element);
    if (other != null) throw refused(element, "has the same id as " + describe(other));
  }

  private void element(EObject object, String tag, String indent) throws IOException {
    out.append(indent).append('<').append(tag);
    body(object, tag, indent);
  }

  /** Everything behind the opening tag's name. */
  private void body(EObject object, String tag, String indent) throws IOException {
    EClass type = object.eClass();
    for (EStructuralFeature f : type.getEAllStructuralFeatures()) {
      if (isAttribute(f)) attribute(object, f);
    }
    boolean open = false;
    for (EStructuralFeature f : type.getEAllStructuralFeatures()) {
      if (isAttribute(f) || !ModelReader.isStored(f)) continue;
      for (Object child : values(object, f)) {
        if (!open) out.append(">\n");
        open = true;
        if (f instanceof EReference) element((EObject) child, f.getName(), indent + "  ");
        else text(object, (EAttribute) f, child, indent + "  ");
      }
    }
    out.append(open ? indent + "</" + tag + ">\n" : "/>\n");
  }

  private static boolean isAttribute(EStructuralFeature f) {
    if (!ModelReader.isStored(f)) return false;
    return f instanceof EReference r ? !r.isContainment() : !f.isMany();
  }

  private static List<?> values(EObject object, EStructuralFeature f) {
    Object value = object.eGet(f);
    if (f.isMany()) return (List<?>) value;
    return value == null ? List.of() : List.of(value);
  }

  private void attribute(EObject object, EStructuralFeature f) throws IOException {
    String value = f instanceof EReference r ? references(object, r) : literal(object, f);
    if (value == null) return;
    out.append(' ').append(f.getName()).append("=\"");
    escape(object, f, value);
    out.append('"');
  }

  /** The value as text; null when the feature is unset and reading gives the same. */
  private static @Nullable String literal(EObject object, EStructuralFeature f) {
    if (f == VpnhubPackage.Literals.NETWORK__FORMAT_VERSION) {
      return Integer.toString(ModelFiles.FORMAT_VERSION);
    }
    Object value = object.eGet(f);
    if (f.getDefaultValueLiteral() == null && !object.eIsSet(f)) return null;
    // Where unset would read as the default, no value at all is the empty text.
    return value == null
        ? ""
        : EcoreUtil.convertToString(((EAttribute) f).getEAttributeType(), value);
  }

  private @Nullable String references(EObject object, EReference f) throws IOException {
    List<?> targets = values(object, f);
    if (targets.isEmpty()) return null;
    StringBuilder all = new StringBuilder();
    for (Object target : targets) {
      String id = ((NamedElement) target).getId();
      if (id == null || ids.get(id) != target) {
        throw refused(object, f.getName() + " refers to something outside the model");
      }
      all.append(all.isEmpty() ? "" : " ").append(id);
    }
    return all.toString();
  }

  private void text(EObject object, EAttribute f, Object value, String indent) throws IOException {
    String text = EcoreUtil.convertToString(f.getEAttributeType(), value);
    out.append(indent).append('<').append(f.getName()).append('>');
    escape(object, f, text);
    out.append("</").append(f.getName()).append(">\n");
  }

  private void escape(EObject object, EStructuralFeature f, String value) throws IOException {
    for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
      int c = value.codePointAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\t', '\n', '\r' -> out.append("&#x").append(Integer.toHexString(c)).append(';');
        default -> {
          if (!isXml(c)) {
            String code = "U+" + String.format("%04X", c);
            throw refused(object, f.getName() + " holds the character " + code);
          }
          out.appendCodePoint(c);
        }
      }
    }
  }

  /** Char of XML 1.0 §2.2. */
  private static boolean isXml(int c) {
    return c >= 0x20 && c <= 0xd7ff || c >= 0xe000 && c <= 0xfffd || c >= 0x10000;
  }

  private static IOException refused(EObject object, String why) {
    return new IOException("the model cannot be saved: " + describe(object) + " " + why);
  }

  private static String describe(EObject object) {
    for (EObject o = object; o != null; o = o.eContainer()) {
      if (o instanceof NamedElement e) {
        return o.eClass().getName() + " '" + (e.getId() == null ? e.getName() : e.getId()) + "'";
      }
    }
    return object.eClass().getName();
  }
}
