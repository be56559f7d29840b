package org.vpnhub.ui.navigator;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.DecorationOverlayIcon;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.IDecoration;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.LabelProviderChangedEvent;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.navigator.IDescriptionProvider;
import org.jspecify.annotations.Nullable;
import org.vpnhub.base.Severity;
import org.vpnhub.model.NamedElement;
import org.vpnhub.model.Site;
import org.vpnhub.model.VpnConnection;
import org.vpnhub.model.edit.ElementLabels;
import org.vpnhub.model.edit.ModelDocument;
import org.vpnhub.ui.Documents;
import org.vpnhub.ui.Images;
import org.vpnhub.ui.live.LiveConnection;
import org.vpnhub.ui.live.LiveStates;
import org.vpnhub.ui.problems.Problems;

/** Names, facts, icons and marks of what is in the tree. */
public final class NetworksLabels extends LabelProvider
    implements IStyledLabelProvider, IDescriptionProvider {
  private final LocalResourceManager images =
      new LocalResourceManager(JFaceResources.getResources());

  /** What is shown of each element whose label was asked for. */
  private final Map<NamedElement, Look> shown = new IdentityHashMap<>();

  private final Set<ModelDocument> documents = new HashSet<>();
  private final ModelDocument.Listener changes = (d, event) -> updateSoon();
  private final Consumer<ModelDocument> problems = d -> updateSoon();
  private final Consumer<Path> live = p -> updateSoon();
  private boolean updating;

  /** All that the label of an element depends on. */
  private record Look(
      String text,
      String detail,
      LiveConnection.@Nullable State state,
      @Nullable Severity severity) {}

  public NetworksLabels() {
    Problems.addListener(problems);
    LiveStates.addListener(live);
  }

  private Look look(NamedElement e) {
    return new Look(
        ElementLabels.text(e),
        ElementLabels.detail(e),
        SiteFacts.live(e).map(LiveConnection::state).orElse(null),
        severity(e).orElse(null));
  }

  /** Once, however many changes come together. */
  private void updateSoon() {
    if (updating) return;
    updating = true;
    Display.getDefault().asyncExec(this::update);
  }

  /** Has the labels shown anew that are others now. */
  private void update() {
    updating = false;
    documents.retainAll(Documents.all());
    shown.keySet().removeIf(e -> ModelDocument.of(e).filter(documents::contains).isEmpty());
    List<NamedElement> changed = new ArrayList<>();
    shown.forEach(
        (e, look) -> {
          if (!look.equals(look(e))) changed.add(e);
        });
    Set<Object> all = new LinkedHashSet<>(changed);
    documents.forEach(d -> Documents.file(d).ifPresent(all::add));
    if (!all.isEmpty()) {
      fireLabelProviderChanged(new LabelProviderChangedEvent(this, all.toArray()));
    }
  }

  private void watch(NamedElement element) {
    ModelDocument.of(element)
        .ifPresent(
            d -> {
              if (documents.add(d)) d.addListener(changes);
              shown.put(element, look(element));
            });
  }

  @Override
  public String getText(Object element) {
    return switch (element) {
      case NamedElement e -> ElementLabels.text(e);
      case IFile f -> (isDirty(f) ? "*" : "") + f.getName();
      case IResource r -> r.getName();
      case Broken b -> "Cannot be read: " + b.message();
      default -> element.toString();
    };
  }

  private static boolean isDirty(IFile file) {
    return Documents.find(file).filter(ModelDocument::isDirty).isPresent();
  }

  @Override
  public StyledString getStyledText(Object element) {
    StyledString text = new StyledString(getText(element));
    if (!(element instanceof NamedElement e)) return text;
    watch(e);
    String detail = ElementLabels.detail(e);
    if (!detail.isEmpty()) text.append("  " + detail, StyledString.QUALIFIER_STYLER);
    SiteFacts.live(e)
        .ifPresent(l -> text.append("  " + words(l.state()), StyledString.COUNTER_STYLER));
    return text;
  }

  private static String words(LiveConnection.State state) {
    return switch (state) {
      case UP -> "up";
      case DOWN -> "down";
      case NEGOTIATING -> "negotiating";
      case FAILED -> "failed";
      case REFUSED -> "refused";
    };
  }

  /** What the status line says of a selected element. */
  @Override
  public @Nullable String getDescription(Object element) {
    return switch (element) {
      case NamedElement e -> description(e);
      case Broken b -> b.message();
      case IResource r -> r.getFullPath().makeRelative().toString();
      default -> null;
    };
  }

  private String description(NamedElement element) {
    String problem =
        Problems.of(element).stream()
            .findFirst()
            .map(p -> p.message() + "; " + p.remedy())
            .orElse("");
    String reason = SiteFacts.live(element).map(LiveConnection::reason).orElse("");
    String kind = ElementLabels.kind(element.eClass()) + " " + getText(element);
    return Stream.of(kind, reason, problem)
        .filter(s -> !s.isEmpty())
        .reduce((a, b) -> a + ": " + b)
        .orElseThrow();
  }

  @Override
  public @Nullable Image getImage(Object element) {
    ImageDescriptor icon = icon(element);
    Optional<ImageDescriptor> mark = severity(element).flatMap(NetworksLabels::mark);
    if (mark.isEmpty()) return images.get(icon);
    Image base = images.get(icon);
    return images.get(new DecorationOverlayIcon(base, mark.get(), IDecoration.BOTTOM_LEFT));
  }

  private ImageDescriptor icon(Object element) {
    ISharedImages shared = PlatformUI.getWorkbench().getSharedImages();
    return switch (element) {
      case VpnConnection c -> Images.descriptor(connection(c));
      case NamedElement e -> Images.descriptor(ElementLabels.icon(e));
      case IProject _ -> shared.getImageDescriptor(IDE.SharedImages.IMG_OBJ_PROJECT);
      case IFolder _ -> shared.getImageDescriptor(ISharedImages.IMG_OBJ_FOLDER);
      case Broken _ -> shared.getImageDescriptor(ISharedImages.IMG_OBJS_ERROR_TSK);
      default -> Images.descriptor("network");
    };
  }

  private String connection(VpnConnection connection) {
    return switch (SiteFacts.live(connection).map(LiveConnection::state).orElse(null)) {
      case null -> "connection";
      case UP -> "connection-up";
      case NEGOTIATING -> "connection-negotiating";
      case DOWN, FAILED, REFUSED -> "connection-down";
    };
  }

  private Optional<Severity> severity(Object element) {
    return switch (element) {
      case Site s ->
          Stream.concat(Stream.of((NamedElement) s), SiteFacts.below(s).stream())
              .flatMap(e -> Problems.worst(e, true).stream())
              .min(Comparator.naturalOrder());
      case NamedElement e -> Problems.worst(e, true);
      case IFile f ->
          Documents.find(f).flatMap(d -> Problems.worst(d.network(), true)).or(() -> marked(f));
      default -> Optional.empty();
    };
  }

  /** What the markers say of a file that is not open, or cannot be read. */
  private static Optional<Severity> marked(IFile file) {
    try {
      return switch (file.findMaxProblemSeverity(IMarker.PROBLEM, true, IResource.DEPTH_ZERO)) {
        case IMarker.SEVERITY_ERROR -> Optional.of(Severity.ERROR);
        case IMarker.SEVERITY_WARNING -> Optional.of(Severity.WARNING);
        default -> Optional.empty();
      };
    } catch (CoreException e) {
      return Optional.empty(); // gone meanwhile
    }
  }

  private static Optional<ImageDescriptor> mark(Severity severity) {
    ISharedImages shared = PlatformUI.getWorkbench().getSharedImages();
    return switch (severity) {
      case ERROR -> Optional.of(shared.getImageDescriptor(ISharedImages.IMG_DEC_FIELD_ERROR));
      case WARNING -> Optional.of(shared.getImageDescriptor(ISharedImages.IMG_DEC_FIELD_WARNING));
      default -> Optional.empty();
    };
  }

  @Override
  public void dispose() {
    Problems.removeListener(problems);
    LiveStates.removeListener(live);
    documents.forEach(d -> d.removeListener(changes));
    documents.clear();
    shown.clear();
    images.dispose();
    super.dispose();
  }
}
