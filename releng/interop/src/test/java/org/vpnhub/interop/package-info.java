/**
 * The hub against packaged strongSwan daemons (and libreswan's, as far as it goes without ESP in
 * the kernel), each in a network namespace of its own and loaded with the configuration that {@code
 * ./vpnhub export} wrote for it.
 *
 * <p>{@link org.vpnhub.interop.Rig} holds the namespaces, the daemons and our server, shared by all
 * scenarios of one run. Everything goes through the commands that a user has: {@code ./vpnhub},
 * {@code swanctl}, {@code ping}. Needs root, network namespaces and the packages that {@link
 * org.vpnhub.interop.Requirements} names; without them each scenario is skipped and says so.
 */
@NullMarked
package org.vpnhub.interop;

import org.jspecify.annotations.NullMarked;
