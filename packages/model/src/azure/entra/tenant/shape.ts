/** Conditional access, locations and administrators of a directory, as far as one root module says it; there where it has such policies. */
export interface Tenant {
  readonly policies: readonly AccessPolicy[];
  readonly hasTrustedLocation: boolean;
  /** Assignments of the role Global Administrator; outside where the code has none. */
  readonly globalAdministrators: number;
}

/** A conditional access policy. Source: Microsoft Entra documentation "Conditional Access policy components", read 2026-11-22. */
export interface AccessPolicy {
  /** `enabled`, `disabled` or `enabledForReportingButNotEnforced`. */
  readonly state: string;
  /** Ids, or `All`. */
  readonly users: readonly string[];
  readonly roles: readonly string[];
  /** Ids, `All`, `MicrosoftAdminPortals` … */
  readonly applications: readonly string[];
  /** It demands a second factor, by itself or through an authentication strength. */
  readonly demandsMfa: boolean;
}
