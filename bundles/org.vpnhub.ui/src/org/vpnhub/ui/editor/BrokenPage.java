package org.vpnhub.ui.editor;

import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.editor.FormPage;
import org.vpnhub.ui.FaultForm;
import org.vpnhub.ui.FileFault;

/** Instead of the pages, where the file cannot be read. */
final class BrokenPage extends FormPage {
  private final HubEditor hub;

  BrokenPage(HubEditor hub) {
    super(hub, "broken", "Error");
    this.hub = hub;
  }

  @Override
  protected void createFormContent(IManagedForm managed) {
    FileFault fault = FileFault.of(hub.fault(), hub.path());
    FaultForm.fill(managed.getToolkit(), managed.getForm().getForm(), hub, fault, hub::tryAgain);
  }
}
