/**
 * GEF's side of a diagram: one part for each item of a {@link org.vpnhub.ui.diagram.scene.Scene},
 * and the policies that turn gestures into commands. Start at {@link
 * org.vpnhub.ui.diagram.parts.Session}.
 */
@NullMarked
package org.vpnhub.ui.diagram.parts;

import org.jspecify.annotations.NullMarked;
