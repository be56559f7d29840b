/** The road of a packet from one site, or the VPC, to another, as a diagram of its own. */
@NullMarked
package org.vpnhub.ui.diagram.road;

import org.jspecify.annotations.NullMarked;
