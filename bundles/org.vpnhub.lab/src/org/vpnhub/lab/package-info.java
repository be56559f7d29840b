/** vpnhub lab. */
@NullMarked
package org.vpnhub.lab;

import org.jspecify.annotations.NullMarked;
