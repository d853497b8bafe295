/** How long a certificate is still good. Only a live account says it. Source: ACM API reference, CertificateDetail, read 2026-11-22. */
export interface CertificateValidity {
  /** Until it expires, below 0 when it has; undefined: it was not issued yet. */
  readonly daysLeft: number | undefined;
  /** Some resource serves it. */
  readonly isInUse: boolean;
  /** ACM renews it by itself, as long as the domain's record stays. False for imported ones. */
  readonly isRenewed: boolean;
  /** The renewal failed or waits for somebody: `FAILED`, `PENDING_VALIDATION`. Undefined: none was tried. */
  readonly renewalStatus: string | undefined;
}
