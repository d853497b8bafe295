/** How much an indicator is worth at the time of an event. */
import type { Indicator, ObservableKind, SigmaLevel } from '@kumomori/model';
import { isoTime } from '@kumomori/model';

export interface IntelVerdict {
  readonly level: SigmaLevel;
  /** After decay; null: the producer does not say and nothing has decayed. */
  readonly confidence: number | null;
  /** The event is older than the indicator's validity: it was told afterwards. */
  readonly early: boolean;
}

/** Days after which a value that nobody saw again says nothing: addresses change hands, names are let go. Null: never. */
const LIFE_DAYS: Readonly<Record<ObservableKind, number | null>> = {
  ...{
    address: 180,
    range: 365,
    domain: 730,
    host: 730,
    url: 365,
    hash: null,
    email: 730,
    'user-agent': null,
    account: null,
    credential: null,
  },
};
const DAY = 86_400_000;
/** What an indicator without confidence is worth. */
const USUAL = 50;
const LEVELS: readonly SigmaLevel[] = ['informational', 'low', 'medium', 'high'];

/** Null where the indicator had run out at that time. `toldAt`: when it was imported, for those that carry no date. */
export function judgeIntel(
  indicator: Pick<Indicator, 'confidence' | 'validFrom' | 'validUntil' | 'lastSeen' | 'modified' | 'observables'>,
  { time, kind, toldAt }: { readonly time: number | null; readonly kind: ObservableKind | null; readonly toldAt: string | null },
): IntelVerdict | null {
  const { confidence, validFrom, validUntil, lastSeen, modified } = indicator;
  const until = isoTime(validUntil);
  if (until !== null && time !== null && time >= until) return null;
  const from = isoTime(validFrom);
  const early = from !== null && time !== null && time < from;
  const life = kind === null || until !== null ? null : LIFE_DAYS[kind];
  const seen = isoTime(lastSeen) ?? isoTime(modified) ?? from ?? isoTime(toldAt);
  const age = life === null || seen === null || time === null ? 0 : Math.max(0, (time - seen) / DAY);
  if (life !== null && age >= life) return null;
  const left = life === null ? 1 : 1 - (age / life) ** 2;
  const worth = (confidence ?? USUAL) * left;
  const step = worth >= 75 ? 3 : worth >= 40 ? 2 : worth >= 15 ? 1 : 0;
  return {
    level: LEVELS[Math.max(0, step - (early ? 1 : 0))] ?? 'informational',
    confidence: confidence === null && left === 1 ? null : Math.round(worth),
    early,
  };
}
