/**
 * Running and watching hubs: "Run in lab", "Connect to server", "Deploy", and the views Tunnels,
 * Traffic, Log and Diagnose. What needs no widgets is in {@code core}.
 *
 * <p>Belongs to the user interface thread. Start with {@code MonitorUi}, which joins the two.
 */
@NullMarked
package org.vpnhub.ui.monitor;

import org.jspecify.annotations.NullMarked;
