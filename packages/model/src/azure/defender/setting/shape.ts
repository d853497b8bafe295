/** A connection of Defender for Cloud with another product. Source: Microsoft Defender for Cloud documentation, read 2026-11-22. */
export interface Setting {
  /** `MCAS` (Defender for Cloud Apps), `WDATP` (Defender for Endpoint), `Sentinel` … */
  readonly product: string;
  readonly isEnabled: boolean;
}
