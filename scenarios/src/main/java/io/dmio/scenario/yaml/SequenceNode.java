package io.dmio.scenario.yaml;

import java.util.List;

/**
 * A list.
 *
 * @param isFlow whether it stands in brackets
 */
public record SequenceNode(List<Node> elements, boolean isFlow, Mark start, Mark end)
    implements Node {}
