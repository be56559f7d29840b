package org.vpnhub.ui.diagram.figures;

import org.vpnhub.ui.diagram.core.EdgeStyle;

/**
 * What a line shows at the moment.
 *
 * @param begin label at the source; empty for none
 * @param center the name, then what is known of it; empty for none
 * @param end label at the target; empty for none
 */
public record EdgeFace(String begin, String center, String end, EdgeStyle style, Marks marks) {}
