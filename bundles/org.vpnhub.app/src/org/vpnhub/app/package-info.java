/** vpnhub console: the product. */
@NullMarked
package org.vpnhub.app;

import org.jspecify.annotations.NullMarked;
