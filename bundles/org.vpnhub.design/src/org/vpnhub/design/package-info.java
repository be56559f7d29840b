/**
 * The one definition of vpnhub's diagrams, {@code description/vpnhub.odesign}, and the Java
 * services that its expressions call. Where Sirius is installed the definition is a Sirius
 * viewpoint; in the standalone console it is data that the native editor interprets.
 *
 * <p>Services are public classes with a public constructor without parameters, as Sirius wants
 * them: {@link org.vpnhub.design.HubServices} says what the hub topology shows, {@link
 * org.vpnhub.design.RoadServices} the road of a packet, {@link org.vpnhub.design.HubTools} does
 * what the tools do. They belong to the thread that owns the model.
 */
@NullMarked
package org.vpnhub.design;

import org.jspecify.annotations.NullMarked;
