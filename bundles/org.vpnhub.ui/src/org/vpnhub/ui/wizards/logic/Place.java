package org.vpnhub.ui.wizards.logic;

import java.util.List;
import java.util.Objects;
import org.eclipse.emf.ecore.EObject;
import org.vpnhub.base.Problem;
import org.vpnhub.model.CustomerGateway;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Network;
import org.vpnhub.model.Region;
import org.vpnhub.model.RouteEntry;
import org.vpnhub.model.SelectorMode;
import org.vpnhub.model.Site;
import org.vpnhub.model.VpnConnection;

/**
 * The field of the wizard "New VPN Hub" to which a problem of the finished network leads.
 *
 * @param field the last part of the id of the field's widget
 * @param row the row of the table of sites, or {@link Fault#NO_ROW}
 */
public record Place(String field, int row) {
  public static final String PROFILE = "profile";
  public static final String SECURITY = "security";
  private static final List<String> REMOTE_SELECTORS = List.of("A09", "A10", "R14");
  private static final List<String> ALGORITHMS = List.of("C11", "C12", "C15", "C16", "C24", "C31");

  /** Where a problem of a network that was built from fields comes from. */
  public static Place of(Network network, Problem problem) {
    String code = problem.code();
    if (ALGORITHMS.contains(code)) return new Place(SECURITY, Fault.NO_ROW);
    for (var all = network.eAllContents(); all.hasNext(); ) {
      EObject e = all.next();
      if (e instanceof NamedElement n && Objects.equals(n.getId(), problem.elementId())) {
        return of(n, problem);
      }
    }
    return new Place(code.startsWith("N") ? NewHub.NAME : PROFILE, Fault.NO_ROW);
  }

  private static Place of(NamedElement element, Problem problem) {
    String code = problem.code();
    Site site =
        switch (element) {
          case Site s -> s;
          case CustomerGateway g -> g.getSite();
          case VpnConnection c -> c.getSite();
          case RouteEntry r -> r.getSite();
          default -> null;
        };
    if (site != null) return of(site, problem);
    if (element instanceof Region) return new Place(NewHub.REGION, Fault.NO_ROW);
    boolean address = code.startsWith("A") || code.startsWith("R");
    if (address) return new Place(NewHub.VPC_CIDR, Fault.NO_ROW);
    return new Place(
        code.startsWith("K") || code.startsWith("S") ? NewHub.GATEWAY_IP : PROFILE, Fault.NO_ROW);
  }

  private static Place of(Site site, Problem problem) {
    boolean isSummary = site.getSelectorMode() == SelectorMode.SUMMARY;
    if (isSummary && REMOTE_SELECTORS.contains(problem.code())) {
      return new Place(NewHub.SUMMARY, Fault.NO_ROW);
    }
    return new Place(column(problem).field(), site.getNetwork().getSites().indexOf(site));
  }

  private static SiteColumn column(Problem problem) {
    String code = problem.code();
    return switch (code.charAt(0)) {
      case 'D' -> SiteColumn.factIn(problem.remedy()).orElse(SiteColumn.DEVICE);
      case 'N' -> SiteColumn.NAME;
      case 'K' -> SiteColumn.PUBLIC_IP;
      case 'C' -> code.compareTo("C26") >= 0 ? SiteColumn.DEVICE : SiteColumn.CIDRS;
      case 'S' -> SiteColumn.DEVICE;
      default -> SiteColumn.CIDRS;
    };
  }
}
