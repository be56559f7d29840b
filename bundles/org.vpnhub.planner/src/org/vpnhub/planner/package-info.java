/**
 * From the model to the plan: what the hub and each site's device must do, and who reaches whom.
 *
 * <p>Start with {@link org.vpnhub.planner.Planner}. {@link org.vpnhub.planner.Reachability} knows
 * only plans, not the model. Runs in the calling thread; reads the model and never changes it.
 */
@NullMarked
package org.vpnhub.planner;

import org.jspecify.annotations.NullMarked;
