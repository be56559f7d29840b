/**
 * Two versions of a model compared in words: the command and the view that shows what it finds. The
 * words are those of {@link org.vpnhub.model.edit.ModelComparison}.
 */
@NullMarked
package org.vpnhub.ui.compare;

import org.jspecify.annotations.NullMarked;
