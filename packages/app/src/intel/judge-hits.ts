/** Hits of the matcher → what is told of them: the indicator, its value, what it is worth at the time of the event. */
import type { IntelHit, IntelPoint, IntelSpan } from '@kumomori/engine';
import { confirmed, judgeIntel, sequenceSpans } from '@kumomori/engine';
import type { SigmaLevel, Tlp } from '@kumomori/model';
import type { LoadedIntel } from './load.ts';

/** Of a match; stays in every output. */
export interface IntelNote {
  readonly indicator: string;
  readonly format: string;
  readonly source: string;
  readonly title: string;
  /** Null where a pattern matched as a whole. */
  readonly kind: string | null;
  readonly value: string | null;
  /** What stood in the event. */
  readonly observed: string | null;
  readonly pattern: string | null;
  readonly tlp: Tlp | null;
  readonly confidence: number | null;
  readonly validUntil: string | null;
  /** Malware, actors and campaigns behind it. */
  readonly related: readonly string[];
  /** The event is older than the indicator. */
  readonly early: boolean;
}

export interface JudgedIntel {
  /** `intel:` and the id of the indicator. */
  readonly ruleId: string;
  readonly title: string;
  readonly level: SigmaLevel;
  readonly techniques: readonly string[];
  readonly note: IntelNote;
}

/** Null for hits that are none: keys that collided, indicators that had run out at the time of the event. */
export function judgeHit({ owner, observed }: IntelHit, time: number | null, intel: LoadedIntel): JudgedIntel | null {
  const indicator = intel.indicatorOf(owner);
  if (!indicator) return null;
  const value = observed && confirmed(indicator, observed);
  if (observed && !value) return null;
  const verdict = judgeIntel(indicator, { time, kind: value?.kind ?? null, toldAt: indicator.toldAt });
  if (!verdict) return null;
  const { id, format, source, title, tlp, validUntil, related, techniques } = indicator;
  return {
    ...{ ruleId: `intel:${id}`, title, level: verdict.level, techniques },
    note: {
      ...{
        indicator: id,
        format,
        source,
        title,
        kind: value?.kind ?? null,
        value: value?.value ?? null,
        observed: observed?.value ?? null,
      },
      ...{ pattern: value ? null : indicator.pattern, tlp, confidence: verdict.confidence, validUntil },
      ...{ related: related.map(({ type, name }) => `${type}: ${name}`), early: verdict.early },
    },
  };
}

/** State: events that fulfill parts of patterns over several events, until all logs are read. `I`: what is told of an event. */
export class IntelSequences<I> {
  readonly #points = new Map<number, IntelPoint[]>();
  readonly #infos: I[] = [];
  readonly #seen = new Map<I, number>();

  /** Parts of one event come with the same `info`. */
  add({ owner, part }: IntelHit, time: number | null, info: I): void {
    if (part === null || time === null) return;
    const id = this.#seen.get(info) ?? this.#infos.push(info) - 1;
    this.#seen.set(info, id);
    const points = this.#points.get(owner) ?? [];
    points.push({ part, time, id });
    this.#points.set(owner, points);
  }

  /** Each span in which a pattern holds, with its events in the order of time. */
  *finish(intel: LoadedIntel): Generator<{ readonly judged: JudgedIntel; readonly infos: readonly I[] }> {
    for (const [owner, points] of this.#points) {
      const pattern = intel.patternOf(owner);
      const spans: readonly IntelSpan[] = pattern ? sequenceSpans(pattern, points) : [];
      for (const span of spans) {
        const judged = judgeHit({ owner, observed: null, part: null }, span.last, intel);
        const infos = [...new Set(span.points.map(({ id }) => id))].flatMap((id) => this.#infos[id] ?? []);
        if (judged) yield { judged, infos };
      }
    }
  }
}
