/**
 * The secret stores of models in the console: unlocking, setting, making and showing keys.
 *
 * <p>Start at {@link org.vpnhub.ui.secrets.Secrets}, which other parts call. What needs no widget
 * is in {@code OpenStores} and {@code KeyUse}. A key is shown in one dialog only, after a question;
 * never in a table, tooltip, log, undo label or selection.
 */
@NullMarked
package org.vpnhub.ui.secrets;

import org.jspecify.annotations.NullMarked;
