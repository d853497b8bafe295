/** What the API server writes to its audit log. Source: Kubernetes reference, audit.k8s.io/v1 Policy; read 2026-11-22. */
export interface AuditPolicy {
  readonly rules: readonly AuditRule[];
}

export interface AuditRule {
  /** `None`, `Metadata`, `Request`, `RequestResponse`. */
  readonly level: string;
  /** Resources of all groups; all of them when empty. */
  readonly resources: readonly string[];
  /** The rule is for some users, verbs, namespaces or paths only. */
  readonly isNarrow: boolean;
}
