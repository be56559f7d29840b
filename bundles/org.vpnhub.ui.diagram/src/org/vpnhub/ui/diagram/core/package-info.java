/**
 * The core of the diagram editor, without a display: reads the definition that is also a Sirius
 * viewpoint ({@link org.vpnhub.ui.diagram.core.DefinitionReader}), derives what a diagram shows
 * ({@link org.vpnhub.ui.diagram.core.Deriver}), runs its tools ({@link
 * org.vpnhub.ui.diagram.core.ToolRunner}), keeps positions and writes SVG.
 *
 * <p>Knows neither SWT nor GEF. Definitions, diagrams and styles are immutable; deriving and
 * running tools belong to the thread that owns the model.
 */
@NullMarked
package org.vpnhub.ui.diagram.core;

import org.jspecify.annotations.NullMarked;
