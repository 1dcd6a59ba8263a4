package io.dmio.block;

/** What a call returns: OK or an error number, negated as the kernel does. */
public enum Errno {
  /** Success. */
  OK(0),
  /** Interrupted by a signal. */
  EINTR(-4),
  /** Input/output error. */
  EIO(-5),
  /** Resource temporarily unavailable. */
  EAGAIN(-11),
  /** Out of memory. */
  ENOMEM(-12),
  /** Device or resource busy. */
  EBUSY(-16),
  /** No such device. */
  ENODEV(-19),
  /** Invalid argument. */
  EINVAL(-22),
  /** No space left on device. */
  ENOSPC(-28),
  /** No data available. */
  ENODATA(-61),
  /** Link has been severed. */
  ENOLINK(-67),
  /** Invalid exchange. */
  EBADE(-52),
  /** Invalid or incomplete multibyte character: integrity metadata does not match. */
  EILSEQ(-84),
  /** Operation not supported. */
  EOPNOTSUPP(-95),
  /** Connection timed out. */
  ETIMEDOUT(-110),
  /** Remote I/O error. */
  EREMOTEIO(-121),
  /** Value too large for the type. */
  EOVERFLOW(-75),
  /** Remote address changed: the device mapper's own. */
  EREMCHG(-78),
  /** Too many references. */
  ETOOMANYREFS(-109);

  private final int value;

  Errno(int value) {
    this.value = value;
  }

  /** The number, 0 or negative. */
  public int value() {
    return value;
  }
}
