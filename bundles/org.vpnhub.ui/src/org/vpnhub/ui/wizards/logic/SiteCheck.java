package org.vpnhub.ui.wizards.logic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vpnhub.base.Ipv4Address;
import org.vpnhub.base.Ipv4Prefix;
import org.vpnhub.base.Severity;
import org.vpnhub.exporter.DeviceCapabilities;
import org.vpnhub.exporter.SiteFact;
import org.vpnhub.model.SiteFacts;

/**
 * Checks a table of sites while it is typed. Only what concerns the cells; the validator judges the
 * network that comes of them.
 */
public final class SiteCheck {
  private static final int LONGEST_NAME = 128;

  /** A prefix, and the row that it stands in or {@link Fault#NO_ROW} for one that was there. */
  private record Placed(Ipv4Prefix prefix, int row, String owner) {}

  private final boolean table;
  private final Neighbours neighbours;
  private final Map<String, DeviceCapabilities> devices = new HashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private final Set<String> names;
  private final Map<Ipv4Address, String> addresses;
  private final List<Placed> placed = new ArrayList<>();

  private SiteCheck(boolean table, Neighbours neighbours, List<DeviceCapabilities> devices) {
    this.table = table;
    this.neighbours = neighbours;
    devices.forEach(d -> this.devices.put(d.id(), d));
    names = new HashSet<>(neighbours.names());
    addresses = new HashMap<>(neighbours.addresses());
    neighbours.prefixes().forEach(o -> placed.add(new Placed(o.prefix(), Fault.NO_ROW, o.owner())));
  }

  /** All faults, by row and column; blank rows have none. */
  public static List<Fault> check(
      List<SiteCells> rows, Neighbours neighbours, List<DeviceCapabilities> devices) {
    SiteCheck check = new SiteCheck(true, neighbours, devices);
    for (int i = 0; i < rows.size(); i++) {
      if (!rows.get(i).isBlank()) check.row(i, rows.get(i));
    }
    check.overlaps();
    check.faults.sort(Comparator.comparingInt(Fault::row));
    return check.faults;
  }

  /** The faults of a form for one site, which need not say whose they are. */
  public static List<Fault> checkOne(
      SiteCells site, Neighbours neighbours, List<DeviceCapabilities> devices) {
    SiteCheck check = new SiteCheck(false, neighbours, devices);
    check.row(0, site);
    check.overlaps();
    return check.faults;
  }

  private void row(int row, SiteCells cells) {
    name(row, cells);
    publicIp(row, cells);
    prefixes(row, cells);
    device(row, cells);
    facts(row, cells);
  }

  private void name(int row, SiteCells cells) {
    String name = cells.name().strip();
    if (name.isEmpty()) {
      error(row, cells, SiteColumn.NAME, "is missing");
    } else if (name.length() > LONGEST_NAME) {
      error(row, cells, SiteColumn.NAME, "is longer than " + LONGEST_NAME + " characters");
    } else if (!names.add(name)) {
      error(row, cells, SiteColumn.NAME, "is there already; choose another");
    }
  }

  private void publicIp(int row, SiteCells cells) {
    String text = cells.publicIp().strip();
    if (text.isEmpty()) {
      error(row, cells, SiteColumn.PUBLIC_IP, "is missing; write one such as 203.0.113.10");
      return;
    }
    try {
      Ipv4Address address = Ipv4Address.parse(text);
      String other = addresses.putIfAbsent(address, cells.name().strip());
      if (other != null) {
        error(row, cells, SiteColumn.PUBLIC_IP, address + " is already that of " + other);
      }
    } catch (IllegalArgumentException e) {
      error(row, cells, SiteColumn.PUBLIC_IP, e.getMessage());
    }
  }

  private void prefixes(int row, SiteCells cells) {
    List<String> texts = cells.prefixes();
    if (texts.isEmpty()) {
      error(row, cells, SiteColumn.CIDRS, "are missing; write at least one such as 10.10.10.0/24");
    }
    for (String text : texts) {
      try {
        Ipv4Prefix prefix = Ipv4Prefix.parse(text);
        placed.add(new Placed(prefix, row, cells.name().strip()));
        neighbours.vpc().stream()
            .filter(prefix::overlaps)
            .findFirst()
            .ifPresent(v -> error(row, cells, SiteColumn.CIDRS, text + " overlaps the VPC, " + v));
      } catch (IllegalArgumentException e) {
        error(row, cells, SiteColumn.CIDRS, e.getMessage());
      }
    }
  }

  private void device(int row, SiteCells cells) {
    String id = cells.device().strip();
    if (id.isEmpty()) {
      add(
          row,
          cells,
          SiteColumn.DEVICE,
          Severity.INFO,
          "is not chosen; its configuration cannot be exported yet");
      return;
    }
    DeviceCapabilities device = devices.get(id);
    if (device == null) {
      add(
          row,
          cells,
          SiteColumn.DEVICE,
          Severity.WARNING,
          devices.isEmpty()
              ? "'" + id + "' has no exporter: none is installed"
              : "'" + id + "' has no exporter; choose one of the list, or leave it empty");
    } else if (device.isTooOld(cells.release())) {
      add(
          row,
          cells,
          SiteColumn.RELEASE,
          Severity.WARNING,
          cells.release() + " is older than the oldest supported, " + device.release("").name());
    }
  }

  private void facts(int row, SiteCells cells) {
    DeviceCapabilities device = devices.get(cells.device().strip());
    Map<SiteFact, String> needs = device == null ? Map.of() : device.needs();
    for (SiteColumn c : SiteColumn.values()) {
      if (!SiteFacts.fits(c.column(), cells.get(c))) {
        error(row, cells, c, "'" + cells.get(c) + "' is no number; give one, or nothing");
      } else {
        c.fact().filter(needs::containsKey).ifPresent(f -> fact(row, cells, c, f, needs.get(f)));
      }
    }
  }

  private void fact(int row, SiteCells cells, SiteColumn column, SiteFact fact, String example) {
    if (cells.get(column).isBlank()) {
      String what = fact == SiteFact.LAN_INTERFACE ? "are" : "is";
      what += " needed before the configuration can be exported, such as " + example;
      add(row, cells, column, Severity.INFO, what);
      return;
    }
    SiteFacts.values(column.column(), cells.get(column)).stream()
        .flatMap(value -> fact.objection(value).stream())
        .findFirst()
        .ifPresent(fault -> error(row, cells, column, fault + "; give one such as " + example));
  }

  /** Prefixes nest or are disjoint: in their order, those that hold the next are a stack. */
  private void overlaps() {
    placed.sort(Comparator.comparing(Placed::prefix));
    Deque<Placed> around = new ArrayDeque<>();
    for (Placed p : placed) {
      while (!around.isEmpty() && !around.peek().prefix().contains(p.prefix())) around.pop();
      if (!around.isEmpty()) overlap(p, around.peek());
      around.push(p);
    }
  }

  private void overlap(Placed inner, Placed outer) {
    if (inner.row() == outer.row()) return;
    boolean laterIsInner = inner.row() > outer.row();
    Placed at = laterIsInner ? inner : outer;
    Placed other = laterIsInner ? outer : inner;
    String message = at.prefix() + " overlaps " + other.prefix() + " of site " + other.owner();
    faults.add(fault(at.row(), at.owner(), SiteColumn.CIDRS, Severity.ERROR, ": " + message));
  }

  private void error(int row, SiteCells cells, SiteColumn column, String what) {
    add(row, cells, column, Severity.ERROR, what);
  }

  private void add(int row, SiteCells cells, SiteColumn column, Severity severity, String what) {
    boolean value = what.startsWith("'") || Character.isDigit(what.charAt(0));
    faults.add(fault(row, cells.name().strip(), column, severity, (value ? ": " : " ") + what));
  }

  private Fault fault(int row, String name, SiteColumn column, Severity severity, String what) {
    String title = column.title();
    if (table) {
      String site = name.isEmpty() ? "Row " + (row + 1) : name;
      title = site + ", " + column.word();
    }
    return new Fault(column.field(), row, severity, title + what);
  }
}
