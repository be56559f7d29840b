package org.vpnhub.app.internal;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.SWT;

/** The product's own images and large letters. */
final class Pictures {
  private Pictures() {}

  static ImageDescriptor descriptor(String file) {
    return ResourceLocator.imageDescriptorFromBundle(Pictures.class, "icons/" + file)
        .orElse(ImageDescriptor.getMissingImageDescriptor());
  }

  /** The dialog font, so much larger, and bold. */
  static FontDescriptor heading(double factor) {
    FontDescriptor normal = FontDescriptor.createFrom(JFaceResources.getDefaultFont());
    int height = normal.getFontData()[0].getHeight();
    return normal.setHeight((int) Math.round(height * factor)).setStyle(SWT.BOLD);
  }
}
