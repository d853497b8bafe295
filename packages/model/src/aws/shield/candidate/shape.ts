/** A way in from the internet that Shield Advanced can protect. Source: AWS WAF, Shield Advanced Developer Guide, "Shield Advanced protected resources", read 2026-11-22. */
export interface ShieldCandidate {
  /** Something else of the same code is protected, so the account has the subscription. */
  readonly usesShield: boolean;
  /** Default false. */
  readonly isInternal: boolean;
  /** Default false. */
  readonly isProtected: boolean;
}
