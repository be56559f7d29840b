package org.vpnhub.ui.wizards.logic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.ExporterRegistry;
import org.vpnhub.model.Network;
import org.vpnhub.model.Site;
import org.vpnhub.model.SiteFacts;
import org.vpnhub.model.SiteSync;
import org.vpnhub.model.SiteTable;
import org.vpnhub.model.VpnGateway;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.planner.SelectorModes;
import org.vpnhub.ui.NewSites;
import org.vpnhub.validation.SecurityProfile;

/**
 * A table of sites against the sites of a network: which are new, which differ, which are equal.
 */
public final class CsvMerge {
  /** What is done with a row. */
  public enum Action {
    ADD("add"),
    UPDATE("update"),
    SKIP("skip");

    private final String word;

    Action(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  /**
   * One row of the table.
   *
   * @param cells as read
   * @param site the site of that name in the network; empty when the row is new
   * @param changes what the row says otherwise than the site, in words; empty when nothing
   */
  public record Item(SiteCells cells, Optional<Site> site, List<String> changes) {
    public Item {
      changes = List.copyOf(changes);
    }

    /** What can be done with it, the proposed first. */
    public List<Action> actions() {
      if (site.isEmpty()) return List.of(Action.ADD, Action.SKIP);
      return changes.isEmpty() ? List.of(Action.SKIP) : List.of(Action.UPDATE, Action.SKIP);
    }

    /** How it stands to the network, in words. */
    public String state() {
      if (site.isEmpty()) return "new";
      return changes.isEmpty() ? "as in the model" : String.join("; ", changes);
    }
  }

  private CsvMerge() {}

  /** Compares; of two rows of one name both are compared with the same site. */
  public static List<Item> compare(Network network, List<SiteCells> rows) {
    Map<String, Site> byName = new HashMap<>();
    for (Site s : network.getSites()) byName.putIfAbsent(SiteCells.of(s).name(), s);
    List<Item> items = new ArrayList<>();
    for (SiteCells cells : rows) {
      Optional<Site> site = Optional.ofNullable(byName.get(cells.name().strip()));
      items.add(new Item(cells, site, site.map(s -> changes(s, cells)).orElse(List.of())));
    }
    return items;
  }

  /** Empty cells leave the site as it is. */
  private static List<String> changes(Site site, SiteCells cells) {
    SiteCells present = SiteCells.of(site);
    List<String> changes = new ArrayList<>();
    for (SiteColumn c : SiteColumn.values()) {
      boolean differs =
          c == SiteColumn.CIDRS
              ? !new HashSet<>(present.prefixes()).equals(new HashSet<>(cells.prefixes()))
              : !words(present.get(c)).equals(words(cells.get(c)));
      if (cells.get(c).isBlank() || !differs) continue;
      String before = present.get(c).isEmpty() ? "none" : present.get(c);
      String title = c.word();
      changes.add(title + " " + before + " → " + cells.get(c).strip());
    }
    return changes;
  }

  /** However the words of a cell are separated. */
  private static String words(String cell) {
    return cell.replaceAll("[\\s,;]+", " ").strip();
  }

  /**
   * What is wrong with the rows that are to be added or updated; the row of a fault is its index in
   * the list.
   */
  public static List<Fault> faults(
      Network network, List<Item> items, List<Action> actions, List<DeviceCapabilities> devices) {
    Set<Site> changing = new HashSet<>();
    List<SiteCells> rows = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      boolean skipped = actions.get(i) == Action.SKIP;
      if (!skipped) item.site().ifPresent(changing::add);
      rows.add(
          skipped ? SiteCells.BLANK : item.site().map(s -> filled(s, item)).orElse(item.cells()));
    }
    return SiteCheck.check(rows, Neighbours.of(network, changing), devices);
  }

  /** The cells with the site's own values where they are empty. */
  private static SiteCells filled(Site site, Item item) {
    SiteCells present = SiteCells.of(site);
    SiteCells filled = item.cells();
    for (SiteColumn c : SiteColumn.values()) {
      if (filled.get(c).isBlank()) filled = filled.with(c, present.get(c));
    }
    return filled;
  }

  /** How many rows are added, updated and skipped, in words. */
  public static String summary(List<Action> actions) {
    Map<Action, Long> counts =
        actions.stream().collect(Collectors.groupingBy(a -> a, Collectors.counting()));
    return counts.getOrDefault(Action.ADD, 0L)
        + " to add, "
        + counts.getOrDefault(Action.UPDATE, 0L)
        + " to update, "
        + counts.getOrDefault(Action.SKIP, 0L)
        + " to skip";
  }

  /**
   * Adds and updates in one step that can be undone.
   *
   * @return the sites that were added
   */
  public static List<Site> apply(
      ModelDocument document,
      VpnGateway gateway,
      List<Item> items,
      List<Action> actions,
      ExporterRegistry exporters,
      SecurityProfile security) {
    List<Site> added = new ArrayList<>();
    document.execute(
        "Import sites",
        () -> {
          List<SiteTable.Row> fresh = new ArrayList<>();
          for (int i = 0; i < items.size(); i++) {
            if (actions.get(i) == Action.ADD) fresh.add(items.get(i).cells().row());
            if (actions.get(i) == Action.UPDATE) update(items.get(i), exporters);
          }
          added.addAll(NewSites.add(gateway, fresh, exporters, security));
        });
    return added;
  }

  private static void update(Item item, ExporterRegistry exporters) {
    Site site = item.site().orElseThrow();
    SiteCells cells = filled(site, item);
    site.setPublicIp(cells.publicIp().strip());
    if (!new HashSet<>(site.getCidrs()).equals(new HashSet<>(cells.prefixes()))) {
      site.getCidrs().clear();
      site.getCidrs().addAll(cells.prefixes());
    }
    if (!cells.device().isBlank()) {
      SelectorModes.setDevice(site, cells.device().strip(), exporters::suitingMode);
    }
    if (!cells.release().isBlank()) site.setDeviceRelease(cells.release().strip());
    SiteFacts.set(site, cells.facts());
    SiteSync.update(site);
    SecurityProfile.onePairEach(site);
  }
}
