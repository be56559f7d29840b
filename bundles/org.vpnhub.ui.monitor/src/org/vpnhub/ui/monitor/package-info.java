/** vpnhub console: running and watching. */
@NullMarked
package org.vpnhub.ui.monitor;

import org.jspecify.annotations.NullMarked;
