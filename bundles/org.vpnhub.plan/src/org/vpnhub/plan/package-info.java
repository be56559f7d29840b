/**
 * What one hub or one site must do, vendor-neutral, as immutable records.
 *
 * <p>Derived from the model by the planner; read by exporters and by the engine, and thrown away
 * when the model changes. Start with {@link org.vpnhub.plan.NetworkPlan}.
 */
@NullMarked
package org.vpnhub.plan;

import org.jspecify.annotations.NullMarked;
