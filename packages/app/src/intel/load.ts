/** A store made ready for matching: values in shared memory, the rest of each indicator on the disk until it is needed. */
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import type { IntelEntry, IntelSet } from '@kumomori/engine';
import { intelSet, OWN_WARNING_LISTS, warningOf } from '@kumomori/engine';
import type { StixObservation } from '@kumomori/model';
import { readStixPattern } from '@kumomori/parsers';
import type { StoredIndicator } from './store.ts';
import { indicatorsFile, readIndicators, readWarningLists, storedIndicator } from './store.ts';

export interface LoadedIntel {
  readonly set: IntelSet;
  readonly indicators: number;
  /** Values that stand on warning lists and are not looked for. */
  readonly warned: number;
  readonly damaged: number;
  readonly indicatorOf: (owner: number) => StoredIndicator | null;
  readonly patternOf: (owner: number) => StixObservation | null;
  readonly close: () => void;
}

const REMEMBERED = 10_000;

/** `since`: only indicators that came at or after it. */
export function loadIntel(folder: string, { since = null }: { readonly since?: string | null } = {}): LoadedIntel {
  const warn = warningOf([...readWarningLists(folder), ...OWN_WARNING_LISTS]);
  const places: { readonly offset: number; readonly length: number }[] = [];
  const patterns = new Map<number, StixObservation>();
  const damaged = { count: 0 };
  let warned = 0;
  function* entries(): Generator<IntelEntry> {
    for (const { indicator, offset, length } of readIndicators(folder, damaged)) {
      if (indicator.revoked || (since !== null && indicator.toldAt < since)) continue;
      const usable = indicator.trusted ? indicator.observables : indicator.observables.filter((each) => warn(each) === null);
      warned += indicator.observables.length - usable.length;
      const pattern = indicator.pattern === null ? null : (readStixPattern(indicator.pattern).pattern ?? null);
      if (pattern) patterns.set(places.length, pattern);
      places.push({ offset, length });
      yield { observables: usable, pattern };
    }
  }
  const seed = randomBytes(4).readUInt32LE();
  const set = intelSet(entries(), { seed, allocate: (bytes) => new SharedArrayBuffer(bytes) });
  const handle = places.length > 0 ? openSync(indicatorsFile(folder), 'r') : null;
  const known = new Map<number, StoredIndicator | null>();
  return {
    ...{ set, indicators: places.length, warned, damaged: damaged.count },
    indicatorOf: (owner) => {
      const before = known.get(owner);
      if (before !== undefined) return before;
      const place = places[owner];
      if (!place || handle === null) return null;
      const bytes = Buffer.alloc(place.length);
      readSync(handle, bytes, 0, place.length, place.offset);
      const indicator = storedIndicator(bytes.toString('utf8'));
      if (known.size < REMEMBERED) known.set(owner, indicator);
      return indicator;
    },
    patternOf: (owner) => patterns.get(owner) ?? null,
    close: () => {
      if (handle !== null) closeSync(handle);
    },
  };
}
