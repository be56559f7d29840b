/**
 * The tabbed properties of any element. Start at {@link
 * org.vpnhub.ui.properties.ElementProperties}; which features stand in which tab says {@code
 * Layout}, how one is edited {@code FeatureField}.
 */
@NullMarked
package org.vpnhub.ui.properties;

import org.jspecify.annotations.NullMarked;
