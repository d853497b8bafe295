import type { ActorKind, LogSource, SigmaLevel } from '@kumomori/model';
import type { BehaviorId } from './catalogue.ts';
import type { BehaviorSettings } from './settings.ts';

/** One event that stands for a behavior: what stories and lines of the result need. */
export interface SampleEvent {
  readonly source: LogSource;
  /** Milliseconds since 1970 UTC. */
  readonly time: number;
  readonly eventId: string | null;
  readonly account: string | null;
  readonly region: string | null;
  readonly principal: string | null;
  readonly actorKind: ActorKind;
  readonly session: string | null;
  readonly credential: string | null;
  readonly sourceIp: string | null;
  readonly userAgent: string | null;
  readonly action: string | null;
  readonly resource: string | null;
}

export type VolumeClass = 'reads' | 'megabytes' | 'deletes' | 'secrets' | 'errors';
export type RareKind = 'network' | 'country' | 'asn' | 'agent' | 'region' | 'service' | 'action' | 'hour';

/** Why, as data; the application says it in words. Times are milliseconds, shares percent. */
export type BehaviorEvidence =
  | {
      readonly kind: 'volume';
      readonly what: VolumeClass;
      readonly count: number;
      readonly usual: number;
      readonly most: number;
      readonly days: number;
      readonly z: number;
    }
  | { readonly kind: 'peers'; readonly count: number; readonly most: number; readonly group: 'peers' | 'everybody' }
  | { readonly kind: 'new'; readonly what: RareKind; readonly value: string; readonly hours: number; readonly others: number }
  | { readonly kind: 'hour'; readonly hour: number; readonly isWeekend: boolean; readonly hours: number }
  | { readonly kind: 'travel'; readonly from: string; readonly to: string; readonly kilometers: number; readonly minutes: number }
  | {
      readonly kind: 'networks';
      readonly session: string;
      readonly home: readonly string[];
      readonly other: string;
      readonly calls: number;
      readonly by: 'addresses' | 'overlap' | 'credential';
    }
  | { readonly kind: 'asleep'; readonly days: number; readonly since: number | null; readonly by: 'logs' | 'snapshot' }
  | { readonly kind: 'left'; readonly name: string; readonly on: string; readonly calls: number }
  | { readonly kind: 'guesses'; readonly failures: number; readonly users: number; readonly addresses: number; readonly minutes: number }
  | { readonly kind: 'success'; readonly user: string; readonly minutes: number }
  | {
      readonly kind: 'launches';
      readonly launches: number;
      readonly instances: number;
      readonly failed: number;
      readonly regions: readonly string[];
      readonly types: readonly string[];
      readonly minutes: number;
    }
  | { readonly kind: 'unused-region'; readonly region: string; readonly days: number }
  | { readonly kind: 'burst'; readonly what: 'shares' | 'snapshots' | 'deletes'; readonly count: number; readonly most: number }
  | { readonly kind: 'discovery'; readonly calls: number; readonly services: number; readonly denied: number; readonly of: number }
  | {
      readonly kind: 'public';
      readonly thing: string;
      readonly minutes: number;
      readonly by: string;
      readonly undoneBy: string;
      readonly outsiders: number;
    }
  | { readonly kind: 'stopped'; readonly thing: string; readonly minutes: number | null }
  | { readonly kind: 'contribution'; readonly of: BehaviorId; readonly points: number };

export interface BehaviorMatch {
  readonly behavior: BehaviorId;
  readonly level: SigmaLevel;
  readonly event: SampleEvent;
  /** Other events it rests on; the first ones. */
  readonly eventIds: readonly string[];
  /** Who and what it is about: tells matches of one behavior that begin at one time apart, and stays the same while more becomes known. */
  readonly subject: string;
  /** Milliseconds; when it began. */
  readonly firstSeen: number;
  readonly evidence: readonly BehaviorEvidence[];
}

/** Where an address is. */
export interface Place {
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly asn: number | null;
  readonly organization: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** What logs do not say. */
export interface BehaviorSurroundings {
  readonly settings: BehaviorSettings;
  /** Null: no GeoIP file; countries, networks' owners and travel are off. */
  readonly placeOf: ((address: string) => Place | null) | null;
  /** User names and addresses in lower case → the last day, `2026-03-31`. */
  readonly leavers: ReadonlyMap<string, string>;
  /** ARN of a principal → when its credentials were used last before the snapshot, and when the snapshot was taken. */
  readonly lastUsed: ReadonlyMap<string, { readonly at: number | null; readonly known: number }>;
  /** Account → ranges (CIDR) its instances call from. */
  readonly addresses: ReadonlyMap<string, readonly string[]>;
}

export interface BehaviorResult {
  /** In the order of time. */
  readonly matches: readonly BehaviorMatch[];
  /** Principals that were left out to bound memory. */
  readonly leftOut: number;
}
