/** The hub as declarative services. Start with {@link org.vpnhub.hub.internal.osgi.HubRuntime}. */
@NullMarked
package org.vpnhub.hub.internal.osgi;

import org.jspecify.annotations.NullMarked;
