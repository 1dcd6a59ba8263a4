/** Measures the simulator beside what it is compared with, in CPU time of one run. */
@NullMarked
package io.dmio.bench;

import org.jspecify.annotations.NullMarked;
