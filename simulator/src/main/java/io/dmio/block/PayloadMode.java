package io.dmio.block;

/** How the contents of memory and of disks are held; never changes a digest. */
public enum PayloadMode {
  /** One 8-byte tag a sector. */
  TAGS,
  /** The bytes themselves. */
  BYTES
}
