/** A plan of Microsoft Defender for Cloud in a subscription. Source: Microsoft Defender for Cloud documentation, read 2026-11-22. */
export interface Pricing {
  /** `VirtualMachines`, `SqlServers`, `StorageAccounts`, `CloudPosture` … */
  readonly plan: string;
  /** `Standard` is paid and protects, `Free` does not. */
  readonly tier: string;
}
