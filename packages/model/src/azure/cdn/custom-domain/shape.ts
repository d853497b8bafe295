/** A domain name of one's own in front of Azure CDN or Front Door. Source: their documentation, read 2026-11-22. */
export interface CustomDomain {
  /** `TLS10`, `TLS12`, `TLS13` or `None`; undefined: no certificate at all. */
  readonly minTlsVersion: string | undefined;
}
