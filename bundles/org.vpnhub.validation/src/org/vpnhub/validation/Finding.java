package org.vpnhub.validation;

import java.util.List;
import org.vpnhub.base.Problem;
import org.vpnhub.model.NamedElement;

/**
 * A problem at an element of a model.
 *
 * @param problem what is wrong, for people and for other programs
 * @param element the element at fault
 * @param quickFixes changes that mend it, the recommended one first; often none
 */
public record Finding(Problem problem, NamedElement element, List<QuickFix> quickFixes) {
  public Finding {
    quickFixes = List.copyOf(quickFixes);
  }
}
