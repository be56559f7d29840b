package org.vpnhub.ui.secrets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jspecify.annotations.Nullable;
import org.vpnhub.model.CustomerGateway;
import org.vpnhub.model.IkeConfig;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Network;
import org.vpnhub.model.Site;
import org.vpnhub.model.SiteSync;
import org.vpnhub.model.Tunnel;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.VpnGateway;
import org.vpnhub.planner.Planner;

/** Which keys the elements of a model use. Knows references only, never a key. */
final class KeyUse {
  private static final int MAX_WORD = 40;

  private KeyUse() {}

  /** All tunnels of a network. */
  static List<Tunnel> tunnels(Network network) {
    return Planner.gateways(network).stream()
        .flatMap(g -> g.getConnections().stream())
        .flatMap(c -> c.getTunnels().stream())
        .toList();
  }

  /** The tunnels of some elements: of a site and a gateway all, of a connection both. */
  static List<Tunnel> tunnels(Collection<? extends NamedElement> elements) {
    Set<Tunnel> all = new LinkedHashSet<>();
    for (NamedElement e : elements) {
      switch (e) {
        case Tunnel t -> all.add(t);
        case VpnConnection c -> all.addAll(c.getTunnels());
        case Site s -> SiteSync.connections(s).forEach(c -> all.addAll(c.getTunnels()));
        case VpnGateway g -> g.getConnections().forEach(c -> all.addAll(c.getTunnels()));
        case Network n -> all.addAll(tunnels(n));
        default -> {}
      }
    }
    return List.copyOf(all);
  }

  /** The tunnels of the element with an id; none when it is not there or has none. */
  static List<Tunnel> tunnels(Network network, String elementId) {
    for (var all = EcoreUtil.<EObject>getAllContents(network, false); all.hasNext(); ) {
      if (all.next() instanceof NamedElement e && Objects.equals(e.getId(), elementId)) {
        return tunnels(List.of(e));
      }
    }
    return List.of();
  }

  /** The reference to the secret store; empty for none. */
  static String reference(Tunnel tunnel) {
    IkeConfig ike = tunnel.getIkeConfig();
    return ike == null || ike.getPskReference() == null ? "" : ike.getPskReference().strip();
  }

  /** Whether the key of a tunnel stands in the model itself. */
  static boolean isLiteral(Tunnel tunnel) {
    IkeConfig ike = tunnel.getIkeConfig();
    boolean hasKey = ike != null && ike.getPsk() != null && !ike.getPsk().isEmpty();
    return hasKey && reference(tunnel).isEmpty();
  }

  /** The references of tunnels, sorted. */
  static List<String> references(Collection<Tunnel> tunnels) {
    Set<String> all = new TreeSet<>();
    for (Tunnel t : tunnels) if (!reference(t).isEmpty()) all.add(reference(t));
    return List.copyOf(all);
  }

  /** The names of the far ends whose devices use one of these references, sorted. */
  static List<String> devices(Network network, Collection<String> references) {
    Set<String> names = new TreeSet<>();
    for (Tunnel t : tunnels(network)) if (references.contains(reference(t))) names.add(farEnd(t));
    return List.copyOf(names);
  }

  /** The site of a tunnel, or what stands for it. */
  static String farEnd(Tunnel tunnel) {
    VpnConnection connection = tunnel.getVpnConnection();
    CustomerGateway peer = tunnel.getCustomerGateway();
    @Nullable NamedElement end = connection == null ? null : connection.getSite();
    if (end == null && peer != null) end = peer.getSite() == null ? peer : peer.getSite();
    if (end == null) end = connection == null ? tunnel : connection;
    String name = end.getName();
    return name == null || name.isBlank() ? String.valueOf(end.getId()) : name;
  }

  /** Whether a device of another site uses the same reference. */
  static boolean isShared(Network network, Tunnel tunnel) {
    return devices(network, List.of(reference(tunnel))).size() > 1;
  }

  /** A reference that no tunnel of the network and nothing in a list uses: {@code psk-hangzhou}. */
  static String freshReference(Network network, Tunnel tunnel, Collection<String> taken) {
    List<String> used = new ArrayList<>(references(tunnels(network)));
    used.addAll(taken);
    String word = farEnd(tunnel).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
    word = word.substring(0, Math.min(word.length(), MAX_WORD)).replaceAll("^[-.]+|[-.]+$", "");
    String first = "psk-" + (word.isEmpty() ? tunnel.getId() : word);
    String reference = first;
    for (int n = 2; used.contains(reference); n++) reference = first + "-" + n;
    return reference;
  }

  /** Lets a tunnel use a key of the secret store, and none in the model. */
  static void refer(Tunnel tunnel, String reference) {
    IkeConfig ike = tunnel.getIkeConfig();
    if (ike == null) return;
    ike.setPskReference(reference);
    ike.setPsk(null);
  }
}
