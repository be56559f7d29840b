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
    NEW,
    /** It has to be loaded anew. */
    CHANGED,
    /** It need not be touched. */
    UNCHANGED,
    /** It was exported into this folder before and is not part of the model any more. */
    GONE,
    /** Nothing could be written for it. */
    REFUSED
  }

  public SiteChange {
    files = List.copyOf(files);
    reasons = List.copyOf(reasons);
  }
}
