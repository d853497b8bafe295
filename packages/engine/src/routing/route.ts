/** From events to decisions. */
import { matchesWildcard, severities } from '@kumomori/model';
import { isQuiet, quietUntil } from './quiet.ts';
import type { NotificationDecision, NotificationEvent, NotificationRoute, RouteMatch } from './types.ts';

/** Dedupe key → when it was last sent, held or collected. */
export type RoutingMemory = ReadonlyMap<string, string>;

export interface Routed {
  /** In order of events' time, then id; of an event in order of the routes. */
  readonly decisions: readonly NotificationDecision[];
  /** The memory afterwards; entries older than every window may be forgotten. */
  readonly memory: RoutingMemory;
}

/**
 * What happens to events on channels. Of several routes to one channel the first decides. The same news (kind, subject, channel) within the
 * route's window is dropped, unless its severity is another. Order of the events counts for nothing. O(events · routes).
 */
export function routeNotifications(
  events: readonly NotificationEvent[],
  routes: readonly NotificationRoute[],
  memory: RoutingMemory,
): Routed {
  const remembered = new Map(memory);
  const decisions: NotificationDecision[] = [];
  for (const event of events.toSorted(compareEvents))
    for (const [channel, route] of channelsOf(event, routes)) {
      const decision = decide(event, { channel, route, remembered });
      decisions.push(decision);
      if (decision.action !== 'drop-duplicate') remembered.set(decision.dedupeKey, event.at);
    }
  return { decisions, memory: remembered };
}

function channelsOf(event: NotificationEvent, routes: readonly NotificationRoute[]): ReadonlyMap<string, NotificationRoute> {
  const channels = new Map<string, NotificationRoute>();
  for (const route of routes) {
    if (!fits(route.match, event)) continue;
    for (const channel of route.channels) if (!channels.has(channel)) channels.set(channel, route);
    if (route.isLast) break;
  }
  return channels;
}

function decide(
  { id, kind, at, subject, severity }: NotificationEvent,
  { channel, route, remembered }: { readonly channel: string; readonly route: NotificationRoute; readonly remembered: RoutingMemory },
): NotificationDecision {
  const decision = { event: id, channel, route: route.id, until: null, dedupeKey: JSON.stringify([channel, kind, subject, severity]) };
  const last = remembered.get(decision.dedupeKey);
  const window = route.dedupeMinutes * 60_000;
  if (last !== undefined && Date.parse(at) - Date.parse(last) < window) return { ...decision, action: 'drop-duplicate' };
  if (route.mode === 'digest') return { ...decision, action: 'digest' };
  if (route.quiet !== null && isQuiet(at, severity, route.quiet))
    return { ...decision, action: 'hold', until: quietUntil(at, route.quiet) };
  return { ...decision, action: 'send' };
}

function fits(match: RouteMatch, event: NotificationEvent): boolean {
  const { kinds, atLeast, departments, checks, accounts, environments, tags } = match;
  return (
    (kinds?.includes(event.kind) ?? true) &&
    (atLeast === undefined || severities.indexOf(event.severity) <= severities.indexOf(atLeast)) &&
    isAny(departments, event.department ?? '-') &&
    isAny(checks, event.checkId) &&
    isAny(accounts, event.account) &&
    isAny(environments, event.environment) &&
    hasTags(tags ?? {}, event.tags)
  );
}

function isAny(patterns: readonly string[] | undefined, text: string | null): boolean {
  if (patterns === undefined) return true;
  return text !== null && patterns.some((pattern) => matchesWildcard(pattern, text));
}

function hasTags(wanted: Readonly<Record<string, string>>, tags: Readonly<Record<string, string>>): boolean {
  return Object.entries(wanted).every(([key, pattern]) =>
    Object.entries(tags).some(([name, value]) => name.toLowerCase() === key.toLowerCase() && matchesWildcard(pattern, value)),
  );
}

function compareEvents(a: NotificationEvent, b: NotificationEvent): number {
  return Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1);
}
