/**
 * How model files are read and written. Start with {@link org.vpnhub.model.internal.ModelReader}.
 */
@NullMarked
package org.vpnhub.model.internal;

import org.jspecify.annotations.NullMarked;
