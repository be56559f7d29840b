/**
 * The form editor of a model file: overview with the reachability matrix, sites, connections,
 * routes, gateway, and the text of the file.
 *
 * <p>Start at {@link org.vpnhub.ui.editor.HubEditor}; each page is an {@link
 * org.vpnhub.ui.editor.ModelPage}. A table is described by {@link org.vpnhub.ui.editor.Column}s and
 * ordered by {@link org.vpnhub.ui.editor.Rows}, both without widgets; {@link
 * org.vpnhub.ui.editor.ElementTable} shows it. All belongs to the user interface thread, but for
 * the planning in {@link org.vpnhub.ui.editor.Plans}.
 */
@NullMarked
package org.vpnhub.ui.editor;

import org.jspecify.annotations.NullMarked;
