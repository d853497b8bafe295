/** What a store of indicators holds. */
import { resolve } from 'node:path';
import { judgeIntel, OWN_WARNING_LISTS, warningOf } from '@kumomori/engine';
import type { Language } from '@kumomori/model';
import { AppError } from '../errors.ts';
import { messagesIn } from '../i18n/index.ts';
import type { StoredIndicator } from '../intel/index.ts';
import { isIntelStore, readIndicators, readWarningLists, sameValue, storedLine, withStore, writeIndicators } from '../intel/index.ts';

export interface IntelStoreOptions {
  readonly store: string;
  readonly cwd: string;
  readonly language: Language;
  readonly now: Date;
}

export interface IntelRow extends StoredIndicator {
  readonly state: 'active' | 'expired';
  /** The warning list each of its values stands on; values that stand on none are left out. */
  readonly warnings: Readonly<Record<string, string>>;
}

/** Rows in the order of the store, `limit` at most (0: all), and how many there are. Throws AppErrors. */
export function listIntel(options: IntelStoreOptions & { readonly limit: number; readonly source: string | null }): {
  readonly rows: readonly IntelRow[];
  readonly total: number;
  readonly bySource: Readonly<Record<string, number>>;
} {
  const folder = storeFolder(options);
  const row = rowMaker(folder, options.now);
  const rows: IntelRow[] = [];
  const bySource: Record<string, number> = Object.create(null) as Record<string, number>;
  let total = 0;
  for (const { indicator } of readIndicators(folder)) {
    if (options.source !== null && indicator.source !== options.source) continue;
    total++;
    bySource[indicator.source] = (bySource[indicator.source] ?? 0) + 1;
    if (options.limit === 0 || rows.length < options.limit) rows.push(row(indicator));
  }
  return { rows, total, bySource: { ...bySource } };
}

/** Indicators with an id or a value, defanged or not. Throws AppError `unknown-id` where there is none. */
export function showIntel(what: string, options: IntelStoreOptions): readonly IntelRow[] {
  const folder = storeFolder(options);
  const row = rowMaker(folder, options.now);
  const rows: IntelRow[] = [];
  for (const { indicator } of readIndicators(folder))
    if (indicator.id === what || indicator.observables.some(({ value }) => sameValue(what, value))) rows.push(row(indicator));
  if (rows.length === 0) throw new AppError('unknown-id', { message: messagesIn(options.language).intel.unknown(what) });
  return rows;
}

/** Removes what has run out, or says how many would go. Throws AppErrors. */
export async function expireIntel(
  options: IntelStoreOptions & { readonly apply: boolean },
): Promise<{ readonly expired: number; readonly left: number }> {
  const folder = storeFolder(options);
  const messages = messagesIn(options.language);
  const done = await withStore(folder, async () => {
    const kept: string[] = [];
    let expired = 0;
    for (const { indicator } of readIndicators(folder)) {
      if (isExpired(indicator, options.now)) expired++;
      else kept.push(storedLine(indicator));
    }
    if (options.apply && expired > 0) writeIndicators(folder, kept);
    return { expired, left: kept.length };
  });
  if (!done) throw new AppError('snapshot-in-use', { message: messages.intel.inUse(options.store) });
  return done;
}

/** All its values have run out, by date or by age. */
function isExpired(indicator: StoredIndicator, now: Date): boolean {
  const kinds = indicator.observables.length > 0 ? indicator.observables.map(({ kind }) => kind) : [null];
  return kinds.every((kind) => judgeIntel(indicator, { time: now.getTime(), kind, toldAt: indicator.toldAt }) === null);
}

function rowMaker(folder: string, now: Date): (indicator: StoredIndicator) => IntelRow {
  const warn = warningOf([...readWarningLists(folder), ...OWN_WARNING_LISTS]);
  return (indicator) => {
    const warned = indicator.trusted ? [] : indicator.observables.flatMap((each) => [[each.value, warn(each)] as const]);
    const warnings = Object.fromEntries(warned.filter((pair): pair is readonly [string, string] => pair[1] !== null));
    return { ...indicator, state: isExpired(indicator, now) ? 'expired' : 'active', warnings };
  };
}

/** Throws AppError `target-missing` where no store is. */
export function storeFolder({ store, cwd, language }: Pick<IntelStoreOptions, 'store' | 'cwd' | 'language'>): string {
  const folder = resolve(cwd, store);
  if (!isIntelStore(folder)) throw new AppError('target-missing', { message: messagesIn(language).intel.noStore(store) });
  return folder;
}
