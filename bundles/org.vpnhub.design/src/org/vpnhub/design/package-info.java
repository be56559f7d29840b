/** vpnhub diagram definition. */
@NullMarked
package org.vpnhub.design;

import org.jspecify.annotations.NullMarked;
