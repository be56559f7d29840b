package org.vpnhub.ui.monitor;

import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.part.ISetSelectionTarget;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Site;
import org.vpnhub.model.Vpc;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.planner.Planner;
import org.vpnhub.ui.Documents;

/** Finds and shows elements of a model. */
final class Elements {
  private static final String NAVIGATOR = "org.vpnhub.ui.navigator";

  private Elements() {}

  static Optional<NamedElement> find(ModelDocument document, String id) {
    if (id.isEmpty()) return Optional.empty();
    for (var all = document.network().eAllContents(); all.hasNext(); ) {
      EObject e = all.next();
      if (e instanceof NamedElement n && id.equals(n.getId())) return Optional.of(n);
    }
    return Optional.empty();
  }

  /** The node of the matrix that an element belongs to: a site, or the site of a connection. */
  static Optional<String> node(EObject element) {
    for (EObject e = element; e != null; e = e.eContainer()) {
      if (e instanceof Site s) return Optional.ofNullable(s.getName());
      if (e instanceof VpnConnection c) return Optional.ofNullable(c.getSite()).map(Site::getName);
      if (e instanceof Vpc v) return Optional.ofNullable(v.getName());
    }
    return Optional.empty();
  }

  /** The connection that an element is, belongs to, or as a site owns. */
  static Optional<VpnConnection> connection(EObject element) {
    for (EObject e = element; e != null; e = e.eContainer()) {
      if (e instanceof VpnConnection c) return Optional.of(c);
      if (e instanceof Site s) return of(s);
    }
    return Optional.empty();
  }

  private static Optional<VpnConnection> of(Site site) {
    return Planner.gateways(site.getNetwork()).stream()
        .flatMap(g -> g.getConnections().stream())
        .filter(c -> c.getSite() == site)
        .findFirst();
  }

  /** Selects an element in the navigator and in an editor, which is opened if need be. */
  static void show(IWorkbenchPage page, ModelDocument document, NamedElement element)
      throws PartInitException {
    StructuredSelection selection = new StructuredSelection(element);
    IViewPart navigator = page.findView(NAVIGATOR);
    if (navigator instanceof ISetSelectionTarget target) target.selectReveal(selection);
    Optional<IFile> file = Documents.file(document);
    if (file.isEmpty()) return;
    IEditorPart editor = IDE.openEditor(page, file.get());
    ISelectionProvider provider = editor.getSite().getSelectionProvider();
    if (provider != null) provider.setSelection(selection);
  }
}
