package org.vpnhub.ui.diagram.core;

import org.eclipse.emf.ecore.EObject;

/**
 * An edge of a diagram.
 *
 * @param key unique in its diagram and the same whenever the diagram is derived again
 * @param element what it shows; of a relation the element of the source node
 * @param sourceKey key of the source node
 * @param targetKey key of the target node
 * @param beginLabel label at the source; empty for none
 * @param centerLabel label in the middle; empty for none
 * @param endLabel label at the target; empty for none
 * @param tooltip may have several lines; empty for none
 */
public record Edge(
    String key,
    EdgeMapping mapping,
    EObject element,
    String sourceKey,
    String targetKey,
    String beginLabel,
    String centerLabel,
    String endLabel,
    String tooltip,
    EdgeStyle style) {}
