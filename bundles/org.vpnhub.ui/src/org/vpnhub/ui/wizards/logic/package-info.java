/**
 * What the wizards decide, without a widget: whether a field is right and what to say when it is
 * not, what a pasted table means, what will be created, which devices must be touched.
 *
 * <p>Plain Java over the model; each class serves one wizard, except {@code SiteCells}, {@code
 * SiteCheck}, {@code SecurityProfile} and {@code Review}, which several share. Any thread.
 */
@NullMarked
package org.vpnhub.ui.wizards.logic;

import org.jspecify.annotations.NullMarked;
