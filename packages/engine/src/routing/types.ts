/** Routing as data. Times ISO-8601 UTC. */
import type { Severity } from '@kumomori/model';

/** What happened. */
export type NotificationKind =
  | 'finding-new'
  | 'finding-reopened'
  | 'finding-verified'
  | 'finding-requested'
  | 'finding-escalated'
  | 'finding-comment'
  | 'exception-requested'
  | 'exception-decided'
  | 'exception-ending'
  | 'exception-expired'
  | 'detection'
  | 'incident'
  | 'attack-path-new'
  | 'scan-failed'
  | 'source-silent'
  | 'digest';

export interface NotificationEvent {
  readonly id: string;
  readonly kind: NotificationKind;
  readonly at: string;
  readonly severity: Severity;
  /** What it is about: key of a finding, id of an incident. Events of one kind about one subject are the same news. */
  readonly subject: string;
  readonly checkId: string | null;
  readonly department: string | null;
  readonly account: string | null;
  readonly environment: string | null;
  readonly tags: Readonly<Record<string, string>>;
}

/** All that is given has to fit; in each list one is enough. `*` and `?` are wildcards where text is asked. Nothing given fits everything. */
export interface RouteMatch {
  readonly kinds?: readonly NotificationKind[];
  /** This severity or a graver one. */
  readonly atLeast?: Severity;
  /** `-`: those that belong to no department. */
  readonly departments?: readonly string[];
  readonly checks?: readonly string[];
  readonly accounts?: readonly string[];
  readonly environments?: readonly string[];
  /** Keys without regard to letter case. */
  readonly tags?: Readonly<Record<string, string>>;
}

export interface QuietHours {
  readonly timeZone: string;
  /** Minutes since midnight; `from` after `to` spans midnight. */
  readonly from: number;
  readonly to: number;
  /** Weekdays on which it is quiet all day; 0 is Sunday. */
  readonly days: readonly number[];
  /** What is at least as grave is sent nevertheless; null: nothing is. */
  readonly exceptFrom: Severity | null;
}

export interface NotificationRoute {
  readonly id: string;
  readonly match: RouteMatch;
  /** Ids of channels. */
  readonly channels: readonly string[];
  /** `digest`: collected until the channel's next digest. */
  readonly mode: 'immediate' | 'digest';
  /** The same news is sent once within so many minutes; 0: always. */
  readonly dedupeMinutes: number;
  readonly quiet: QuietHours | null;
  /** Routes after this one are not asked any more. */
  readonly isLast: boolean;
}

/** What happens to one event on one channel. */
export interface NotificationDecision {
  readonly event: string;
  readonly channel: string;
  /** The route that decided. */
  readonly route: string;
  readonly action: 'send' | 'hold' | 'digest' | 'drop-duplicate';
  /** Of `hold`: when the quiet hours end. */
  readonly until: string | null;
  /** Remember this with the time of the event when it is sent, held or put into a digest. */
  readonly dedupeKey: string;
}
