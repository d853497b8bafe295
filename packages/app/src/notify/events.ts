/** What happened that somebody should be told of, as facts without words. Times are ISO 8601 in UTC; due dates are `YYYY-MM-DD`. */
import type { Severity, Text } from '@kumomori/model';

/** What a message says of a finding. */
export interface FindingFacts {
  /** The fingerprint: the same over scans. */
  readonly id: string;
  readonly checkId: string;
  readonly title: Text;
  readonly message: Text;
  readonly severity: Severity;
  readonly resource: string;
  readonly account: string | null;
  readonly region: string | null;
  readonly owner: string | null;
  readonly due: string | null;
}

interface Happened {
  /** Of this event alone, the same on every attempt to tell it; at most 200 characters. */
  readonly id: string;
  readonly at: string;
}

export interface FindingEvent extends Happened {
  readonly kind: 'finding-opened' | 'finding-reopened' | 'finding-verified';
  readonly finding: FindingFacts;
}

/** Somebody of the cloud team asks an owner to fix findings. */
export interface RequestEvent extends Happened {
  readonly kind: 'request';
  readonly by: string;
  readonly note: string | null;
  readonly due: string | null;
  readonly findings: readonly FindingFacts[];
}

export interface DueEvent extends Happened {
  readonly kind: 'due-soon' | 'overdue';
  readonly finding: FindingFacts;
  /** Days until it is due, or since it was. */
  readonly days: number;
  /** Of the escalation ladder, from 0. */
  readonly level: number;
}

export interface ExceptionEvent extends Happened {
  readonly kind: 'exception-requested' | 'exception-approved' | 'exception-declined' | 'exception-expiring' | 'exception-expired';
  readonly exception: string;
  readonly finding: FindingFacts;
  /** Who asked; of a decision, who decided. */
  readonly by: string | null;
  readonly reason: string;
  readonly expires: string | null;
}

export interface IncidentEvent extends Happened {
  readonly kind: 'incident-opened' | 'incident-closed';
  readonly incident: string;
  readonly severity: Severity;
  readonly title: Text;
  readonly entity: string;
  readonly account: string | null;
  readonly detections: readonly Text[];
}

export interface ScanFailedEvent extends Happened {
  readonly kind: 'scan-failed';
  readonly scan: string;
  readonly target: string;
  readonly reason: string;
}

export interface SourceEvent extends Happened {
  readonly kind: 'source-silent' | 'source-back';
  readonly source: string;
  /** When it last told anything; null: never. */
  readonly last: string | null;
}

export interface DigestEvent extends Happened {
  readonly kind: 'digest';
  readonly department: string;
  /** `YYYY-MM-DD`, both inclusive. */
  readonly from: string;
  readonly to: string;
  readonly opened: number;
  readonly fixed: number;
  readonly open: Readonly<Record<Severity, number>>;
  readonly overdue: number;
  readonly dueSoon: number;
  /** What to do first, worst first. */
  readonly findings: readonly FindingFacts[];
}

export type NotificationEvent =
  | FindingEvent
  | RequestEvent
  | DueEvent
  | ExceptionEvent
  | IncidentEvent
  | ScanFailedEvent
  | SourceEvent
  | DigestEvent;

export type EventKind = NotificationEvent['kind'];
