/**
 * What a diagram looks like: cards, containers, lines and their labels, painted with Draw2d in the
 * colours of a {@link org.vpnhub.ui.diagram.figures.Look}, light or dark. Nothing here knows the
 * model or GEF's edit parts.
 */
@NullMarked
package org.vpnhub.ui.diagram.figures;

import org.jspecify.annotations.NullMarked;
