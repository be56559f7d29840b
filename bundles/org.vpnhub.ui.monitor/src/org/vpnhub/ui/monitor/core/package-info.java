/**
 * What the monitor knows of running hubs, without widgets: labs in this process and attached
 * servers as {@link org.vpnhub.ui.monitor.core.RunningHub}, watched by {@link
 * org.vpnhub.ui.monitor.core.Monitor}, which makes an immutable {@link
 * org.vpnhub.ui.monitor.core.Snapshot} of each twice a second.
 *
 * <p>Thread-safe unless a class says otherwise. Start with {@code Monitor}.
 */
@NullMarked
package org.vpnhub.ui.monitor.core;

import org.jspecify.annotations.NullMarked;
