/** Indicators of a TAXII server → the store. Credentials come from the environment only. */
import { resolve } from 'node:path';
import type { IntelServerAuth, TaxiiCollection } from '@kumomori/collectors';
import { IntelServerError, TaxiiClient } from '@kumomori/collectors';
import type { Diagnostic } from '@kumomori/model';
import { isoTime } from '@kumomori/model';
import { readStixObjects } from '@kumomori/parsers';
import { AppError } from '../errors.ts';
import { messagesIn } from '../i18n/index.ts';
import { readState, writeState } from '../intel/index.ts';
import type { ImportIntelOptions, IntelCounts } from './import-intel.ts';
import { diagnosticOf, storeIntel } from './import-intel.ts';

export interface FetchIntelOptions extends Pick<ImportIntelOptions, 'store' | 'cwd' | 'language' | 'now' | 'trust'> {
  readonly url: string;
  /** Ids, aliases or titles; none: all. */
  readonly collections: readonly string[];
  readonly addedAfter: string | null;
  /** Also what was fetched before. */
  readonly all: boolean;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly wait?: (milliseconds: number) => Promise<void>;
}

export interface IntelFetch extends IntelCounts {
  readonly objects: number;
  readonly collections: readonly string[];
  readonly total: number;
  readonly diagnostics: readonly Diagnostic[];
}

const MAX_OBJECTS = 5_000_000;
const MAX_DIAGNOSTICS = 500;

/** Throws AppErrors; the store then is as it was, and the next fetch begins where the last good one ended. */
export async function fetchIntel(options: FetchIntelOptions): Promise<IntelFetch> {
  const { url, cwd, store, language, addedAfter, all, wait } = options;
  const messages = messagesIn(language);
  if (addedAfter !== null && isoTime(addedAfter) === null) throw new AppError('usage', { message: messages.intel.notATime(addedAfter) });
  const client = new TaxiiClient({ auth: authOf(options.variables), ...(wait && { wait }) });
  const folder = resolve(cwd, store);
  const state = readState(folder);
  const taxii = { ...state.taxii };
  try {
    const chosen = choose(await client.collections(url), options);
    const objects: unknown[] = [];
    const diagnostics: Diagnostic[] = [];
    let [added, updated, unchanged, revoked, warned, total] = [0, 0, 0, 0, 0, 0];
    let count = 0;
    for (const collection of chosen) {
      objects.length = 0;
      const from = addedAfter ?? (all ? null : (taxii[collection.url]?.addedAfter ?? null));
      let last = from;
      for await (const page of client.objects(collection, { addedAfter: from })) {
        for (const each of page.objects) objects.push(each);
        if (page.addedLast !== null && (last === null || page.addedLast > last)) last = page.addedLast;
        if (objects.length > MAX_OBJECTS) throw new IntelServerError('too-large', `${collection.title}: more than ${MAX_OBJECTS} objects`);
      }
      const document = readStixObjects(objects, collection.title.slice(0, 200));
      for (const problem of document.problems.slice(0, MAX_DIAGNOSTICS))
        diagnostics.push(diagnosticOf(collection.title, problem, messages));
      const counts = await storeIntel({ indicators: document.indicators, lists: [] }, options);
      [added, updated, unchanged] = [added + counts.added, updated + counts.updated, unchanged + counts.unchanged];
      [revoked, warned, total] = [revoked + counts.revoked, warned + counts.warned, counts.total];
      count += objects.length;
      if (last !== null) taxii[collection.url] = { addedAfter: last };
      writeState(folder, { ...state, taxii });
    }
    return {
      added,
      updated,
      unchanged,
      revoked,
      warned,
      total,
      objects: count,
      collections: chosen.map(({ title }) => title),
      diagnostics,
    };
  } catch (cause) {
    if (!(cause instanceof IntelServerError)) throw cause;
    const code = cause.code === 'unauthorized' ? 'no-credentials' : 'target-unreadable';
    throw new AppError(code, { message: messages.intel.taxiiFailed(cause.message), cause });
  }
}

function authOf(variables: FetchIntelOptions['variables']): IntelServerAuth {
  const token = variables['KUMOMORI_TAXII_TOKEN'];
  const user = variables['KUMOMORI_TAXII_USER'];
  if (token !== undefined && token !== '') return { kind: 'bearer', token };
  if (user === undefined || user === '') return { kind: 'none' };
  return { kind: 'basic', user, password: variables['KUMOMORI_TAXII_PASSWORD'] ?? '' };
}

function choose(found: readonly TaxiiCollection[], { collections, language }: FetchIntelOptions): readonly TaxiiCollection[] {
  const chosen = collections.map((name) => {
    const one = found.find(({ id, alias, title }) => id === name || alias === name || title === name);
    if (!one) throw new AppError('unknown-id', { message: messagesIn(language).intel.taxiiNoCollection(name) });
    return one;
  });
  return collections.length === 0 ? found : chosen;
}
