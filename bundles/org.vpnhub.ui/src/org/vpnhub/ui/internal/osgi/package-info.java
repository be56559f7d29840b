/** What needs the OSGi framework. */
@NullMarked
package org.vpnhub.ui.internal.osgi;

import org.jspecify.annotations.NullMarked;
