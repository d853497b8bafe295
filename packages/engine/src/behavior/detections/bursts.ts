/** Many shares of snapshots, deletions of snapshots, deletions of anything within two hours. */
import type { BehaviorId } from '../catalogue.ts';
import type { CountName } from '../digest.ts';
import type { ActorView, Found, World } from '../view.ts';
import { countIn, HOUR, sampleAt } from '../view.ts';

const BURSTS: readonly (readonly [
  BehaviorId & ('snapshots-shared' | 'snapshots-deleted' | 'mass-deletion'),
  CountName,
  'shares' | 'snapshots' | 'deletes',
])[] = [
  ['snapshots-shared', 'shares', 'shares'],
  ['snapshots-deleted', 'snapshots', 'snapshots'],
  ['mass-deletion', 'deletes', 'deletes'],
];
/** Whoever is new, and programs that delete for a living, have no history to compare with: so many times the least. */
const WITHOUT_HISTORY = 4;
const HISTORY_DAYS = 7;

/** One match for each principal, kind and day: the busiest two hours. */
export function findBursts(world: World): readonly Found[] {
  return world.actors.flatMap((actor) => BURSTS.flatMap(([behavior, name, what]) => burstsOf(actor, { behavior, name, what, world })));
}

interface Asked {
  readonly behavior: (typeof BURSTS)[number][0];
  readonly name: CountName;
  readonly what: (typeof BURSTS)[number][2];
  readonly world: World;
}

function burstsOf(actor: ActorView, { behavior, name, what, world }: Asked): readonly Found[] {
  const { least, factor } = world.settings[behavior];
  const found: Found[] = [];
  let most = 0;
  let toldDay = Number.NEGATIVE_INFINITY;
  const at = (hour: number): number => countIn(actor, hour, name);
  for (const hour of actor.hours) {
    const count = at(hour) + at(hour - 1);
    if (count === 0) continue;
    const day = Math.floor(hour / 24);
    // Snapshots are rarely shared: there it takes no history.
    const isKnown = day - actor.firstDay >= HISTORY_DAYS || what === 'shares';
    const needed = isKnown ? Math.max(least, factor * most + 1) : least * WITHOUT_HISTORY;
    const event = sampleAt(actor, hour * HOUR);
    if (count >= needed && day > toldDay && event) {
      toldDay = day;
      const firstSeen = (at(hour - 1) > 0 ? hour - 1 : hour) * HOUR;
      found.push({ behavior, level: 'high', event, actor: actor.key, firstSeen, evidence: [{ kind: 'burst', what, count, most }] });
    }
    most = Math.max(most, count);
  }
  return found;
}
