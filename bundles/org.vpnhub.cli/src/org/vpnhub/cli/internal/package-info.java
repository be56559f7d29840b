/** The commands, one class each, and what they share: models, secrets, output, problems. */
@NullMarked
package org.vpnhub.cli.internal;

import org.jspecify.annotations.NullMarked;
