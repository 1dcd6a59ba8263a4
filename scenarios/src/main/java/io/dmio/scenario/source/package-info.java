/**
 * Where a scenario comes from, and what it may use beside its text: files, and code of its user.
 */
@NullMarked
package io.dmio.scenario.source;

import org.jspecify.annotations.NullMarked;
