package org.vpnhub.ui.navigator;

import org.eclipse.core.resources.IFile;

/**
 * Stands in the tree for the content of a file that cannot be read.
 *
 * @param message why, for the user
 */
record Broken(IFile file, String message) {}
