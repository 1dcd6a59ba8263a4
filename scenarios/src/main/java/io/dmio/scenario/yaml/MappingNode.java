package io.dmio.scenario.yaml;

import java.util.List;

/**
 * Keys with values, in their order; a key may occur twice.
 *
 * @param isFlow whether it stands in braces
 */
public record MappingNode(List<NodeTuple> entries, boolean isFlow, Mark start, Mark end)
    implements Node {}
