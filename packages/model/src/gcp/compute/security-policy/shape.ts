/** A Cloud Armor policy. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface SecurityPolicy {
  /** Default type `CLOUD_ARMOR`; others are for edge caches and networks. */
  readonly isForBackends: boolean;
  readonly rules: readonly SecurityRule[];
}

export interface SecurityRule {
  /** `allow`, `deny(403)`, `throttle` … */
  readonly action: string;
  /** Only logged. Default false. */
  readonly isPreview: boolean;
  /** CEL, such as `evaluatePreconfiguredExpr('cve-canary')`. */
  readonly expression: string | undefined;
}
