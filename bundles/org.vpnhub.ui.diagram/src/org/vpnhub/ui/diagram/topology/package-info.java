/** The hub's picture, the editor that a model file opens in. */
@NullMarked
package org.vpnhub.ui.diagram.topology;

import org.jspecify.annotations.NullMarked;
