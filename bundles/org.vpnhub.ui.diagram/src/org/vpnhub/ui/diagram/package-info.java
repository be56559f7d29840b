/**
 * The diagram editors of the console, in GEF over the core. Start at {@link
 * org.vpnhub.ui.diagram.DiagramEditor}; what a picture shows and what its tools do is decided in
 * {@code core}, and nothing outside it interprets the definition.
 *
 * <pre>
 * document --derive--> core.Diagram --difference--> scene.Scene --parts--> figures
 *    ^                                                                        |
 *    +------ one command for each gesture <-- parts.DocumentStack <-- policies+
 * </pre>
 *
 * <p><b>One history.</b> GEF's command stack holds nothing. A gesture becomes one command on the
 * document's own stack: an edit of the model, recorded, or a {@link
 * org.vpnhub.ui.diagram.scene.MoveCommand}. So undo takes back, in the order in which they were
 * done, what was done in tree, forms, properties and diagram. A move is marked as one that leaves
 * the document clean ({@code AbstractCommand.NonDirtying}): the model file is not touched by it.
 *
 * <p><b>Positions</b> belong to the document ({@link org.vpnhub.ui.diagram.scene.SharedPositions}),
 * are kept in {@code NAME.vpnhub.layout} beside it, and are saved with Save, also when nothing else
 * has changed. The first layout of a model is nothing to save: it can be made again.
 *
 * <p><b>Refresh.</b> Changes of one moment lead to one new diagram, and only parts whose item came,
 * went or looks different are touched. Everything here belongs to the user interface thread; what
 * takes long (missing links) runs in a job on a copy.
 */
@NullMarked
package org.vpnhub.ui.diagram;

import org.jspecify.annotations.NullMarked;
