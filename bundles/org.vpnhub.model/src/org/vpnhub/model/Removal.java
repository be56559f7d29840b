package org.vpnhub.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Takes elements out of a network together with what cannot be without them: of a site all that was
 * generated from it; of a VPN gateway the routes that lead to it; of a connection the routes of its
 * gateway that lead into it, and the VPC routes of its site when no other connection of the site is
 * left at the gateway. Every other reference to what is gone is cleared.
 */
@NullMarked
public final class Removal {
  private final Set<EObject> gone = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<EObject> all = new ArrayList<>();

  private Removal(Network network) {
    EcoreUtil.<EObject>getAllContents(network, false).forEachRemaining(all::add);
  }

  /**
   * Whether an element can go by itself: the network, the System route table of a VPC and the only
   * tunnel of a connection cannot.
   */
  public static boolean isPossible(NamedElement element) {
    return switch (element) {
      case Network _ -> false;
      case RouteTable t -> t.getRouteTableType() != RouteTableType.SYSTEM;
      case Tunnel t -> t.getVpnConnection() == null || t.getVpnConnection().getTunnels().size() > 1;
      default -> element.eContainer() != null;
    };
  }

  /** Removes elements of one network; those that are in none are passed over. */
  public static void remove(Collection<? extends NamedElement> elements) {
    List<? extends NamedElement> there =
        elements.stream().filter(e -> e.eContainer() != null).toList();
    if (there.isEmpty()) return;
    if (!(EcoreUtil.getRootContainer(there.getFirst()) instanceof Network network)) return;
    Removal removal = new Removal(network);
    removal.gone.addAll(there);
    removal.run();
  }

  private void run() {
    spread();
    for (EObject e : all) if (!gone.contains(e)) forget(e);
    List<EObject> roots = gone.stream().filter(e -> !gone.contains(e.eContainer())).toList();
    roots.forEach(EcoreUtil::remove);
  }

  /** Adds what depends on what is gone, until nothing more does. */
  private void spread() {
    int before;
    do {
      before = gone.size();
      for (EObject e : all) if (!gone.contains(e) && depends(e)) gone.add(e);
    } while (gone.size() > before);
  }

  private boolean depends(EObject e) {
    if (gone.contains(e.eContainer())) return true;
    return switch (e) {
      case DestinationRoute r -> isGone(r.getNextHop());
      case PolicyRoute r -> isGone(r.getNextHop());
      case CustomerGateway c -> isGone(c.getSite());
      case VpnConnection c -> isGone(c.getSite());
      case RouteEntry r -> isGone(r.getSite()) || isGone(r.getNextHop()) || isCutOff(r);
      default -> false;
    };
  }

  private boolean isGone(@Nullable EObject e) {
    return e != null && gone.contains(e);
  }

  /** Whether all connections of the route's site at its gateway are among what is removed. */
  private boolean isCutOff(RouteEntry route) {
    if (route.getSite() == null || route.getNextHop() == null) return false;
    boolean wasConnected = false;
    for (VpnConnection c : route.getNextHop().getConnections()) {
      if (c.getSite() != route.getSite()) continue;
      if (!gone.contains(c)) return false;
      wasConnected = true;
    }
    return wasConnected;
  }

  private void forget(EObject e) {
    for (EReference r : e.eClass().getEAllReferences()) {
      if (r.isContainment() || r.isContainer()) continue;
      if (r.isMany()) ((List<?>) e.eGet(r)).removeIf(gone::contains);
      else if (e.eGet(r) instanceof EObject target && gone.contains(target)) e.eUnset(r);
    }
  }
}
