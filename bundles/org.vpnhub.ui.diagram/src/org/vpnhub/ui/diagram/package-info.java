/** vpnhub console: diagrams. */
@NullMarked
package org.vpnhub.ui.diagram;

import org.jspecify.annotations.NullMarked;
