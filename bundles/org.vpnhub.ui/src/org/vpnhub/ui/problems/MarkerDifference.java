package org.vpnhub.ui.problems;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What has to happen to the markers of a file, so that those which are still right stay as they
 * are.
 *
 * @param gone markers to delete
 * @param fresh markers to create, in order
 */
record MarkerDifference<M>(List<M> gone, List<MarkerSpec> fresh) {

  static <M> MarkerDifference<M> of(Map<M, MarkerSpec> present, List<MarkerSpec> wanted) {
    Map<MarkerSpec, Deque<M>> left = new HashMap<>();
    present.forEach((m, spec) -> left.computeIfAbsent(spec, s -> new ArrayDeque<>()).add(m));
    List<MarkerSpec> fresh = new ArrayList<>();
    for (MarkerSpec spec : wanted) {
      Deque<M> same = left.get(spec);
      if (same == null || same.poll() == null) fresh.add(spec);
    }
    List<M> gone = new ArrayList<>();
    left.values().forEach(gone::addAll);
    return new MarkerDifference<>(gone, fresh);
  }
}
