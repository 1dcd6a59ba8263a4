package io.dmio.scenario;

import java.util.List;
import org.yaml.snakeyaml.error.Mark;

/**
 * A list.
 *
 * @param isFlow whether it stands in brackets
 */
record SequenceNode(List<Node> elements, boolean isFlow, Mark start, Mark end) implements Node {}
