/** Somebody looks around: many reading calls it never made before within an hour. */
import { isDiscovery } from '../classify.ts';
import { actionOf } from '../names.ts';
import type { ActorView, Found, World } from '../view.ts';
import { countIn, HOUR, lowerBound, anyEvent, seenOf } from '../view.ts';

export function findDiscovery(world: World): readonly Found[] {
  return world.actors.flatMap((actor) => burstOf(actor, world) ?? []);
}

/** The first burst of a principal: afterwards the calls are not new. */
function burstOf(actor: ActorView, { settings }: World): Found | null {
  const { calls, callsWhenDenied, denied: leastDenied, deniedShare, learningDays } = settings['discovery-burst'];
  const firsts = seenOf(actor, 'action')
    .flatMap(([action, { first }]) => (isDiscovery(actionOf(action)) ? [first] : []))
    .toSorted((a, b) => a - b);
  for (const [at, time] of firsts.entries()) {
    const count = lowerBound(firsts, time + HOUR) - at;
    if (count < Math.min(calls, callsWhenDenied)) continue;
    const { denied, total } = deniedNear(actor, time);
    const isDenied = denied >= leastDenied && denied * 100 >= deniedShare * total;
    const isNew = Math.floor(time / HOUR / 24) - actor.firstDay < learningDays;
    // Whoever is new has never made any call: only what is denied is odd.
    if (!(isDenied ? count >= callsWhenDenied : count >= calls && !isNew)) continue;
    const event = anyEvent(actor, time);
    if (!event) continue;
    const services = seenOf(actor, 'service').filter(([, { first }]) => first >= time && first < time + HOUR).length;
    return {
      ...{ behavior: 'discovery-burst', level: 'medium', actor: actor.key, firstSeen: time },
      event,
      evidence: [{ kind: 'discovery', calls: count, services, denied, of: total }],
    };
  }
  return null;
}

/** In the hour of a time and the one after. */
function deniedNear(actor: ActorView, time: number): { readonly denied: number; readonly total: number } {
  const hour = Math.floor(time / HOUR);
  const sum = (name: 'denied' | 'events'): number => countIn(actor, hour, name) + countIn(actor, hour + 1, name);
  return { denied: sum('denied'), total: sum('events') };
}
