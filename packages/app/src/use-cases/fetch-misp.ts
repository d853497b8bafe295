/** Events of a MISP feed → the store; only those that changed since the last time. Credentials come from the environment only. */
import { resolve } from 'node:path';
import type { IntelServerAuth, MispFeedEvent } from '@kumomori/collectors';
import { IntelServerError, MispFeed } from '@kumomori/collectors';
import type { Diagnostic, Indicator } from '@kumomori/model';
import { isoTime } from '@kumomori/model';
import { readIntel } from '@kumomori/parsers';
import { AppError } from '../errors.ts';
import { messagesIn } from '../i18n/index.ts';
import { readState, writeState } from '../intel/index.ts';
import type { FetchIntelOptions } from './fetch-intel.ts';
import type { IntelCounts } from './import-intel.ts';
import { diagnosticOf, storeIntel } from './import-intel.ts';

export interface FetchMispOptions extends Omit<FetchIntelOptions, 'collections' | 'addedAfter'> {
  /** Only events changed after this time; null: what is new since the last fetch. */
  readonly changedAfter: string | null;
}

export interface MispFetch extends IntelCounts {
  /** Events that were read, that were known as they are, and that could not be had; these are tried again the next time. */
  readonly events: number;
  readonly known: number;
  readonly failed: number;
  readonly total: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Events asked for at once, and after how many the store is written: a fetch that ends early keeps what it had. */
const AT_ONCE = 4;
const A_WRITE = 400;
const MAX_DIAGNOSTICS = 500;

/** Throws AppErrors; the next fetch then goes on where this one ended. */
export async function fetchMisp(options: FetchMispOptions): Promise<MispFetch> {
  const { url, cwd, store, language, changedAfter, all, variables, wait } = options;
  const messages = messagesIn(language);
  const after = changedAfter === null ? null : isoTime(changedAfter);
  if (changedAfter !== null && after === null) throw new AppError('usage', { message: messages.intel.notATime(changedAfter) });
  const folder = resolve(cwd, store);
  try {
    const feed = new MispFeed(url, { auth: authOf(variables), ...(wait && { wait }) });
    const known = new Map(Object.entries(readState(folder).misp[feed.url] ?? {}));
    const listed = await feed.events();
    const asked = listed.filter(({ uuid, timestamp }) =>
      after === null ? all || known.get(uuid) !== timestamp : timestamp * 1000 > after,
    );
    const result = { ...NOTHING, known: listed.length - asked.length, diagnostics: new Array<Diagnostic>() };
    for (let from = 0; from === 0 || from < asked.length; from += A_WRITE) {
      const part = await readEvents(feed, asked.slice(from, from + A_WRITE));
      for (const [file, problem] of part.problems.slice(0, MAX_DIAGNOSTICS - result.diagnostics.length))
        result.diagnostics.push(diagnosticOf(file, problem, messages));
      const counts = await storeIntel({ indicators: part.indicators, lists: [] }, options);
      for (const name of ['added', 'updated', 'unchanged', 'revoked', 'warned'] as const) result[name] += counts[name];
      result.total = counts.total;
      result.events += part.read.length;
      result.failed += part.failed;
      for (const { uuid, timestamp } of part.read) known.set(uuid, timestamp);
      const state = readState(folder);
      writeState(folder, { ...state, misp: { ...state.misp, [feed.url]: Object.fromEntries(known) } });
    }
    return result;
  } catch (cause) {
    if (!(cause instanceof IntelServerError)) throw cause;
    const code = cause.code === 'unauthorized' ? 'no-credentials' : 'target-unreadable';
    throw new AppError(code, { message: messages.intel.mispFailed(cause.message), cause });
  }
}

const NOTHING = { events: 0, known: 0, failed: 0, added: 0, updated: 0, unchanged: 0, revoked: 0, warned: 0, total: 0 };

type Problem = Parameters<typeof diagnosticOf>[1];

interface ReadEvents {
  readonly indicators: readonly Indicator[];
  readonly problems: readonly (readonly [file: string, Problem])[];
  readonly read: readonly MispFeedEvent[];
  readonly failed: number;
}

/** An event that is missing or no event is told and left out; a server that refuses ends the whole. */
async function readEvents(feed: MispFeed, events: readonly MispFeedEvent[]): Promise<ReadEvents> {
  const [indicators, problems, read]: [Indicator[], [string, Problem][], MispFeedEvent[]] = [[], [], []];
  for (let from = 0; from < events.length; from += AT_ONCE) {
    const some = events.slice(from, from + AT_ONCE);
    const answers = await Promise.all(some.map(async (event) => await bodyOf(feed, event)));
    for (const [index, event] of some.entries()) {
      const file = `${event.uuid}.json`;
      const body = answers[index] ?? null;
      const document = body === null || body instanceof IntelServerError ? null : readIntel(JSON.stringify(body), new URL(feed.url).host);
      if (document?.kind !== 'misp') {
        const detail = body instanceof IntelServerError ? body.message : file;
        problems.push([file, { code: body instanceof IntelServerError ? 'invalid-object' : 'unknown-format', detail, line: null }]);
        continue;
      }
      for (const each of document.indicators) indicators.push(each);
      for (const each of document.problems) problems.push([file, each]);
      read.push(event);
    }
  }
  return { indicators, problems, read, failed: events.length - read.length };
}

async function bodyOf(feed: MispFeed, event: MispFeedEvent): Promise<Readonly<Record<string, unknown>> | IntelServerError> {
  try {
    return await feed.event(event);
  } catch (cause) {
    if (cause instanceof IntelServerError && ['not-found', 'malformed', 'too-large', 'refused'].includes(cause.code)) return cause;
    throw cause;
  }
}

function authOf(variables: FetchMispOptions['variables']): IntelServerAuth {
  const { KUMOMORI_MISP_KEY: key = '', KUMOMORI_MISP_USER: user = '', KUMOMORI_MISP_PASSWORD: password = '' } = variables;
  if (key !== '') return { kind: 'key', key };
  return user === '' ? { kind: 'none' } : { kind: 'basic', user, password };
}
