package org.vpnhub.app.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GlyphMetrics;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchPage;
import org.jspecify.annotations.Nullable;
import org.vpnhub.app.internal.Markdown.Block;
import org.vpnhub.app.internal.Markdown.Span;
import org.vpnhub.app.internal.Markdown.Style;
import org.vpnhub.ui.Widgets;

/** Shows a document of the project's {@code docs} folder: the user guide, the rules. */
public final class Guide extends PageEditor {
  static final String ID = "org.vpnhub.app.guide";
  private static final int WIDEST_PICTURE = 900;

  /** Where the words of an item begin. */
  private static final int ITEM_INDENT = 28;

  private LocalResourceManager resources;
  private StyledText text;
  private final StringBuilder content = new StringBuilder();
  private final List<StyleRange> styles = new ArrayList<>();
  private final List<Integer> items = new ArrayList<>();

  static void open(IWorkbenchPage page, String title, String document) {
    open(page, new PageInput(title, document), ID);
  }

  @Override
  public void createPartControl(Composite parent) {
    text =
        Widgets.id(
            new StyledText(parent, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL), "guide");
    text.setMargins(28, 20, 28, 20);
    text.setLineSpacing(3);
    text.setCaret(null);
    resources = new LocalResourceManager(JFaceResources.getResources(), text);
    boolean inList = false;
    for (Block block : Markdown.parse(document())) {
      boolean isItem = block instanceof Block.Item;
      if (inList && !isItem) content.append("\n");
      inList = isItem;
      add(block);
    }
    text.setText(content.toString());
    text.setStyleRanges(styles.toArray(StyleRange[]::new));
    for (int item : items) text.setLineWrapIndent(text.getLineAtOffset(item), 1, ITEM_INDENT);
    text.addPaintObjectListener(
        e -> e.gc.drawImage((Image) e.style.data, e.x, e.y + e.ascent - e.style.metrics.ascent));
  }

  private String document() {
    String path = ((PageInput) getEditorInput()).document();
    try {
      return Packaged.text("docs/" + path);
    } catch (IOException e) {
      return "This page is not part of this installation: " + path;
    }
  }

  private void add(Block block) {
    switch (block) {
      case Block.Heading(int level, List<Span> spans) -> {
        content.append("\n");
        add(spans, resources.create(Pictures.heading(level == 1 ? 1.8 : level == 2 ? 1.4 : 1.15)));
        content.append("\n\n");
      }
      case Block.Paragraph(List<Span> spans) -> {
        add(spans, null);
        content.append("\n\n");
      }
      case Block.Item(String mark, List<Span> spans) -> {
        items.add(content.length());
        if (!mark.isEmpty()) content.append("   ").append(mark).append("  ");
        add(spans, null);
        content.append("\n");
      }
      case Block.Code(String code) -> {
        add(new Span(code.indent(4), Style.CODE), null);
        content.append("\n");
      }
      case Block.Picture(String path) -> picture(path);
    }
  }

  private void add(List<Span> spans, @Nullable Font font) {
    for (Span span : spans) add(span, font);
  }

  private void add(Span span, @Nullable Font font) {
    StyleRange style = new StyleRange();
    style.start = content.length();
    style.length = span.text().length();
    style.font = span.style() == Style.CODE ? JFaceResources.getTextFont() : font;
    if (span.style() == Style.STRONG) style.fontStyle = SWT.BOLD;
    if (span.style() == Style.EMPHASIS) style.fontStyle = SWT.ITALIC;
    content.append(span.text());
    if (style.length > 0) styles.add(style);
  }

  private void picture(String path) {
    var url = Packaged.url("docs/" + path);
    if (url.isEmpty()) return;
    Image image = resources.create(ImageDescriptor.createFromURL(url.get()));
    Rectangle size = image.getBounds();
    if (size.width > WIDEST_PICTURE) {
      int height = size.height * WIDEST_PICTURE / size.width;
      image = resources.create(scaled(image, WIDEST_PICTURE, height));
      size = image.getBounds();
    }
    StyleRange style = new StyleRange();
    style.start = content.length();
    style.length = 1;
    style.data = image;
    style.metrics = new GlyphMetrics(size.height, 0, size.width);
    styles.add(style);
    content.append("\uFFFC\n\n");
  }

  private static ImageDescriptor scaled(Image image, int width, int height) {
    var data = image.getImageData().scaledTo(width, height);
    return ImageDescriptor.createFromImageDataProvider(zoom -> zoom == 100 ? data : null);
  }

  @Override
  public void setFocus() {
    text.setFocus();
  }
}
