/** Where the framework starts and stops the console. */
@NullMarked
package org.vpnhub.app.internal.osgi;

import org.jspecify.annotations.NullMarked;
