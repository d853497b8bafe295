/** Identities that should be asleep: unused for months, or of people who left. */
import { namesOf } from '../actors.ts';
import type { ActorView, Found, World } from '../view.ts';
import { countIn, DAY, HOUR, sampleAt } from '../view.ts';

export function findSleepers(world: World): readonly Found[] {
  return world.actors.flatMap((actor) => [...(dormant(actor, world) ?? []), ...(leaver(actor, world) ?? [])]);
}

/** Each waking. */
function dormant(actor: ActorView, { settings, surroundings }: World): readonly Found[] | null {
  const least = settings['dormant-wakes'].days * DAY;
  const found: Found[] = [];
  const wake = (hour: number, since: number | null, by: 'logs' | 'snapshot'): void => {
    const event = sampleAt(actor, hour * HOUR);
    if (!event) return;
    const days = Math.floor((event.time - (since ?? event.time)) / DAY);
    const level = actor.isHuman ? 'medium' : 'low';
    found.push({
      behavior: 'dormant-wakes',
      level,
      event,
      actor: actor.key,
      firstSeen: event.time,
      evidence: [{ kind: 'asleep', days, since, by }],
    });
  };
  const used = surroundings.lastUsed.get(actor.principal);
  const [first] = actor.hours;
  // A snapshot of after the first event says nothing of before.
  if (used && first !== undefined && used.known <= first * HOUR + HOUR) {
    const since = used.at ?? null;
    if (since !== null && first * HOUR - since > least) wake(first, since, 'snapshot');
    else if (since === null && actor.kind === 'user') wake(first, null, 'snapshot');
  }
  for (const [at, hour] of actor.hours.entries()) {
    const before = actor.hours[at - 1];
    if (before !== undefined && (hour - before) * HOUR > least) wake(hour, before * HOUR, 'logs');
  }
  return found;
}

/** The first successful call after the last day. */
function leaver(actor: ActorView, { settings, surroundings }: World): readonly Found[] | null {
  const name = namesOf(actor.key).find((each) => surroundings.leavers.has(each));
  const on = name === undefined ? undefined : surroundings.leavers.get(name);
  if (name === undefined || on === undefined) return null;
  const last = Date.parse(`${on}T00:00:00Z`);
  const end = Number.isNaN(last) ? 0 : last + settings['leaver-active'].graceHours * HOUR;
  const after = actor.hours.filter((hour) => hour * HOUR >= end).filter((hour) => succeeded(actor, hour) > 0);
  const [first] = after;
  const event = first === undefined ? null : sampleAt(actor, first * HOUR);
  if (first === undefined || !event) return null;
  const calls = after.reduce((sum, hour) => sum + succeeded(actor, hour), 0);
  const evidence = [{ kind: 'left', name, on: Number.isNaN(last) || last < 0 ? '' : on, calls }] as const;
  return [
    {
      behavior: 'leaver-active',
      level: 'high',
      event,
      actor: actor.key,
      firstSeen: first * HOUR,
      evidence,
    },
  ];
}

function succeeded(actor: ActorView, hour: number): number {
  return countIn(actor, hour, 'events') - countIn(actor, hour, 'errors');
}
