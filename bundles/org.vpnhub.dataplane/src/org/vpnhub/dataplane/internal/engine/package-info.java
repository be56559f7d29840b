/**
 * The two threads of an engine and what they own.
 *
 * <p>Start with {@link org.vpnhub.dataplane.internal.engine.PacketPath}, the road of a packet;
 * {@link org.vpnhub.dataplane.internal.engine.PacketThread} drives it and owns every security
 * association; {@link org.vpnhub.dataplane.internal.engine.ControlThread} owns the IKE endpoint.
 */
@NullMarked
package org.vpnhub.dataplane.internal.engine;

import org.jspecify.annotations.NullMarked;
