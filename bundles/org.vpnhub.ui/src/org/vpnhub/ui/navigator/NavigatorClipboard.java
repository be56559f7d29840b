package org.vpnhub.ui.navigator;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.jspecify.annotations.Nullable;
import org.vpnhub.exporter.host.InstalledExporters;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Network;
import org.vpnhub.model.Site;
import org.vpnhub.model.SiteTable;
import org.vpnhub.model.VpnGateway;
import org.vpnhub.model.edit.CopiedElements;
import org.vpnhub.model.edit.ElementLabels;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.model.edit.ModelTree;
import org.vpnhub.model.edit.SiteText;
import org.vpnhub.ui.Images;
import org.vpnhub.ui.ModelEditors;
import org.vpnhub.ui.NewSites;
import org.vpnhub.ui.Selected;
import org.vpnhub.ui.secrets.Secrets;

/**
 * Copy and paste in the tree. Sites go over the clipboard as a table of text, which spreadsheets
 * take and give; other elements stay within the console, and the clipboard has their names.
 */
final class NavigatorClipboard {
  private static final int SHOWN_PROBLEMS = 12;
  private final NetworksView view;
  private final Clipboard clipboard;
  private @Nullable CopiedElements copied;

  /** What was put on the clipboard for the copied elements; another text means another copy. */
  private String copiedText = "";

  NavigatorClipboard(NetworksView view) {
    this.view = view;
    clipboard = new Clipboard(view.getSite().getShell().getDisplay());
  }

  void dispose() {
    clipboard.dispose();
  }

  private List<NamedElement> selected() {
    return Selected.elements(view.getCommonViewer().getStructuredSelection());
  }

  boolean canCopy() {
    return selected().stream().anyMatch(e -> !(e instanceof Network));
  }

  void copy() {
    List<NamedElement> elements = selected();
    List<Site> sites =
        elements.stream().filter(Site.class::isInstance).map(Site.class::cast).toList();
    boolean onlySites = sites.size() == elements.size();
    copied = onlySites ? null : CopiedElements.of(elements);
    copiedText =
        onlySites
            ? SiteText.of(sites)
            : elements.stream().map(ElementLabels::text).collect(Collectors.joining("\n"));
    clipboard.setContents(new Object[] {copiedText}, new Transfer[] {TextTransfer.getInstance()});
  }

  /** Asks nothing of the clipboard, which may be slow: whether there is a place is enough. */
  boolean canPaste() {
    return target().isPresent();
  }

  private Optional<NamedElement> target() {
    Object first = view.getCommonViewer().getStructuredSelection().getFirstElement();
    if (Selected.isModel(first)) {
      return Selected.elements(new StructuredSelection((IFile) first)).stream().findFirst();
    }
    return first instanceof NamedElement e ? Optional.of(e) : Optional.empty();
  }

  void paste() {
    Object content = clipboard.getContents(TextTransfer.getInstance());
    NamedElement target = target().orElse(null);
    ModelDocument document = target == null ? null : ModelDocument.of(target).orElse(null);
    if (!(content instanceof String text) || text.isBlank() || document == null) return;
    if (copied != null && text.equals(copiedText)) pasteElements(copied, document, target);
    else pasteSites(SiteText.parse(text), document, target);
  }

  private void pasteElements(CopiedElements elements, ModelDocument document, NamedElement target) {
    if (!elements.canPaste(target)) {
      MessageDialog.openInformation(
          shell(),
          "Paste",
          "What was copied has no place in "
              + ElementLabels.kind(target.eClass())
              + " "
              + ElementLabels.text(target)
              + ".\n\nSelect where it belongs, such as a VPC for a vSwitch, and paste again.");
      return;
    }
    ModelEditors.ensureOpen(document);
    show(elements.paste(document, target));
  }

  private void pasteSites(SiteText.Content content, ModelDocument document, NamedElement target) {
    if (!content.problems().isEmpty() && !goOn(content)) return;
    VpnGateway gateway = gateway(document, target);
    if (gateway == null) return;
    addSites(document, gateway, content.rows());
  }

  private void addSites(ModelDocument document, VpnGateway gateway, List<SiteTable.Row> rows) {
    ModelEditors.ensureOpen(document);
    List<Site> sites = NewSites.add(document, gateway, rows, InstalledExporters.registry());
    show(sites);
    Secrets.createKeys(document, sites, shell());
  }

  private boolean goOn(SiteText.Content content) {
    List<String> problems = content.problems();
    String shown = problems.stream().limit(SHOWN_PROBLEMS).collect(Collectors.joining("\n"));
    int more = problems.size() - SHOWN_PROBLEMS;
    if (more > 0) shown += "\nand " + more + " more";
    int sites = content.rows().size();
    if (sites == 0) {
      MessageDialog.openError(
          shell(),
          "Paste sites",
          "There is no site on the clipboard.\n\n"
              + shown
              + "\n\nCopy rows with name, public address, prefixes and device.");
      return false;
    }
    String add = sites == 1 ? "Add 1 site" : "Add " + sites + " sites";
    int answer =
        MessageDialog.open(
            MessageDialog.WARNING,
            shell(),
            "Paste sites",
            shown + "\n\nWrong values can be kept as they are and mended later.",
            SWT.SHEET,
            add,
            "Cancel");
    return answer == 0;
  }

  /** The gateway of the selected place, or the network's only one, or what the user chooses. */
  private @Nullable VpnGateway gateway(ModelDocument document, NamedElement target) {
    for (NamedElement at = target; at != null; at = ModelTree.parent(at).orElse(null)) {
      if (at instanceof VpnGateway g) return g;
    }
    List<VpnGateway> all =
        document.network().getRegions().stream()
            .flatMap(r -> r.getVpcs().stream())
            .flatMap(v -> v.getVpnGateways().stream())
            .toList();
    if (all.isEmpty()) {
      MessageDialog.openError(
          shell(), "Paste sites", "The network has no VPN gateway. Add one to a VPC first.");
      return null;
    }
    return all.size() == 1 ? all.getFirst() : choose(all);
  }

  private @Nullable VpnGateway choose(List<VpnGateway> gateways) {
    ElementListSelectionDialog dialog =
        new ElementListSelectionDialog(
            shell(),
            LabelProvider.createTextImageProvider(
                o -> ElementLabels.text((VpnGateway) o), o -> Images.get("gateway")));
    dialog.setTitle("Paste sites");
    dialog.setMessage("Connect the sites to which VPN gateway?");
    dialog.setElements(gateways.toArray());
    return dialog.open() == Window.OK ? (VpnGateway) dialog.getFirstResult() : null;
  }

  private void show(List<? extends NamedElement> elements) {
    view.getSite()
        .getShell()
        .getDisplay()
        .asyncExec(
            () -> {
              if (view.getCommonViewer().getTree().isDisposed() || elements.isEmpty()) return;
              view.select(elements.getFirst());
              view.getCommonViewer().setSelection(new StructuredSelection(elements), true);
            });
  }

  private Shell shell() {
    return view.getSite().getShell();
  }
}
