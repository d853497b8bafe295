/** An isolated App Service environment. Source: Azure App Service Environment documentation, read 2026-11-22. */
export interface Environment {
  /** Default false. */
  readonly isZoneRedundant: boolean;
  /** Apps have addresses inside of the network only. */
  readonly isInternal: boolean;
}
