import type { ActorKind, EventFacts, SigmaLevel } from '@kumomori/model';

/** What stories need of a rule. */
export interface SignalRule {
  /** The rule's id, or its title where it has none. */
  readonly id: string;
  readonly level: SigmaLevel;
  /** ATT&CK tactics as tags write them: `credential-access`. */
  readonly tactics: readonly string[];
  readonly techniques: readonly string[];
}

/** What stories need of an event that a rule or a behavior spoke of. */
export type SignalFacts = Pick<
  EventFacts,
  'time' | 'account' | 'region' | 'principal' | 'session' | 'credential' | 'sourceIp' | 'action' | 'resource' | 'eventId'
> & { readonly actorKind: ActorKind };

/** One match. `info` is whatever the caller wants back. */
export interface Signal<I> {
  readonly rule: SignalRule;
  readonly facts: SignalFacts;
  readonly info: I;
}

/** Matches that belong to one course of events. */
export interface Incident<I> {
  /** Stable for the same logs and rules. */
  readonly id: string;
  readonly severity: SigmaLevel;
  /** Who it begins with; null where no event says. */
  readonly principal: string | null;
  /** Everybody who acted in it, the beginner first. */
  readonly principals: readonly string[];
  /** Milliseconds since 1970. */
  readonly firstSeen: number;
  readonly lastSeen: number;
  readonly tactics: readonly string[];
  readonly techniques: readonly string[];
  /** In the order of their first match. */
  readonly ruleIds: readonly string[];
  /** In the order of time. */
  readonly signals: readonly Signal<I>[];
  /** Orders incidents of one severity; what it is made of is in {@link StoryReason}. */
  readonly score: number;
  /** Why it is as severe as it is. */
  readonly reasons: readonly StoryReason[];
}

export type StoryReason =
  | { readonly kind: 'level'; readonly level: SigmaLevel; readonly ruleId: string }
  | { readonly kind: 'tactics'; readonly tactics: readonly string[] }
  | { readonly kind: 'small-signs'; readonly rules: number }
  | { readonly kind: 'rare'; readonly ruleId: string }
  | { readonly kind: 'chain'; readonly principals: readonly string[] };
