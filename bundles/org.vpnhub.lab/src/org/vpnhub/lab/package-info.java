/**
 * The lab: the hub and every site of a model in this process, over loopback UDP, without rights.
 *
 * <p>Start with {@link org.vpnhub.lab.Lab}, which runs once and gives a result, or {@link
 * org.vpnhub.lab.LabSession}, which stays running. Both stand on {@code LabNetwork}, which has the
 * engines. The engines have threads of their own; a session may be used from any thread, all other
 * classes belong to the thread that runs the lab.
 */
@NullMarked
package org.vpnhub.lab;

import org.jspecify.annotations.NullMarked;
