/** What somebody does for the first time, and nobody else does either: small signs, never an alert. */
import { networkOf, isPrivate } from '../names.ts';
import type { BehaviorEvidence, RareKind } from '../types.ts';
import type { ActorView, Sign, World } from '../view.ts';
import { hoursBefore, HOUR, lowerBound, seenOf } from '../view.ts';
import { surprise } from './statistics.ts';

/** Points one sign has at most. Where somebody is weighs most; new calls are made every week. */
const CAPS: Readonly<Record<RareKind, number>> = { country: 5, asn: 4, network: 3, agent: 3, region: 4, service: 2, action: 1.5, hour: 3 };
/** Kinds that say the same thing: only the strongest of one moment counts. */
const PLACE_KINDS: ReadonlySet<RareKind> = new Set<RareKind>(['country', 'asn', 'network']);
/** The two halves of the week × hours. */
const BINS = 48;

type Firsts = ReadonlyMap<string, number>;

export function rareSigns(world: World): readonly Sign[] {
  if (world.settings['risky-entity'].on === 0) return [];
  const begins = world.actors.map(({ hours }) => (hours[0] ?? 0) * HOUR).toSorted((a, b) => a - b);
  const byKind = KINDS.map((kind) => {
    const own = new Map(world.actors.map((actor) => [actor.key, firstsOf(actor, kind, world)]));
    const everybody = new Map<string, number[]>();
    for (const firsts of own.values())
      for (const [value, first] of firsts) {
        const list = everybody.get(value);
        if (list) list.push(first);
        else everybody.set(value, [first]);
      }
    for (const list of everybody.values()) list.sort((a, b) => a - b);
    return { kind, own, everybody };
  });
  return world.actors.flatMap((actor) => [
    ...byKind.flatMap(({ kind, own, everybody }) =>
      newSigns(actor, { kind, firsts: own.get(actor.key) ?? new Map(), everybody, begins, world }),
    ),
    ...(actor.isHuman ? hourSigns(actor, world) : []),
  ]);
}

const KINDS: readonly RareKind[] = ['country', 'asn', 'network', 'agent', 'region', 'service', 'action'];

/** Value → when it was first seen with this principal. */
function firstsOf(actor: ActorView, kind: RareKind, { surroundings }: World): Firsts {
  if (kind === 'hour') return new Map();
  if (kind !== 'network' && kind !== 'country' && kind !== 'asn')
    return new Map(seenOf(actor, kind).map(([value, { first }]) => [value, first]));
  const firsts = new Map<string, number>();
  for (const [address, { first }] of seenOf(actor, 'address')) {
    if (isPrivate(address)) continue;
    const place = kind === 'network' ? null : (surroundings.placeOf?.(address) ?? null);
    const value = kind === 'network' ? networkOf(address) : kind === 'country' ? place?.country : asnName(place);
    if (value) firsts.set(value, Math.min(first, firsts.get(value) ?? first));
  }
  return firsts;
}

function asnName(place: { readonly asn: number | null; readonly organization: string | null } | null): string | null {
  return place === null || place.asn === null ? null : `AS${place.asn}${place.organization ? ` ${place.organization}` : ''}`;
}

interface Asked {
  readonly kind: RareKind;
  readonly firsts: Firsts;
  readonly everybody: ReadonlyMap<string, readonly number[]>;
  /** When each principal was first seen, sorted. */
  readonly begins: readonly number[];
  readonly world: World;
}

function newSigns(actor: ActorView, { kind, firsts, everybody, begins, world }: Asked): readonly Sign[] {
  const { learningDays, learningHours } = world.settings['risky-entity'];
  const sorted = [...firsts].toSorted((a, b) => a[1] - b[1]);
  return sorted.flatMap(([value, time], at) => {
    const hours = hoursBefore(actor, time);
    if (hours < learningHours || activeDaysBefore(actor, time) < learningDays) return [];
    const others = lowerBound(everybody.get(value) ?? [], time);
    // Whoever often comes with something new does so again; what many others have is nothing rare.
    const points = Math.min(surprise(at, hours), surprise(others, lowerBound(begins, time)), CAPS[kind]);
    if (points < 0.5) return [];
    const evidence: BehaviorEvidence = { kind: 'new', what: kind, value, hours, others };
    return [{ actor: actor.key, time, kind: PLACE_KINDS.has(kind) ? 'place' : kind, points, evidence }];
  });
}

export function activeDaysBefore(actor: ActorView, time: number): number {
  const today = Math.floor(time / HOUR / 24);
  let count = 0;
  for (const day of actor.days.keys()) if (day < today) count++;
  return count;
}

/** Working at an hour of the week at which one never did; one sign a day, with the rarest hour. */
function hourSigns(actor: ActorView, { settings }: World): readonly Sign[] {
  const { learningDays, learningHours } = settings['risky-entity'];
  const counts = Array.from({ length: BINS }, () => 0);
  const signs: Sign[] = [];
  for (const [day, hours] of Map.groupBy(actor.hours, (hour) => Math.floor(hour / 24))) {
    const total = counts.reduce((sum, each) => sum + each, 0);
    if (total >= learningHours && activeDaysBefore(actor, day * 24 * HOUR) >= learningDays) {
      const rarest = hours
        .map((hour) => ({ hour, points: Math.min(CAPS.hour, surprise(near(counts, binOf(hour)), total) - Math.log(BINS / 2)) }))
        .toSorted((a, b) => b.points - a.points || a.hour - b.hour)[0];
      if (rarest && rarest.points >= 0.5) {
        const evidence = { kind: 'hour', hour: rarest.hour % 24, isWeekend: isWeekend(rarest.hour), hours: total } as const;
        signs.push({ actor: actor.key, time: rarest.hour * HOUR, kind: 'hour', points: rarest.points, evidence });
      }
    }
    for (const hour of hours) counts[binOf(hour)] = (counts[binOf(hour)] ?? 0) + 1;
  }
  return signs;
}

/** 1970 began on a Thursday. */
function isWeekend(hour: number): boolean {
  const day = (Math.floor(hour / 24) + 4) % 7;
  return day === 0 || day === 6;
}

function binOf(hour: number): number {
  return (isWeekend(hour) ? 24 : 0) + (((hour % 24) + 24) % 24);
}

/** Seen at this hour, and by half at those beside it. */
function near(counts: readonly number[], bin: number): number {
  const [half, hour] = [bin >= 24 ? 24 : 0, bin % 24];
  const at = (offset: number): number => counts[half + ((hour + offset + 24) % 24)] ?? 0;
  return at(0) + (at(-1) + at(1)) / 2;
}
