/** A trail, store, sink or setting that records was stopped. */
import type { Found, World } from '../view.ts';
import { DAY, HOUR } from '../view.ts';

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
      const again = sorted.find((each) => each.kind === 'start' && each.event.time > event.time && !each.how.startsWith('Create'));
      const minutes = again ? Math.round((again.event.time - event.time) / 60_000) : null;
      // Made and taken away by the same: a test, not a trail that anybody relied on.
      const isOwn = sorted.some(
        (each) =>
          each.how.startsWith('Create') &&
          each.event.principal === event.principal &&
          each.event.time <= event.time &&
          each.event.time > event.time - DAY,
      );
      const thing = key.slice(key.indexOf(' ') + 1);
      found.push({
        behavior: 'logging-stopped',
        level: isOwn ? 'low' : 'high',
        event,
        actor: event.principal,
        firstSeen: event.time,
        evidence: [{ kind: 'stopped', thing, minutes }],
      });
    }
    return found;
  });
}
