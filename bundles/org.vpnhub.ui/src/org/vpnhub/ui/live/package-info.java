/**
 * What a running hub is doing, as far as the model's views show it: published by the monitor, shown
 * by diagram, navigator and forms.
 */
@NullMarked
package org.vpnhub.ui.live;

import org.jspecify.annotations.NullMarked;
