/** An Azure Spring Apps instance. Source: Azure Spring Apps documentation, read 2026-11-22. */
export interface Service {
  /** It runs in subnets of one's own. */
  readonly hasSubnet: boolean;
  /** `B0`, `S0`, `E0`; the basic tier cannot. */
  readonly sku: string;
}
