/** A Data Fusion instance. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface DataFusionInstance {
  /** Default false. */
  readonly isPrivate: boolean;
  /** Default false. */
  readonly isLogged: boolean;
  /** Default false. */
  readonly isMonitored: boolean;
  readonly hasCustomerKey: boolean;
}
