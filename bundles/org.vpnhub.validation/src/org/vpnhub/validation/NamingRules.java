package org.vpnhub.validation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.vpnhub.model.CustomerGateway;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Profile;
import org.vpnhub.model.Region;
import org.vpnhub.model.RouteEntry;
import org.vpnhub.model.RouteTable;
import org.vpnhub.model.Site;
import org.vpnhub.model.Tag;
import org.vpnhub.model.VSwitch;
import org.vpnhub.model.Vpc;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnGateway;

/** Section C1: names, descriptions and tags. */
final class NamingRules {
  private static final int TAG_KEY = 64;
  private static final int TAG_VALUE = 128;

  private NamingRules() {}

  /** N01. An element without a name goes by its id, which is allowed. */
  static void name(ModelIndex in, Report out) {
    boolean cloud = in.profile != Profile.HUB_NATIVE;
    for (NamedElement e : in.elements) {
      if (e.getName() == null) continue;
      boolean resource = cloud && isCloudResource(e);
      Limits limits = resource ? in.limits : Limits.of(Profile.HUB_NATIVE);
      String fault = nameFault(e, limits, resource, in.profile);
      if (fault.isEmpty()) continue;
      out.add(
          e,
          "the name " + Labels.quote(e.getName()) + " " + fault,
          "use a name of "
              + limits.nameMin()
              + " to "
              + limits.nameMax()
              + (resource ? " characters that profile " + in.profile + " allows" : " characters"));
    }
  }

  private static String nameFault(
      NamedElement e, Limits limits, boolean resource, Profile profile) {
    String name = e.getName();
    int length = name.codePointCount(0, name.length());
    if (length < limits.nameMin() || length > limits.nameMax()) {
      return "has length "
          + length
          + "; profile "
          + profile
          + " wants "
          + limits.nameMin()
          + " to "
          + limits.nameMax();
    }
    if (name.isBlank() || name.codePoints().anyMatch(Labels::isControl)) {
      return "is not printable";
    }
    if (resource && isWebAddress(name)) return "starts like a web address";
    if (profile == Profile.ALIBABA_2018 && isVpnResource(e)) return cloudCharacters(name);
    return "";
  }

  /** Create VPN gateway: a letter first, then letters, digits, full stop, underscore, hyphen. */
  private static String cloudCharacters(String name) {
    if (!Character.isLetter(name.codePointAt(0))) {
      return "does not start with a letter, as profile alibaba-2018 wants";
    }
    boolean fits =
        name.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || "._-".indexOf(c) >= 0);
    return fits ? "" : "has other characters than letters, digits, '.', '_' and '-'";
  }

  /** N02. */
  static void description(ModelIndex in, Report out) {
    for (NamedElement e : in.elements) {
      String text = e.getDescription();
      if (text == null || text.isEmpty() || !isCloudResource(e)) continue;
      int length = text.codePointCount(0, text.length());
      int max =
          e instanceof CustomerGateway
              ? in.limits.peerDescriptionMax()
              : in.limits.descriptionMax();
      if (length < in.limits.descriptionMin() || length > max) {
        out.add(
            e,
            "the description has length " + length,
            "use " + in.limits.descriptionMin() + " to " + max + " characters");
      } else if (isWebAddress(text)) {
        out.add(
            e,
            "the description starts like a web address",
            "start it with something else than http:// or https://");
      }
    }
  }

  /** N03. */
  static void duplicateName(ModelIndex in, Report out) {
    for (Region region : in.all(Region.class)) {
      unique(in.all(Vpc.class).stream().filter(v -> v.getRegion() == region).toList(), out);
      unique(region.getCustomerGateways(), out);
      List<VpnGateway> gateways =
          in.all(VpnGateway.class).stream().filter(g -> g.getVpc().getRegion() == region).toList();
      unique(gateways, out);
      unique(gateways.stream().flatMap(g -> g.getConnections().stream()).toList(), out);
    }
    for (Vpc vpc : in.all(Vpc.class)) unique(vpc.getVSwitches(), out);
    unique(in.all(Site.class), out);
  }

  private static void unique(List<? extends NamedElement> siblings, Report out) {
    Map<String, NamedElement> first = new HashMap<>();
    for (NamedElement e : siblings) {
      if (e.getName() == null) continue;
      NamedElement other = first.putIfAbsent(e.getName(), e);
      if (other == null) continue;
      String twin = other.getId() == null ? Labels.of(other) : other.getId();
      out.add(e, "has the same name as " + twin, "give one of the two another name");
    }
  }

  /** N04. Tags that no profile could hold, and the limits of the cloud. */
  static void tags(ModelIndex in, Report out) {
    for (NamedElement e : in.elements) {
      if (e.getTags().size() > in.limits.tags()) {
        out.add(
            e, "has " + e.getTags().size() + " tags", "keep at most " + in.limits.tags() + " tags");
      }
      Set<String> keys = new HashSet<>();
      for (Tag tag : e.getTags()) {
        String key = tag.getKey() == null ? "" : tag.getKey();
        String fault = keys.add(key) ? tagFault(tag, key, in.profile) : "occurs twice";
        if (!fault.isEmpty()) {
          out.add(e, "the tag " + Labels.quote(key) + " " + fault, "change the tag or remove it");
        }
      }
    }
  }

  private static String tagFault(Tag tag, String key, Profile profile) {
    if (key.isEmpty()) return "has no key";
    if (profile == Profile.HUB_NATIVE) return "";
    String value = tag.getValue() == null ? "" : tag.getValue();
    if (key.length() > TAG_KEY) return "has a key of more than " + TAG_KEY + " characters";
    if (value.length() > TAG_VALUE) return "has a value of more than " + TAG_VALUE + " characters";
    String small = key.toLowerCase(Locale.ROOT);
    if (small.startsWith("aliyun") || small.startsWith("acs:")) {
      return "has a key that the cloud keeps for itself";
    }
    return hasWebAddress(small) || hasWebAddress(value) ? "holds http:// or https://" : "";
  }

  private static boolean hasWebAddress(String text) {
    String small = text.toLowerCase(Locale.ROOT);
    return small.contains("http://") || small.contains("https://");
  }

  private static boolean isWebAddress(String text) {
    String small = text.toLowerCase(Locale.ROOT);
    return small.startsWith("http://") || small.startsWith("https://");
  }

  private static boolean isCloudResource(NamedElement e) {
    return isVpnResource(e)
        || e instanceof Vpc
        || e instanceof VSwitch
        || e instanceof RouteTable
        || e instanceof RouteEntry;
  }

  private static boolean isVpnResource(NamedElement e) {
    return e instanceof VpnGateway || e instanceof CustomerGateway || e instanceof VpnConnection;
  }
}
