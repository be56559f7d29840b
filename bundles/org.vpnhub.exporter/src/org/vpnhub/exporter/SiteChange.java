package org.vpnhub.exporter;

import java.util.List;

/**
 * What an export into a folder changed for one site.
 *
 * @param site the site as people know it
 * @param kind whether somebody has to go to its device
 * @param files names of the files that are new or differ, with their folder
 * @param reasons why, in words, for example {@code route into the tunnel: now 10.10.40.0/24, too}
 */
public record SiteChange(String site, Kind kind, List<String> files, List<String> reasons) {
  /** Whether somebody has to go to the device. */
  public enum Kind {
    /** There was no configuration for it. */
    NEW("new: load it into the device"),
    /** It has to be loaded anew. */
    CHANGED("changed: load it anew"),
    /** It need not be touched. */
    UNCHANGED("unchanged: nothing to do at the device"),
    /** It was exported into this folder before and is not part of the model any more. */
    GONE("gone: take it off the device"),
    /** Nothing could be written for it. */
    REFUSED("nothing written, see below");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** What it means for whoever looks after the device. */
    public String words() {
      return words;
    }
  }

  public SiteChange {
    files = List.copyOf(files);
    reasons = List.copyOf(reasons);
  }
}
