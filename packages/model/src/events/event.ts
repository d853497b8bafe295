import type { LogSource } from './sources.ts';

/** What the wrapping of a record says of where it comes from and the record itself does not: log group, diagnostic settings, log name. */
export interface LogOrigin {
  /** Account, subscription or project. */
  readonly account: string | null;
  readonly region: string | null;
  /** Cluster, log group or resource. */
  readonly name: string | null;
}

/** One record of a log as its source wrote it: its own field names, nothing renamed. */
export interface LogEvent {
  readonly source: LogSource;
  readonly record: Readonly<Record<string, unknown>>;
  /** Only where the record came in a wrapping that names it. */
  readonly origin?: LogOrigin;
}

/** What kind of thing acted. `role` is a role session, `workload` a service account or managed identity, `service` the provider itself. */
export type ActorKind = 'user' | 'root' | 'role' | 'workload' | 'federated' | 'service' | 'anonymous' | 'unknown';

/** `denied` is a failure for want of permission; `unknown` where the record does not say. */
export type EventOutcome = 'success' | 'failure' | 'denied' | 'unknown';

/**
 * What every log says in its own words, in one: who did what to which thing, from where, with what end. Read from a record by
 * `eventFacts`; null is "this record does not say". Detections read raw records; stories, behavior and investigation read facts.
 */
export interface EventFacts {
  readonly source: LogSource;
  /** The record's own id (contracts.md §5), or null. */
  readonly eventId: string | null;
  /** Milliseconds since 1970 UTC. */
  readonly time: number | null;
  /** Account, subscription, project, organization or cluster that the log is of. */
  readonly account: string | null;
  readonly region: string | null;
  /** Stable over sessions: the ARN of the user or role, the UPN, the mail address, the Kubernetes user name. */
  readonly principal: string | null;
  readonly actorKind: ActorKind;
  /** What tells one session or credential from another: access key id, session name or token id. */
  readonly session: string | null;
  /** The access key or other long-lived credential's id, where the record names one. */
  readonly credential: string | null;
  /** An address; null where the call came from the provider itself. */
  readonly sourceIp: string | null;
  readonly userAgent: string | null;
  /** `s3.amazonaws.com`, `Microsoft.Compute`, `storage.googleapis.com`, `apps/v1`. */
  readonly service: string | null;
  /** The provider's own name of the operation. */
  readonly action: string | null;
  /** The first thing acted on: an ARN, resource id or path. */
  readonly resource: string | null;
  readonly outcome: EventOutcome;
  /** The provider's error code, or null. */
  readonly error: string | null;
  readonly readOnly: boolean | null;
  /** Bytes that left, where the record counts them. */
  readonly bytesOut: number | null;
}
