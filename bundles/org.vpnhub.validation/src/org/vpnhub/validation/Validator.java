package org.vpnhub.validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Network;
import org.vpnhub.model.Profile;

/** Checks models against the rules of {@link RuleCatalog}. */
public final class Validator {
  private Validator() {}

  /** All findings under the model's own profile. */
  public static List<Finding> validate(Network network) {
    return validate(network, network.getProfile());
  }

  /**
   * All findings under a profile, by severity, then rule, then the order of the model.
   *
   * <p>Total: whatever a model file can hold, attributes unset and values malformed, gives findings
   * and never an exception. Equal models give equal findings.
   */
  public static List<Finding> validate(Network network, Profile profile) {
    ModelIndex index = new ModelIndex(network, profile);
    List<Report.Entry> entries = new ArrayList<>();
    RuleCatalog.check(index, entries);
    return sorted(entries);
  }

  /**
   * What two versions of a model say beyond either of them: changes that the profile does not allow
   * (K04, G06). Elements are the same when their ids are.
   *
   * @param after the version that the findings speak of
   */
  public static List<Finding> compare(Network before, Network after, Profile profile) {
    ModelIndex index = new ModelIndex(after, profile);
    List<Report.Entry> entries = new ArrayList<>();
    RuleCatalog.compare(new ModelIndex(before, profile), index, entries);
    return sorted(entries);
  }

  /**
   * Whether an element may be deleted as it is (G11): no finding, or one with what depends on it in
   * the order of deletion.
   *
   * @param element an element of the network
   */
  public static List<Finding> beforeDeletion(Network network, NamedElement element) {
    ModelIndex index = new ModelIndex(network, network.getProfile());
    List<Report.Entry> entries = new ArrayList<>();
    RuleCatalog.deletion(index, element, entries);
    return sorted(entries);
  }

  private static List<Finding> sorted(List<Report.Entry> entries) {
    entries.sort(
        Comparator.comparing((Report.Entry e) -> e.finding().problem().severity())
            .thenComparingInt(Report.Entry::rule)
            .thenComparingInt(Report.Entry::position));
    return entries.stream().map(Report.Entry::finding).toList();
  }
}
