/** Memorystore for Redis or Valkey. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface RedisInstance {
  /** A password, or IAM. Default false. */
  readonly isAuthenticated: boolean;
  /** Default false. */
  readonly isEncryptedInTransit: boolean;
  readonly hasCustomerKey: boolean;
  /** `BASIC` or `STANDARD_HA`, of an instance. Default `BASIC`. */
  readonly tier: string | undefined;
}
