/** Something was open to everybody for a moment: too short for any check to see it, long enough to copy. */
import type { Mark } from '../activity.ts';
import type { Found, World } from '../view.ts';
import { HOUR } from '../view.ts';

export function findOpenings(world: World): readonly Found[] {
  const longest = world.settings['public-for-a-moment'].hours * HOUR;
  const marks = world.activity.marks.entries().flatMap(([, mark]) => (mark.kind === 'open' || mark.kind === 'close' ? [mark] : []));
  const outsiders = strangers(world);
  return [...Map.groupBy(marks, ({ thing }) => thing).values()].flatMap((own) => {
    const sorted = own.toSorted((a, b) => a.event.time - b.event.time || (a.kind < b.kind ? 1 : -1));
    const found: Found[] = [];
    let open: Mark | null = null;
    for (const mark of sorted) {
      if (mark.kind === 'open') open ??= mark;
      else if (open) {
        if (mark.event.time - open.event.time <= longest) found.push(momentOf(open, mark, outsiders));
        open = null;
      }
    }
    return found;
  });
}

function momentOf(open: Mark, close: Mark, outsiders: (mark: Mark, until: number) => number): Found {
  const { event } = open;
  const minutes = Math.max(1, Math.round((close.event.time - event.time) / 60_000));
  const thing = open.thing.slice(open.thing.indexOf(' ') + 1);
  const evidence = {
    kind: 'public',
    thing,
    minutes,
    by: open.how,
    undoneBy: close.how,
    outsiders: outsiders(open, close.event.time),
  } as const;
  return {
    ...{ behavior: 'public-for-a-moment', level: 'high', event, actor: event.principal, firstSeen: event.time, evidence: [evidence] },
    eventIds: [close.event.eventId ?? ''].filter((id) => id !== ''),
  };
}

/** Principals that were never seen before the moment and acted in it: mostly other accounts' that copy. */
function strangers({ actors }: World): (mark: Mark, until: number) => number {
  return ({ event }, until) =>
    actors.filter(
      ({ hours, key }) => key !== event.principal && (hours[0] ?? 0) * HOUR >= event.time - HOUR && (hours[0] ?? Infinity) * HOUR <= until,
    ).length;
}
