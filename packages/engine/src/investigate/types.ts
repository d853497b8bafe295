import type { EventFacts, LogSource } from '@kumomori/model';

/** What an investigation can be about. */
export const ENTITY_KINDS = ['principal', 'credential', 'session', 'address', 'resource'] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

/** What was asked for, and what it turned out to be. */
export interface Entity {
  readonly text: string;
  readonly kind: EntityKind;
}

/**
 * Why an event belongs to an investigation. `became`: by a credential that the entity obtained. `same-person`: by the same mail address in another log.
 * `possibly`: by a service account that others may use too, soon after the entity asked for its credential.
 */
export type Relation = 'direct' | 'became' | 'same-person' | 'possibly';

/** Milliseconds since 1970 UTC; both ends belong to it. Null: open. */
export interface Scope {
  readonly from: number | null;
  readonly to: number | null;
}

/** One end of a hop. */
export interface HopEnd {
  readonly principal: string | null;
  readonly session: string | null;
  readonly credential: string | null;
  /** Account, subscription or project the identity is of. */
  readonly account: string | null;
}

/** One identity that became another: a role taken, a key made, a token asked for. */
export interface Hop {
  readonly time: number | null;
  readonly source: LogSource;
  readonly eventId: string | null;
  readonly action: string | null;
  readonly sourceIp: string | null;
  /** `origin`: how the entity came to be; `onward`: what it became. */
  readonly direction: 'origin' | 'onward';
  readonly from: HopEnd;
  readonly to: HopEnd;
  readonly crossesAccount: boolean;
}

/** Calls of one operation. */
export interface ApiUse {
  readonly service: string | null;
  readonly action: string;
  readonly success: number;
  readonly failure: number;
  readonly denied: number;
  readonly unknown: number;
  readonly first: number | null;
  /** ATT&CK techniques of detections that name the operation; empty: none does. */
  readonly techniques: readonly string[];
  readonly isAbused: boolean;
}

export interface Counted {
  readonly value: string;
  readonly count: number;
}

/** What one principal did within the scope. Lists are ordered by count. */
export interface Profile {
  readonly principal: string;
  readonly actorKind: EventFacts['actorKind'];
  readonly relations: readonly Relation[];
  readonly events: number;
  readonly first: number | null;
  readonly last: number | null;
  readonly apis: readonly ApiUse[];
  readonly regions: readonly Counted[];
  readonly addresses: readonly Counted[];
  readonly agents: readonly Counted[];
  readonly accounts: readonly Counted[];
  readonly sessions: readonly Counted[];
  readonly credentials: readonly Counted[];
  readonly resources: readonly Counted[];
  /** Events by hour of the day, UTC; 24 numbers. */
  readonly hours: readonly number[];
  readonly bytesOut: number;
}

export type NewKind = 'api' | 'region' | 'address' | 'agent' | 'account' | 'hour';

/** Something the entity did in the scope and not before. */
export interface NewFact {
  readonly kind: NewKind;
  readonly value: string;
  readonly first: number;
  readonly count: number;
  readonly eventId: string | null;
}

/** `baselineEvents` 0: there is nothing to compare with, which is no statement that all is new. */
export interface News {
  readonly baselineEvents: number;
  readonly baselineFrom: number | null;
  readonly facts: readonly NewFact[];
}

export type PeerTie = 'address' | 'agent' | 'resource';

/** Somebody else with something in common. */
export interface Peer {
  readonly principal: string;
  readonly ties: readonly { readonly tie: PeerTie; readonly value: string; readonly events: number }[];
  readonly events: number;
  readonly first: number | null;
  readonly last: number | null;
}
