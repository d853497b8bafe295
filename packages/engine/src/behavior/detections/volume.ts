/** Far more of something in a day than in the two weeks before, and more than peers: downloads, bytes, deletions, secrets, errors. */
import type { CountName } from '../digest.ts';
import type { BehaviorEvidence, VolumeClass } from '../types.ts';
import type { ActorView, Found, Sign, World } from '../view.ts';
import { countIn, countOf, DAY, HOUR, sampleAt } from '../view.ts';
import { quantile, robustZ } from './statistics.ts';

const CLASSES: readonly (readonly [VolumeClass, CountName])[] = [
  ['reads', 'reads'],
  ['megabytes', 'bytes'],
  ['deletes', 'deletes'],
  ['secrets', 'secrets'],
  ['errors', 'errors'],
];
const MEGABYTE = 1_000_000;
/** Of a volume that peers have as well: part of a risk only. */
const ORDINARY_POINTS = 3;
/** Peers fewer than this are no group. */
const MIN_PEERS = 5;
/** Working days of a week. */
const MIN_BUSY = 5;

interface Spike {
  readonly day: number;
  readonly what: VolumeClass;
  readonly evidence: BehaviorEvidence;
  readonly peers: BehaviorEvidence;
  readonly standing: 'beyond' | 'high' | 'ordinary';
}

export function findVolume(world: World): { readonly found: readonly Found[]; readonly signs: readonly Sign[] } {
  const found: Found[] = [];
  const signs: Sign[] = [];
  const peersBy = new Map(CLASSES.map(([what, name]) => [what, peersOf(world, name)]));
  for (const actor of world.actors) {
    const spikes = CLASSES.flatMap(([what, name]) => spikesOf(actor, { what, name, world, peers: peersBy.get(what) ?? new Map() }));
    for (const [day, all] of Map.groupBy(spikes, (spike) => spike.day)) {
      const told = all.filter(({ standing, what }) => standing !== 'ordinary' && what !== 'errors');
      const event = sampleAt(actor, busiest(actor, day, all) * HOUR);
      for (const { evidence } of all.filter((each) => !told.includes(each)))
        signs.push({ actor: actor.key, time: event?.time ?? day * DAY, kind: 'volume', points: ORDINARY_POINTS, evidence });
      if (told.length === 0 || !event) continue;
      const level = told.some(({ standing }) => standing === 'beyond') ? 'high' : 'medium';
      found.push({
        ...{ behavior: 'volume-spike', level, event, actor: actor.key, firstSeen: Math.min(event.time, firstHourOf(actor, day)) },
        evidence: told.flatMap(({ evidence, peers }) => [evidence, peers]),
      });
    }
  }
  return { found, signs };
}

type Peers = ReadonlyMap<string, readonly { readonly key: string; readonly day: number; readonly count: number }[]>;

/** Days with any of it, by group and of everybody. */
function peersOf({ actors }: World, name: CountName): Peers {
  const groups = new Map<string, { key: string; day: number; count: number }[]>([['', []]]);
  for (const { key, group, days } of actors)
    for (const [day, counts] of days) {
      const count = scaled(name, counts);
      if (count === 0) continue;
      const own = groups.get(group) ?? [];
      own.push({ key, day, count });
      groups.set(group, own);
      groups.get('')?.push({ key, day, count });
    }
  return groups;
}

function scaled(name: CountName, counts: readonly number[] | undefined): number {
  const count = countOf(counts, name);
  return name === 'bytes' ? Math.round(count / MEGABYTE) : count;
}

interface Asked {
  readonly what: VolumeClass;
  readonly name: CountName;
  readonly world: World;
  readonly peers: Peers;
}

function spikesOf(actor: ActorView, asked: Asked): readonly Spike[] {
  const { least, leastMegabytes, factor, z: leastZ, historyDays, learningDays } = asked.world.settings['volume-spike'];
  const floor = asked.what === 'megabytes' ? leastMegabytes : least;
  const spikes: Spike[] = [];
  for (const [day, counts] of actor.days) {
    const count = scaled(asked.name, counts);
    const known = Math.min(historyDays, day - actor.firstDay);
    if (count < floor || known < learningDays) continue;
    const before = Array.from({ length: known }, (_, back) => scaled(asked.name, actor.days.get(day - 1 - back)));
    const most = before.reduce((a, b) => Math.max(a, b), 0);
    const z = robustZ(count, busyDays(before));
    if (count <= factor * most || z < leastZ || happensAgain(actor, day, asked.name, count)) continue;
    const { evidence: peers, standing } = standingOf(actor, { day, count, asked });
    const usual = quantile(before, 0.5);
    const evidence = { kind: 'volume', what: asked.what, count, usual, most, days: known, z: Math.round(z * 10) / 10 } as const;
    spikes.push({ day, what: asked.what, evidence, peers, standing });
  }
  return spikes;
}

/** Days off say nothing of working days. */
function busyDays(before: readonly number[]): readonly number[] {
  const busy = before.filter((count) => count > 0);
  return busy.length >= MIN_BUSY ? busy : before;
}

/** A job of every month or quarter: half as much on any earlier day, further back than the history. */
function happensAgain(actor: ActorView, day: number, name: CountName, count: number): boolean {
  for (const [other, counts] of actor.days) if (other < day && scaled(name, counts) * 2 >= count) return true;
  return false;
}

/** Where a count stands among those of peers in the two weeks before. */
function standingOf(
  actor: ActorView,
  { day, count, asked }: { readonly day: number; readonly count: number; readonly asked: Asked },
): { readonly evidence: BehaviorEvidence; readonly standing: Spike['standing'] } {
  const { historyDays } = asked.world.settings['volume-spike'];
  const near = (group: string): readonly number[] =>
    (asked.peers.get(group) ?? []).flatMap((each) =>
      each.key !== actor.key && each.day < day && each.day >= day - historyDays ? [each.count] : [],
    );
  const own = near(actor.group);
  const isGroup = own.length >= MIN_PEERS;
  const others = isGroup ? own : near('');
  const most = others.reduce((a, b) => Math.max(a, b), 0);
  const standing = count > most ? 'beyond' : count > quantile(others, 0.95) ? 'high' : 'ordinary';
  return { evidence: { kind: 'peers', count: others.length, most, group: isGroup ? 'peers' : 'everybody' }, standing };
}

function firstHourOf({ hours }: ActorView, day: number): number {
  return (hours.find((hour) => hour >= day * 24) ?? day * 24) * HOUR;
}

/** The hour of a day with most of what spiked. */
function busiest(actor: ActorView, day: number, spikes: readonly Spike[]): number {
  const name = CLASSES.find(([what]) => what === spikes[0]?.what)?.[1] ?? 'events';
  const hours = Array.from({ length: 24 }, (_, hour) => day * 24 + hour);
  return hours.reduce((best, hour) => (countIn(actor, hour, name) > countIn(actor, best, name) ? hour : best), day * 24);
}
