/**
 * What stands between the core's diagrams, which are derived anew after each change, and the parts
 * on the screen, which last: items that stay the same object while they show the same thing, and
 * where they stand. Knows neither SWT nor GEF. Start at {@link org.vpnhub.ui.diagram.scene.Scene}.
 */
@NullMarked
package org.vpnhub.ui.diagram.scene;

import org.jspecify.annotations.NullMarked;
