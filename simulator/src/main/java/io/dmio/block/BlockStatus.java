package io.dmio.block;

/** How a bio ended, as the kernel's {@code blk_status_t}. */
public enum BlockStatus {
  /** Done. */
  OK(Errno.OK),
  /** Any other error. */
  IOERR(Errno.EIO),
  /** The device cannot do this. */
  NOTSUPP(Errno.EOPNOTSUPP),
  /** No answer in time. */
  TIMEOUT(Errno.ETIMEDOUT),
  /** No space left. */
  NOSPC(Errno.ENOSPC),
  /** The path to the device failed. */
  TRANSPORT(Errno.ENOLINK),
  /** The target failed for good. */
  TARGET(Errno.EREMOTEIO),
  /** Reserved by somebody else. */
  NEXUS(Errno.EBADE),
  /** The medium is bad here. */
  MEDIUM(Errno.ENODATA),
  /** Integrity metadata does not match. */
  PROTECTION(Errno.EILSEQ),
  /** Out of a resource of the host. */
  RESOURCE(Errno.ENOMEM),
  /** Would have to wait. */
  AGAIN(Errno.EAGAIN),
  /** Out of a resource of the device. */
  DEV_RESOURCE(Errno.EBUSY),
  /** The device is gone. */
  OFFLINE(Errno.ENODEV),
  /** Bad arguments. */
  INVAL(Errno.EINVAL),
  /** The device mapper wants to do it again later. */
  DM_REQUEUE(Errno.EREMCHG),
  /** Out of a resource of a zone. */
  ZONE_RESOURCE(Errno.EIO),
  /** Too many zones are open. */
  ZONE_OPEN_RESOURCE(Errno.ETOOMANYREFS),
  /** Too many zones are active. */
  ZONE_ACTIVE_RESOURCE(Errno.EOVERFLOW);

  private final Errno errno;

  BlockStatus(Errno errno) {
    this.errno = errno;
  }

  /** The error number that user space would see. */
  public Errno errno() {
    return errno;
  }
}
