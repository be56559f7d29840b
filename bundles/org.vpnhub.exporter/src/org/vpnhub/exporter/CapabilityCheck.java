package org.vpnhub.exporter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.Problem;
import org.vpnhub.base.Secret;
import org.vpnhub.base.Severity;
import org.vpnhub.exporter.DeviceCapabilities.VolumeLimit;
import org.vpnhub.exporter.SelectorAbility.Style;
import org.vpnhub.plan.ChildPlan;
import org.vpnhub.plan.ConnectionPlan;
import org.vpnhub.plan.DevicePlan;
import org.vpnhub.plan.DhGroup;
import org.vpnhub.plan.Encryption;
import org.vpnhub.plan.Hash;
import org.vpnhub.plan.Identity;
import org.vpnhub.plan.IkeVersion;
import org.vpnhub.plan.IpsecPlan;
import org.vpnhub.plan.SitePlan;

/**
 * Holds the plan of a site against what a device can do, before anything is rendered.
 *
 * <p>Raises the rules C08 (key), C26 to C30 (selectors, algorithms, releases, lifetimes), D01 and
 * D02 (facts of the device), T07 (lifetime by volume), A09 and A10 (the site's own network), R14
 * (nothing to export) and C06 (key unknown).
 */
public final class CapabilityCheck {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@+-]{0,252}");

  private final SitePlan site;
  private final DeviceCapabilities device;
  private final DeviceRelease release;
  private final List<Problem> problems = new ArrayList<>();

  private CapabilityCheck(SitePlan site, DeviceCapabilities device) {
    this.site = site;
    this.device = device;
    this.release = device.release(site.device().release());
  }

  /** All that the device cannot do, or cannot do well; with an error among them it is refused. */
  public static List<Problem> check(SitePlan site, DeviceCapabilities device) {
    CapabilityCheck check = new CapabilityCheck(site, device);
    check.site();
    check.facts();
    for (ConnectionPlan c : site.gateway().connections()) check.connection(c);
    return List.copyOf(check.problems);
  }

  /** Like {@link #check(SitePlan, DeviceCapabilities)}, and the keys as well. */
  public static List<Problem> check(ExportRequest request, DeviceCapabilities device) {
    CapabilityCheck check = new CapabilityCheck(request.site(), device);
    check.site();
    check.facts();
    for (ConnectionPlan c : request.site().gateway().connections()) {
      check.connection(c);
      check.key(c, request.keys(), request.includeSecrets());
    }
    return List.copyOf(check.problems);
  }

  private void site() {
    if (site.gateway().connections().isEmpty()) {
      add(
          "R14",
          Severity.ERROR,
          site.id().value(),
          "site " + site.name(),
          "has no IPsec connection that can run, so there is nothing to configure",
          "add an IPsec connection for the site, or mend the one that was left out of the plan");
    }
    String wanted = site.device().release();
    if (device.isTooOld(wanted)) {
      add(
          "C30",
          Severity.WARNING,
          site.id().value(),
          "site " + site.name(),
          "runs "
              + device.vendor()
              + " "
              + wanted
              + ", older than the oldest release that is"
              + " supported, "
              + release.name(),
          "update the device, or check the configuration against its manual");
    }
  }

  /** What only the owner of the device knows is asked for, never guessed. */
  private void facts() {
    DevicePlan known = site.device();
    device
        .needs()
        .forEach(
            (fact, example) -> {
              String remedy = "set " + fact.field() + " of the site, for example to " + example;
              if (!fact.isKnown(known)) {
                aboutSite(
                    "D01",
                    "has a device, "
                        + device.title()
                        + ", whose configuration needs "
                        + fact.words(),
                    remedy);
              }
              for (String value : values(fact, known)) {
                fact.objection(value)
                    .ifPresent(fault -> aboutSite("D02", fact.words() + ": " + fault, remedy));
              }
            });
  }

  private static List<String> values(SiteFact fact, DevicePlan known) {
    List<String> values =
        switch (fact) {
          case WAN_INTERFACE -> List.of(known.wanInterface());
          case LAN_INTERFACE -> known.lanInterfaces();
          case WAN_ZONE -> List.of(known.wanZone());
          case LAN_ZONE -> List.of(known.lanZone());
          case VIRTUAL_ROUTER -> List.of(known.virtualRouter());
          case NEXT_HOP, TUNNEL_NUMBER, RULE_NUMBER -> List.of();
        };
    return fact.isKnown(known) ? values : List.of();
  }

  private void aboutSite(String code, String message, String remedy) {
    add(code, Severity.ERROR, site.id().value(), "site " + site.name(), message, remedy);
  }

  private void connection(ConnectionPlan c) {
    Optional<Algorithms> ike = Optional.ofNullable(release.ike().get(c.ike().version()));
    if (ike.isPresent()) {
      phase1(c, ike.get());
    } else {
      version(c);
    }
    phase2(c);
    lifetimes(c);
    selectors(c);
    ownNetwork(c);
    liveness(c);
    identity(c, "localId", c.remoteId());
    identity(c, "remoteId", c.localId());
  }

  /**
   * Names as hosts and mailboxes have them: others have no place in most configurations.
   *
   * @param field of the model, which sees the connection from the hub
   */
  private void identity(ConnectionPlan c, String field, Identity identity) {
    if (NAME.matcher(identity.toString()).matches()) return;
    about(
        c,
        "D02",
        Severity.ERROR,
        "the identity '"
            + ShellText.oneLine(identity.toString())
            + "' is no name of a host or mailbox, and cannot be written",
        "set " + field + " to an address or a name such as office.example.com");
  }

  private void version(ConnectionPlan c) {
    IkeVersion version = c.ike().version();
    boolean other = device.ikeVersions().contains(version);
    lacking(
        c,
        other,
        "cannot speak " + version,
        "use " + words(other ? device.ikeVersions() : release.ike().keySet()));
  }

  private void phase1(ConnectionPlan c, Algorithms can) {
    IkeVersion version = c.ike().version();
    String phase = " in phase 1 (" + version + ")";
    List<Algorithms> releases =
        device.releases().stream().map(r -> r.ike().get(version)).filter(a -> a != null).toList();
    encryption(c, phase, c.ike().encryption(), can, releases);
    hash(c, phase, c.ike().hash(), can, releases);
    group(c, phase, c.ike().group(), can, releases);
  }

  private void phase2(ConnectionPlan c) {
    String phase = " in phase 2 (ESP)";
    IpsecPlan ipsec = c.ipsec();
    Algorithms can = release.esp();
    List<Algorithms> releases = device.releases().stream().map(DeviceRelease::esp).toList();
    encryption(c, phase, ipsec.encryption(), can, releases);
    ipsec.hash().ifPresent(h -> hash(c, phase, h, can, releases));
    ipsec.pfs().ifPresent(g -> group(c, phase, g, can, releases));
    if (!ipsec.encryption().isAead() && ipsec.hash().isEmpty()) {
      lacking(
          c,
          false,
          "does not run " + ipsec.encryption() + " without an integrity algorithm" + phase,
          "choose sha256 as IPsec authentication, or aes256gcm16 as cipher");
    }
    if (!device.pfsSettable() && c.ike().version() == IkeVersion.IKEV2) {
      about(
          c,
          "C28",
          Severity.WARNING,
          "the device decides itself about perfect forward secrecy; with IKEv2 a difference shows"
              + " only at the first rekey, when the tunnel breaks",
          "set PFS of the connection to what the device does, and rehearse a rekey");
    }
  }

  private void lifetimes(ConnectionPlan c) {
    lifetime(c, "phase 1", c.ike().lifetimeSeconds(), device.ikeLifetimes());
    lifetime(c, "phase 2", c.ipsec().lifetimeSeconds(), device.espLifetimes());
    if (device.volumeLimit() == VolumeLimit.RAISED) {
      about(
          c,
          "T07",
          Severity.INFO,
          device.title()
              + " cannot switch off the lifetime by volume; it is set to the largest value",
          "expect a rekey by volume on a very busy tunnel");
    }
  }

  private void lifetime(ConnectionPlan c, String phase, int seconds, Lifetimes can) {
    if (can.contains(seconds)) return;
    lacking(
        c, false, "cannot have a lifetime of " + seconds + " s in " + phase, "set one of " + can);
  }

  private void encryption(
      ConnectionPlan c, String phase, Encryption wanted, Algorithms can, List<Algorithms> all) {
    if (can.encryptions().contains(wanted)) return;
    boolean other = all.stream().anyMatch(a -> a.encryptions().contains(wanted));
    lacking(c, other, "has no cipher " + wanted + phase, "use one of " + words(can.encryptions()));
  }

  private void hash(
      ConnectionPlan c, String phase, Hash wanted, Algorithms can, List<Algorithms> all) {
    if (can.hashes().contains(wanted)) return;
    boolean other = all.stream().anyMatch(a -> a.hashes().contains(wanted));
    lacking(c, other, "has no hash " + wanted + phase, "use one of " + words(can.hashes()));
  }

  private void group(
      ConnectionPlan c, String phase, DhGroup wanted, Algorithms can, List<Algorithms> all) {
    if (can.groups().contains(wanted)) return;
    boolean other = all.stream().anyMatch(a -> a.groups().contains(wanted));
    lacking(c, other, "has no " + wanted + phase, "use one of " + words(can.groups()));
  }

  /** C27: no release can do it; C30: another release can. */
  private void lacking(ConnectionPlan c, boolean otherRelease, String what, String remedy) {
    String title = device.title() + (otherRelease ? " " + release.name() : "");
    about(c, otherRelease ? "C30" : "C27", Severity.ERROR, title + " " + what, remedy);
  }

  private void selectors(ConnectionPlan c) {
    SelectorAbility can = device.selectors();
    boolean canList = can.listPerChild() && c.ike().version() == IkeVersion.IKEV2;
    int pairs = c.children().stream().mapToInt(CapabilityCheck::pairs).sum();
    if (pairs > 1 && !canList) {
      about(
          c,
          "C26",
          can.splitsPairs() ? Severity.WARNING : Severity.ERROR,
          can.splitsPairs()
              ? "the device makes one SA for each pair of prefixes, and there are " + pairs
              : "the device takes one pair of prefixes, the plan has " + pairs,
          "summarise the prefixes, or use ikev2 where the device can list them");
    }
    boolean anyToAny = c.children().stream().allMatch(k -> isAny(k.local()) && isAny(k.remote()));
    if (can.style() == Style.ROUTE_BASED && !can.override() && !anyToAny) {
      about(
          c,
          "C29",
          c.ike().version() == IkeVersion.IKEV1 ? Severity.ERROR : Severity.WARNING,
          "the device offers 0.0.0.0/0 on both sides, the hub has other selectors",
          "set both networks of the connection to 0.0.0.0/0 and add destination routes");
    }
  }

  private void ownNetwork(ConnectionPlan c) {
    SelectorAbility can = device.selectors();
    if (can.style() != Style.POLICY_BASED) return;
    List<Ipv4Prefix> remote = c.children().stream().flatMap(k -> k.remote().stream()).toList();
    if (remote.contains(Ipv4Prefix.ANY)) {
      about(
          c,
          "A09",
          Severity.WARNING,
          "the remote side is 0.0.0.0/0 and the device is policy-based: all traffic of the site to"
              + " the Internet goes into the tunnel"
              + (can.bypass() ? "" : ", and that between its own networks too"),
          "set the site's selector mode to SUMMARY or EXPLICIT");
    } else if (!can.bypass()
        && remote.stream().anyMatch(r -> site.prefixes().stream().anyMatch(r::overlaps))) {
      about(
          c,
          "A10",
          Severity.WARNING,
          "the remote side holds the site's own network, and the exporter writes no bypass for it",
          "set the site's selector mode to EXPLICIT");
    }
  }

  private void liveness(ConnectionPlan c) {
    if (!c.natTraversal() && !device.natTraversalSwitchable()) {
      about(
          c,
          "C27",
          Severity.WARNING,
          device.title()
              + " cannot switch NAT traversal off; where a NAT is found it will use UDP"
              + " port 4500 all the same",
          "switch NAT traversal on, or see to it that no NAT is on the path");
    }
    if (c.dpd().enabled() && !device.dpd()) {
      about(
          c,
          "C27",
          Severity.WARNING,
          device.title() + " has no dead peer detection",
          "switch DPD off for this connection, or choose another device");
    }
  }

  private void key(
      ConnectionPlan c, Function<String, Optional<Secret>> keys, boolean includeSecrets) {
    Optional<Secret> key = keys.apply(c.pskReference());
    if (key.isEmpty() && includeSecrets) {
      about(
          c,
          "C06",
          Severity.WARNING,
          "the secret store has no key '" + c.pskReference() + "'; the file holds a placeholder",
          "store it: vpnhub secret set MODEL_FILE " + ShellText.quoted(c.pskReference()));
    }
    key.flatMap(k -> device.keys().objection(k.text()))
        .ifPresent(
            objection ->
                about(
                    c,
                    "C08",
                    Severity.ERROR,
                    "the pre-shared key '"
                        + c.pskReference()
                        + "' "
                        + objection
                        + " ("
                        + device.title()
                        + " takes "
                        + device.keys().minLength()
                        + " to "
                        + device.keys().maxLength()
                        + " characters: "
                        + device.keys().description()
                        + ")",
                    "vpnhub secret rotate " + ShellText.quoted(c.pskReference())));
  }

  private static int pairs(ChildPlan child) {
    return child.local().size() * child.remote().size();
  }

  private static boolean isAny(List<Ipv4Prefix> prefixes) {
    return prefixes.equals(List.of(Ipv4Prefix.ANY));
  }

  private static String words(Set<?> values) {
    if (values.isEmpty()) return "another device";
    return values.stream()
        .map(v -> (Enum<?>) v)
        .sorted()
        .map(Object::toString)
        .collect(Collectors.joining(", "));
  }

  private void about(
      ConnectionPlan c, String code, Severity severity, String message, String remedy) {
    add(code, severity, c.id().value(), "IPsec connection " + c.name(), message, remedy);
  }

  private void add(
      String code,
      Severity severity,
      String elementId,
      String element,
      String message,
      String remedy) {
    problems.add(new Problem(code, severity, elementId, element, message, remedy));
  }
}
