package org.vpnhub.ui.diagram.core;

import org.jspecify.annotations.Nullable;

/**
 * How an edge looks.
 *
 * @param width in pixels
 * @param begin style of the label at the source; null for none
 * @param center style of the label in the middle; null for none
 * @param end style of the label at the target; null for none
 */
public record EdgeStyle(
    Tint color,
    Line line,
    int width,
    Arrow sourceArrow,
    Arrow targetArrow,
    @Nullable LabelStyle begin,
    @Nullable LabelStyle center,
    @Nullable LabelStyle end) {}
