/** A provider of a workload identity pool: whose tokens are exchanged for those of Google Cloud. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface WorkloadIdentityProvider {
  /** CEL expression that callers must satisfy; parts that are not known are holes. */
  readonly condition: string | undefined;
  readonly hasCondition: boolean;
  /** Of an OpenID Connect provider. */
  readonly issuer: string | undefined;
}
