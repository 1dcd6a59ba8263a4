/**
 * Files that dmio writes: whole or not at all, and only over files of its own.
 *
 * <p>How files get to the disk goes here, never what is in them. Knows nothing else of dmio.
 */
@NullMarked
package io.dmio.files;

import org.jspecify.annotations.NullMarked;
