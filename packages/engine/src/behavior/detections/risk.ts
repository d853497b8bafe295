/** Risk of a principal: small signs and alerts add up, fade by half in a day, and speak when several kinds meet. */
import type { BehaviorEvidence, SampleEvent } from '../types.ts';
import type { Found, Sign, World } from '../view.ts';
import { HOUR, anyEvent } from '../view.ts';

/** Points of an alert, and of small signs of one kind together within a day. */
const ALERT_POINTS: Readonly<Record<string, number>> = { critical: 12, high: 8, medium: 5, low: 2, informational: 0 };
const KIND_CAPS: Readonly<Record<string, number>> = { place: 6, agent: 4, region: 5, service: 4, action: 4, hour: 3, volume: 4 };
const MAX_CONTRIBUTIONS = 12;
const WINDOW = 24 * HOUR;

interface Contribution {
  readonly time: number;
  readonly kind: string;
  readonly points: number;
  readonly evidence: BehaviorEvidence;
  /** Of alerts. */
  readonly event?: SampleEvent;
}

/** One match for each time a principal's risk rises over the threshold, told at its peak. */
export function findRisk(world: World, alerts: readonly Found[], signs: readonly Sign[]): readonly Found[] {
  const byActor = new Map<string, Contribution[]>();
  const give = (actor: string, contribution: Contribution): void => {
    const list = byActor.get(actor);
    if (list) list.push(contribution);
    else byActor.set(actor, [contribution]);
  };
  for (const { actor, time, kind, points, evidence } of signs) give(actor, { time, kind, points, evidence });
  for (const { actor, event, level, behavior } of alerts) {
    const points = ALERT_POINTS[level] ?? 0;
    if (actor !== null)
      give(actor, { time: event.time, kind: behavior, points, evidence: { kind: 'contribution', of: behavior, points }, event });
  }
  return [...byActor].toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([actor, list]) => peaksOf(actor, list, world));
}

function peaksOf(actor: string, list: readonly Contribution[], world: World): readonly Found[] {
  const { medium, high, kinds: leastKinds, halfLifeHours } = world.settings['risky-entity'];
  const sorted = list.toSorted(
    (a, b) =>
      a.time - b.time ||
      (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : b.points - a.points) ||
      (JSON.stringify(a.evidence) < JSON.stringify(b.evidence) ? -1 : 1),
  );
  const peaks: Peak[] = [];
  let peak: Peak | null = null;
  for (const [at, { time }] of sorted.entries()) {
    if (peak && time - (sorted[at - 1]?.time ?? time) > WINDOW) {
      peaks.push(peak);
      peak = null;
    }
    const { score, kinds } = scoreAt(sorted, at, halfLifeHours * HOUR);
    if (score >= medium && kinds >= leastKinds && (!peak || score > peak.score)) peak = { score, at };
  }
  if (peak) peaks.push(peak);
  return peaks.flatMap((each) => toldAt(each, sorted, { actor, high, world }) ?? []);
}

interface Peak {
  readonly score: number;
  readonly at: number;
}

function toldAt(
  { score, at }: Peak,
  sorted: readonly Contribution[],
  { actor, high, world }: { readonly actor: string; readonly high: number; readonly world: World },
): Found | null {
  const last = sorted[at];
  if (!last) return null;
  const part = strongest(sorted.slice(0, at + 1).filter(({ time }) => time > last.time - WINDOW));
  const view = world.byKey.get(actor);
  // The worst alert's event says more than one of many.
  const event = part.find((each) => each.event !== undefined)?.event ?? (view ? anyEvent(view, last.time) : null);
  if (!event) return null;
  return {
    ...{ behavior: 'risky-entity', level: score >= high ? 'high' : 'medium', event, actor },
    firstSeen: part.reduce((first, { time }) => Math.min(first, time), last.time),
    evidence: part.map(({ evidence }) => evidence),
  };
}

/** What happened up to a place in the list, faded; each kind up to its cap. */
function scoreAt(sorted: readonly Contribution[], at: number, halfLife: number): { readonly score: number; readonly kinds: number } {
  const now = sorted[at]?.time ?? 0;
  const byKind = new Map<string, number>();
  // After ten half-lives nothing is left.
  for (let index = at; index >= 0; index--) {
    const { time = 0, kind = '', points = 0 } = sorted[index] ?? {};
    if (now - time > 10 * halfLife) break;
    const faded = points * 0.5 ** ((now - time) / halfLife);
    byKind.set(kind, Math.min(KIND_CAPS[kind] ?? 12, (byKind.get(kind) ?? 0) + faded));
  }
  const values = [...byKind.values()].filter((points) => points >= 0.5);
  return { score: values.reduce((sum, each) => sum + each, 0), kinds: values.length };
}

function strongest(part: readonly Contribution[]): readonly Contribution[] {
  return part.toSorted((a, b) => b.points - a.points || a.time - b.time || (a.kind < b.kind ? -1 : 1)).slice(0, MAX_CONTRIBUTIONS);
}
