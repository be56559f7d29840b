/**
 * The command line: every command of {@code vpnhub}.
 *
 * <p>Start with {@link org.vpnhub.cli.Vpnhub#run}, which runs one command; it works in a plain Java
 * process ({@link org.vpnhub.cli.Main}) and in the OSGi product ({@code
 * internal.osgi.Application}). What differs between the two stands in {@link
 * org.vpnhub.cli.Surroundings}. Each command is a class in {@code internal}.
 */
@NullMarked
package org.vpnhub.cli;

import org.jspecify.annotations.NullMarked;
