/** What is told to a SIEM: one line or event for each. */
import type { Severity } from '@kumomori/model';

export interface SiemEntry {
  /** ISO 8601 in UTC. */
  readonly time: string;
  readonly severity: Severity | null;
  /** What it is, as `finding` or `audit`: at most 32 characters of ASCII. */
  readonly kind: string;
  readonly message: string;
  /** For machines: a finding in OCSF, an event of the audit trail. */
  readonly data: unknown;
}
