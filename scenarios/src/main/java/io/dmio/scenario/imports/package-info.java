/** Scenarios made of what other tools write: traces and fio job files. */
@NullMarked
package io.dmio.scenario.imports;

import org.jspecify.annotations.NullMarked;
