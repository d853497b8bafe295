/** A plan: the machines that apps run on. Source: Azure App Service documentation, read 2026-11-22. */
export interface Plan {
  /** `P1v3`, `B1`, `Y1` … */
  readonly sku: string | undefined;
  readonly workers: number;
  /** Instances are spread over zones. Default false. */
  readonly isZoneRedundant: boolean;
}
