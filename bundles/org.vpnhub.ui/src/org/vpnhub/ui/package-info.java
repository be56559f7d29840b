/**
 * What all parts of the console share: the open documents, images, ids of widgets. The parts are in
 * packages of their own: the form editor, the navigator, properties, wizards, problems, secrets.
 *
 * <p>Everything here belongs to the user interface thread unless it says otherwise.
 */
@NullMarked
package org.vpnhub.ui;

import org.jspecify.annotations.NullMarked;
