/**
 * The view "Networks": the workspace's model files as trees. Start at {@link
 * org.vpnhub.ui.navigator.NetworksView}; what is in the tree says {@link
 * org.vpnhub.model.edit.ModelTree}.
 */
@NullMarked
package org.vpnhub.ui.navigator;

import org.jspecify.annotations.NullMarked;
