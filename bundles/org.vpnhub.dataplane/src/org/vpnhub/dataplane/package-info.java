/** The IPsec engine. */
@NullMarked
package org.vpnhub.dataplane;

import org.jspecify.annotations.NullMarked;
