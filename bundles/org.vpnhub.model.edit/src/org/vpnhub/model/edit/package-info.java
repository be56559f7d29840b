/**
 * Editing a model below any widget: the open file with its command stack, the changes that users
 * make, labels and trees for viewers, two versions compared in words.
 *
 * <p>Start at {@link org.vpnhub.model.edit.ModelDocument}. A document belongs to one thread, in the
 * console the user interface's.
 */
@NullMarked
package org.vpnhub.model.edit;

import org.jspecify.annotations.NullMarked;
