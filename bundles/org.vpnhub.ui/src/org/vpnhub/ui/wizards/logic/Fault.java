package org.vpnhub.ui.wizards.logic;

import java.util.List;
import java.util.Optional;
import org.vpnhub.base.Severity;

/**
 * Something wrong with what was typed.
 *
 * @param field the field at fault, by the last part of its widget's id
 * @param row the row of the table of sites, from 0; {@link #NO_ROW} outside of it
 * @param severity an error keeps the user on the page
 * @param message what is wrong and what to do, naming the field
 */
public record Fault(String field, int row, Severity severity, String message) {
  public static final int NO_ROW = -1;

  public static Fault error(String field, String message) {
    return new Fault(field, NO_ROW, Severity.ERROR, message);
  }

  public static Fault warning(String field, String message) {
    return new Fault(field, NO_ROW, Severity.WARNING, message);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** The fault to tell first: the first of the worst. */
  public static Optional<Fault> worst(List<Fault> faults) {
    return faults.stream().min((a, b) -> a.severity().compareTo(b.severity()));
  }
}
