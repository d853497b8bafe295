/** Activity × what surrounds it → behaviors worth a word, in the order of time. */
import type { Activity } from './activity.ts';
import { BEHAVIOR_IDS } from './catalogue.ts';
import type { BehaviorResult, BehaviorSurroundings } from './types.ts';
import type { Found, Sign, World } from './view.ts';
import { matchOf, viewOf } from './view.ts';
import {
  findBursts,
  findDiscovery,
  findElsewhere,
  findGuessing,
  findMining,
  findOpenings,
  findRisk,
  findSleepers,
  findStopped,
  findTravel,
  findVolume,
  rareSigns,
} from './detections/index.ts';

/** Pure: the same digests in any order give the same answer. Never throws. Work is linear in what is kept, apart from sorting. */
export function findBehaviors(activity: Activity, surroundings: BehaviorSurroundings): BehaviorResult {
  const world = viewOf(activity, surroundings);
  const { settings } = surroundings;
  const volume = findVolume(world);
  const alone: Found[] = [volume.found, ...DETECTIONS.map((find) => find(world))]
    .flat()
    .filter(({ behavior }) => settings[behavior].on > 0);
  const signs: Sign[] = [...volume.signs, ...rareSigns(world)];
  const risky = settings['risky-entity'].on > 0 ? findRisk(world, alone, signs) : [];
  const matches = [...alone, ...risky].toSorted(
    (a, b) =>
      a.event.time - b.event.time ||
      BEHAVIOR_IDS.indexOf(a.behavior) - BEHAVIOR_IDS.indexOf(b.behavior) ||
      compare(a.actor ?? '', b.actor ?? '') ||
      compare(a.event.eventId ?? '', b.event.eventId ?? ''),
  );
  return { matches: matches.map((each) => matchOf(each)), leftOut: activity.leftOut };
}

const DETECTIONS: readonly ((world: World) => readonly Found[])[] = [
  ...[findTravel, findElsewhere, findSleepers, findGuessing, findMining, findBursts, findDiscovery, findOpenings, findStopped],
];

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
