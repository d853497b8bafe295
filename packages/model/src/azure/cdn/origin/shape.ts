/** A server behind Front Door. Source: Azure Front Door documentation "Origins", read 2026-11-22. */
export interface Origin {
  /** The name in the certificate must be that of the origin. Default true. */
  readonly checksCertificateName: boolean;
}
