/** The workbench application; starts at Application. */
@NullMarked
package org.vpnhub.app.internal;

import org.jspecify.annotations.NullMarked;
