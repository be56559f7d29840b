/**
 * Live validation: a background job checks each open document after a change, and markers, trees,
 * forms and diagrams show what it found.
 */
@NullMarked
package org.vpnhub.ui.problems;

import org.jspecify.annotations.NullMarked;
