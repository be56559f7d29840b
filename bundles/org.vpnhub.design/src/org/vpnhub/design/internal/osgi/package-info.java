/** Tells Sirius, where it is installed, of the definition. */
@NullMarked
package org.vpnhub.design.internal.osgi;

import org.jspecify.annotations.NullMarked;
