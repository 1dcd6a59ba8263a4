/** Files that dmio writes: whole or not at all, and only over files of its own. */
@NullMarked
package io.dmio.files;

import org.jspecify.annotations.NullMarked;
