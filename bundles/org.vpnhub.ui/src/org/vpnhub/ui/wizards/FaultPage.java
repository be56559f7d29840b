package org.vpnhub.ui.wizards;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.wizard.WizardPage;
import org.vpnhub.base.Severity;
import org.vpnhub.ui.wizards.logic.Fault;

/**
 * A page that says, whenever something is typed, what is wrong with its fields: the worst fault in
 * the message area, each at its field. Errors keep the user on the page. Before anything was typed
 * what is missing is no error yet, only the reason why Next is disabled.
 */
abstract class FaultPage extends WizardPage {
  private final String help;
  private boolean touched;

  FaultPage(String name, String title, String help) {
    super(name, title, null);
    this.help = help;
    setDescription(help);
  }

  /** What is wrong now. */
  abstract List<Fault> faults();

  /** Shows faults at their fields. */
  abstract void decorate(List<Fault> faults);

  /** Puts the focus into a field. */
  abstract void focus(String field, int row);

  /** To be called when something was typed or chosen. */
  final void changed() {
    touched = true;
    check();
  }

  /** Checks the fields and shows the outcome. */
  final void check() {
    List<Fault> faults = faults();
    Optional<Fault> worst = Fault.worst(faults);
    boolean blocked = worst.isPresent() && worst.get().isError();
    decorate(touched ? faults : faults.stream().filter(f -> !f.isError()).toList());
    setErrorMessage(blocked && touched ? worst.get().message() : null);
    if (blocked && !touched) {
      setMessage(help + "\n" + worst.get().message() + ".", IMessageProvider.NONE);
    } else if (worst.isPresent()) {
      setMessage(worst.get().message(), type(worst.get().severity()));
    } else {
      setMessage(help, IMessageProvider.NONE);
    }
    setPageComplete(!blocked);
  }

  private static int type(Severity severity) {
    return switch (severity) {
      case ERROR -> IMessageProvider.ERROR;
      case WARNING -> IMessageProvider.WARNING;
      case INFO -> IMessageProvider.INFORMATION;
    };
  }
}
