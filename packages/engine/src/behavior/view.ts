/** What detections ask of activity: principals with their days and hours, and what everybody does. */
import type { ActorKind } from '@kumomori/model';
import type { Activity, ActorActivity, Seen } from './activity.ts';
import { isHuman, principalOf } from './actors.ts';
import type { CountName, SeenKind } from './digest.ts';
import { COUNTS, SEEN_KINDS } from './digest.ts';
import type { BehaviorSettings } from './settings.ts';
import type { BehaviorEvidence, BehaviorMatch, BehaviorSurroundings, SampleEvent } from './types.ts';
import type { BehaviorId } from './catalogue.ts';
import type { SigmaLevel } from '@kumomori/model';

export const HOUR = 3_600_000;
export const DAY = 86_400_000;

export interface ActorView {
  readonly key: string;
  readonly kind: ActorKind;
  readonly principal: string;
  readonly isHuman: boolean;
  /** Whom it is compared with: its kind in its account. */
  readonly group: string;
  /** Hours since 1970, sorted. */
  readonly hours: readonly number[];
  readonly firstDay: number;
  /** Day since 1970 → COUNTS. */
  readonly days: ReadonlyMap<number, readonly number[]>;
  readonly activity: ActorActivity;
}

export interface World {
  readonly activity: Activity;
  readonly actors: readonly ActorView[];
  readonly byKey: ReadonlyMap<string, ActorView>;
  /** Hour since 1970 of the first event of all. */
  readonly firstHour: number;
  readonly surroundings: BehaviorSurroundings;
  readonly settings: BehaviorSettings;
}

/** A match before it is one, with what it weighs for the risk of whoever did it. */
export interface Found {
  readonly behavior: BehaviorId;
  readonly level: SigmaLevel;
  readonly event: SampleEvent;
  readonly firstSeen: number;
  readonly evidence: readonly BehaviorEvidence[];
  readonly eventIds?: readonly string[];
  /** Null: of nobody in particular. */
  readonly actor: string | null;
}

/** A small sign: part of a risk, never an alert. */
export interface Sign {
  readonly actor: string;
  readonly time: number;
  /** Signs of one kind within the half-life count up to their cap. */
  readonly kind: string;
  readonly points: number;
  readonly evidence: BehaviorEvidence;
}

export function viewOf(activity: Activity, surroundings: BehaviorSurroundings): World {
  const actors = activity.actors().flatMap((each) => actorView(each) ?? []);
  return {
    ...{ activity, actors, byKey: new Map(actors.map((each) => [each.key, each])) },
    firstHour: actors.reduce((first, { hours }) => Math.min(first, hours[0] ?? first), Number.POSITIVE_INFINITY),
    ...{ surroundings, settings: surroundings.settings },
  };
}

function actorView(activity: ActorActivity): ActorView | null {
  const { cells } = activity;
  const hours = [...cells.hours()].toSorted((a, b) => a - b);
  const [firstHour] = hours;
  if (firstHour === undefined) return null;
  const days = new Map<number, number[]>();
  for (const hour of hours) {
    const day = Math.floor(hour / 24);
    const sums = days.get(day) ?? COUNTS.map(() => 0);
    days.set(day, sums);
    for (let at = 0; at < COUNTS.length; at++) sums[at] = (sums[at] ?? 0) + cells.count(hour, at);
  }
  const { key, kind } = activity;
  const principal = principalOf(key);
  const account = /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(principal)?.[1] ?? '';
  const human = isHuman(key, kind);
  return {
    key,
    kind,
    principal,
    isHuman: human,
    group: `${human ? 'people' : 'programs'} ${account}`,
    hours,
    firstDay: Math.floor(firstHour / 24),
    days,
    activity,
  };
}

const PLACES = new Map<string, number>(COUNTS.map((name, at) => [name, at]));

export function countOf(counts: readonly number[] | undefined, name: CountName): number {
  return counts?.[PLACES.get(name) ?? 0] ?? 0;
}

export function seenOf(actor: ActorView, kind: SeenKind): readonly (readonly [string, Seen])[] {
  return actor.activity.seen[SEEN_KINDS.indexOf(kind)]?.entries() ?? [];
}

/** The event of the hour a time is in, or of the first active hour after. */
export function sampleAt({ activity, hours }: ActorView, time: number): SampleEvent | null {
  const hour = Math.floor(time / HOUR);
  return activity.cells.event(hour) ?? activity.cells.event(hours[lowerBound(hours, hour)] ?? Number.NaN);
}

/** An event for what no single event stands for: who, where from, when. */
export function anyEvent(actor: ActorView, time: number): SampleEvent | null {
  const event = sampleAt(actor, time);
  return event && { ...event, time, eventId: null, action: null, resource: null };
}

export function countIn({ activity }: ActorView, hour: number, name: CountName): number {
  return activity.cells.count(hour, PLACES.get(name) ?? 0);
}

/** Active hours before a time. */
export function hoursBefore({ hours }: Pick<ActorView, 'hours'>, time: number): number {
  return lowerBound(hours, Math.floor(time / HOUR));
}

/** How many of a sorted list are smaller. */
export function lowerBound(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function matchOf(found: Found): BehaviorMatch {
  const { behavior, level, event, eventIds = [], firstSeen, evidence } = found;
  return { behavior, level, event, eventIds, subject: subjectOf(found), firstSeen, evidence };
}

function subjectOf({ actor, event, evidence }: Found): string {
  const things = evidence.flatMap((each) => {
    if (each.kind === 'public' || each.kind === 'stopped') return each.thing;
    if (each.kind === 'networks') return each.session;
    return each.kind === 'success' ? each.user : [];
  });
  return [actor ?? event.principal ?? event.sourceIp ?? '', event.account ?? '', ...things].join('\n');
}
