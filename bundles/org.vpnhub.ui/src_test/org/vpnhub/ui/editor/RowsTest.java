package org.vpnhub.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vpnhub.exporter.ExporterRegistry;
import org.vpnhub.model.Site;
import org.vpnhub.model.VpnhubPackage.Literals;

class RowsTest {
  private List<Site> sites;
  private Rows<Site> rows;

  @BeforeEach
  void build() {
    sites = TestNetworks.offices(12).getSites();
    rows = new Rows<>(SiteColumns.of(() -> new ExporterRegistry(List.of()), s -> "ok"));
  }

  private List<String> names() {
    return rows.of(sites).stream().map(Site::getName).toList();
  }

  @Test
  void keepsTheOrderOfTheModelUntilAHeaderIsClicked() {
    assertEquals(sites.stream().map(Site::getName).toList(), names());
  }

  @Test
  void sortsNumbersByValueAndTurnsAndEnds() {
    Column<Site> name = rows.columns().getFirst();
    rows.toggle(name);
    assertEquals(List.of("Office 1", "Office 2"), names().subList(0, 2));
    assertEquals("Office 12", names().getLast());
    rows.toggle(name);
    assertTrue(rows.descending());
    assertEquals("Office 12", names().getFirst());
    rows.toggle(name);
    assertEquals(null, rows.sorted());
    assertEquals("Office 1", names().getFirst());
  }

  @Test
  void filtersByAllWordsInAnyColumn() {
    rows.filter("  OFFICE 10.20.11. ");
    assertEquals(List.of("Office 12"), names());
    rows.filter("nowhere");
    assertEquals(List.of(), names());
  }

  @Test
  void copiesRowsForASpreadsheet() {
    String text = rows.tabSeparated(sites.subList(0, 1));
    String[] lines = text.split("\n");
    assertEquals(2, lines.length);
    assertTrue(lines[0].startsWith("Name\tPublic address\tPrefixes\t"), lines[0]);
    assertEquals("Office 1\t203.0.0.1\t10.20.0.0/24\tstrongswan\t5.9\tno\tEXPLICIT\tok", lines[1]);
  }

  @Test
  void fiveThousandRowsSortInAMoment() {
    List<Site> many = TestNetworks.offices(5000).getSites();
    rows.sort(rows.columns().get(2), true);
    long start = System.nanoTime();
    assertEquals("Office 5000", rows.of(many).getFirst().getName());
    assertTrue(System.nanoTime() - start < 5_000_000_000L);
  }

  @Test
  void everyColumnHasAnIdOfItsOwn() {
    long ids = rows.columns().stream().map(Column::id).distinct().count();
    assertEquals(rows.columns().size(), ids);
    assertEquals(Literals.SITE__CIDRS.getName(), rows.columns().get(2).id());
  }
}
