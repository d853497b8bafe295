/** A project, with its audit configuration. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface Project {
  /** Default true: a network with open firewall rules is made with it. */
  readonly hasDefaultNetwork: boolean;
  /** Its own, and those of folders and organizations in the same code, which it inherits. */
  readonly auditConfigs: readonly AuditConfig[];
}

export interface AuditConfig {
  /** `allServices`, `storage.googleapis.com` … */
  readonly service: string;
  readonly logs: readonly AuditLog[];
}

export interface AuditLog {
  /** `ADMIN_READ`, `DATA_READ`, `DATA_WRITE`. */
  readonly logType: string;
  /** Principals whose access is not logged. */
  readonly exempted: readonly string[];
}
