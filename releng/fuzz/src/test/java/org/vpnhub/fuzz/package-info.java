/** Fuzz targets for every parser; in the build each replays its corpus. */
@NullMarked
package org.vpnhub.fuzz;

import org.jspecify.annotations.NullMarked;
