/**
 * The command line in the OSGi product. Start with {@link
 * org.vpnhub.cli.internal.osgi.Application}.
 */
@NullMarked
package org.vpnhub.cli.internal.osgi;

import org.jspecify.annotations.NullMarked;
