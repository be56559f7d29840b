/**
 * Readers with a grammar: runs what ANTLR generated from it, and takes sections from the tree.
 *
 * <p>The only package of this bundle that needs ANTLR, which a bundle with a grammar has anyway.
 */
@NullMarked
package org.vpnhub.exporter.antlr;

import org.jspecify.annotations.NullMarked;
