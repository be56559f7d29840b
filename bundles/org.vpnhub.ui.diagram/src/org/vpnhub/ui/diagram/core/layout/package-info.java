/**
 * Where the nodes of a diagram go. Pure: a diagram and sizes in, positions out, always the same.
 */
@NullMarked
package org.vpnhub.ui.diagram.core.layout;

import org.jspecify.annotations.NullMarked;
