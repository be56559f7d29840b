/**
 * The rules of a network: what is wrong with a model, how much it matters under a profile, what to
 * do about it, and where possible a quick fix that does it.
 *
 * <p>Start at {@link org.vpnhub.validation.RuleCatalog}: one row for each rule, with the method
 * that checks it. The methods stand in {@code …Rules} classes, one for each section of the rule
 * list; they read the model through {@code ModelIndex} and write to a {@code Report}. The numbers
 * of the profiles are in {@link org.vpnhub.validation.Limits}; the changes that quick fixes make
 * are in {@code Fixes}.
 *
 * <p>Everything here runs on the caller's thread and changes nothing, except a quick fix's command
 * when it is executed.
 */
@NullMarked
package org.vpnhub.validation;

import org.jspecify.annotations.NullMarked;
