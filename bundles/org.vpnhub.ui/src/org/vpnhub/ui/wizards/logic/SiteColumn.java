package org.vpnhub.ui.wizards.logic;

/** The columns of the table of sites. */
public enum SiteColumn {
  NAME("name", "Name"),
  PUBLIC_IP("publicIp", "Public address"),
  CIDRS("cidrs", "Prefixes"),
  DEVICE("device", "Device"),
  RELEASE("release", "Release");

  private final String field;
  private final String title;

  SiteColumn(String field, String title) {
    this.field = field;
    this.title = title;
  }

  /** The last part of the id of a widget that edits it. */
  public String field() {
    return field;
  }

  public String title() {
    return title;
  }
}
