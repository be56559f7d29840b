/** Journeys of a user through the console, with real mouse and key events. */
@NullMarked
package org.vpnhub.ui.tests;

import org.jspecify.annotations.NullMarked;
