/** A scan configuration of Sensitive Data Protection. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface DiscoveryConfig {
  /** `RUNNING` or `PAUSED`. Default `RUNNING`. */
  readonly status: string;
  /** Kinds of data that are looked at: `big_query_target`, `cloud_sql_target` … */
  readonly targets: readonly string[];
}
