/**
 * The wizards: New VPN Hub, Add Site, Export Device Configurations, Import Sites. Pages and widgets
 * only; what they decide is in {@code logic}. User interface thread.
 *
 * <p>Start at {@code NewHubWizard}. Every page is a {@link org.vpnhub.ui.wizards.FaultPage}: it
 * lists what is wrong with its fields, and the rest (message, decorations, whether Next is
 * possible) follows from that.
 */
@NullMarked
package org.vpnhub.ui.wizards;

import org.jspecify.annotations.NullMarked;
