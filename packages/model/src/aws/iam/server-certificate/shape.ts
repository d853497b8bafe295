/** A certificate that IAM keeps for load balancers and distributions. Source: IAM API reference, ServerCertificateMetadata, read 2026-11-22. */
export interface ServerCertificate {
  /** Days until it expires; below 0 when it has. */
  readonly daysLeft: number;
}
