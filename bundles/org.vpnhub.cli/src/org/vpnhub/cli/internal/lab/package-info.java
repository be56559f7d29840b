/**
 * The lab: the hub and every site of a model in this process, over loopback UDP.
 *
 * <p>Start with {@link org.vpnhub.cli.internal.lab.Lab}. The engines have threads of their own; all
 * classes here belong to the thread that runs the lab.
 */
@NullMarked
package org.vpnhub.cli.internal.lab;

import org.jspecify.annotations.NullMarked;
