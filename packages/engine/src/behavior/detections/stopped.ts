/** A trail, store, sink or setting that records was stopped. */
import type { Found, World } from '../view.ts';
import { HOUR } from '../view.ts';

/** Stops of one thing within the hour are one. */
export function findStopped(world: World): readonly Found[] {
  const marks = world.activity.marks.entries().flatMap(([, mark]) => (mark.kind === 'stop' || mark.kind === 'start' ? [mark] : []));
  return [...Map.groupBy(marks, ({ thing }) => thing)].flatMap(([key, own]) => {
    const sorted = own.toSorted((a, b) => a.event.time - b.event.time);
    const found: Found[] = [];
    let until = Number.NEGATIVE_INFINITY;
    for (const { kind, event } of sorted) {
      if (kind !== 'stop' || event.time < until) continue;
      until = event.time + HOUR;
      const again = sorted.find((each) => each.kind === 'start' && each.event.time > event.time);
      const minutes = again ? Math.round((again.event.time - event.time) / 60_000) : null;
      const thing = key.slice(key.indexOf(' ') + 1);
      found.push({
        behavior: 'logging-stopped',
        level: 'high',
        event,
        actor: event.principal,
        firstSeen: event.time,
        evidence: [{ kind: 'stopped', thing, minutes }],
      });
    }
    return found;
  });
}
