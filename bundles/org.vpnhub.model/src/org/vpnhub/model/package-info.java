/**
 * The EMF model of a network, and its files.
 *
 * <p>The interfaces and enumerations of the model are generated from {@code model/vpnhub.ecore} at
 * build time; every class and feature is documented there. Written by hand: {@link
 * org.vpnhub.model.ModelFiles} (load and save), {@link org.vpnhub.model.HubBuilder} (a whole hub
 * from a table of sites) and {@link org.vpnhub.model.SiteSync} (a site against what was generated
 * from it). Start with {@code vpnhub.ecore}, then {@code ModelFiles}.
 *
 * <p>A model belongs to one thread at a time.
 *
 * <p>The package is not {@code @NullMarked}, because the generated getters give null for what is
 * not set; the classes written by hand are, one by one.
 */
package org.vpnhub.model;
