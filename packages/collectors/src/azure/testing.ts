/** Azure Resource Manager and Microsoft Graph as a server of our own, with every fault that the real ones show. For tests. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CallPlace, CallRecord, Json, JsonObject, RecordedCall, RecordedCalls } from '@kumomori/model';
import { canonicalJson, isJsonObject } from '@kumomori/model';
import { CallBudget } from '../budget.ts';
import type { CollectEnvironment } from '../collecting.ts';

/** What happens to one request. `next`: the fault is over, the server answers as ever. */
export type Fault = (
  request: { readonly path: string; readonly url: URL; readonly nth: number },
  response: ServerResponse,
) => 'next' | 'handled';

export interface FakeAzure {
  readonly endpoint: string;
  /** Paths that were asked for, in order. */
  readonly asked: readonly string[];
  readonly authorizations: ReadonlySet<string>;
  fault: Fault;
  close(): Promise<void>;
}

/** `answers`: by path; a list is paged by `pageSize` with links in the way of the API that the path belongs to. Everything else is 404. */
export async function fakeAzure(answers: Readonly<Record<string, Json>>, pageSize = 2): Promise<FakeAzure> {
  const asked: string[] = [];
  const authorizations = new Set<string>();
  const counts = new Map<string, number>();
  const byPath = new Map(Object.entries(answers).map(([path, answer]) => [path.toLowerCase(), answer]));
  const state: { fault: Fault } = { fault: () => 'next' };
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const path = decodeURIComponent(url.pathname);
    asked.push(path);
    authorizations.add(request.headers.authorization ?? '');
    const nth = (counts.get(path) ?? 0) + 1;
    counts.set(path, nth);
    if (request.method !== 'GET') return reply(response, 405, { error: { code: 'MethodNotAllowed', message: 'reading only' } });
    if (state.fault({ path, url, nth }, response) === 'handled') return;
    const answer = byPath.get(path.toLowerCase());
    if (answer === undefined) reply(response, 404, { error: { code: 'ResourceNotFound', message: 'there is no such thing' } });
    else reply(response, 200, isList(answer) ? page(answer, url, addressOf(server), pageSize) : answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: addressOf(server),
    asked,
    authorizations,
    get fault() {
      return state.fault;
    },
    set fault(fault: Fault) {
      state.fault = fault;
    },
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

export function reply(response: ServerResponse, status: number, body: Json | string, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

function isList(answer: Json): answer is readonly Json[] {
  return Array.isArray(answer);
}

function page(all: readonly Json[], url: URL, endpoint: string, size: number): JsonObject {
  const from = Number(url.searchParams.get('$skiptoken') ?? '0');
  const next = new URL(url.pathname + url.search, endpoint);
  next.searchParams.set('$skiptoken', String(from + size));
  const name = url.pathname.startsWith('/v1.0/') ? '@odata.nextLink' : 'nextLink';
  return { value: all.slice(from, from + size), ...(from + size < all.length && { [name]: next.href }) };
}

function addressOf(server: Server): string {
  // A server that listens on a port has an address of this kind.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Keeps records, gives them back as a snapshot would, and redacts visibly. */
export interface Kept {
  readonly env: CollectEnvironment;
  readonly records: readonly { readonly place: CallPlace; readonly record: CallRecord }[];
  /** Milliseconds that were waited, by nobody. */
  readonly waited: number;
  recorded(account: string): RecordedCalls;
}

export function keeping(given: Partial<CollectEnvironment> & { readonly maxCalls?: number; readonly resumed?: Kept } = {}): Kept {
  const records: { place: CallPlace; record: CallRecord }[] = [];
  const before = new Map(given.resumed?.records.map(({ place, record }) => [keyOf(place, record.request), record]));
  let clock = 0;
  const budget = new CallBudget({
    perSecond: 1000,
    maxCalls: given.maxCalls ?? null,
    now: () => clock,
    wait: async (milliseconds) => {
      clock += milliseconds;
      await Promise.resolve();
    },
  });
  const env: CollectEnvironment = {
    sink: {
      record: async (place, record) => {
        records.push({ place, record });
        await Promise.resolve();
      },
      recorded: (place, request) => {
        const found = before.get(keyOf(place, request)) ?? null;
        if (found) records.push({ place, record: found });
        return found;
      },
    },
    budget,
    redact: (response, paths) =>
      paths.reduce((json, path) => redacted(json, path.replaceAll('[]', '.[]').split('.')) as JsonObject, response),
    now: () => new Date('2026-11-22T09:00:00Z'),
    signal: new AbortController().signal,
    onProgress: () => {},
    ...given,
  };
  return {
    env,
    records,
    get waited() {
      return clock;
    },
    recorded: (account) => {
      const own = records.filter(({ place }) => place.account === account);
      return {
        account,
        partition: 'azure',
        of: (service, operation): readonly RecordedCall[] =>
          own
            .filter(({ place }) => place.service === service && place.operation === operation)
            .map((each, line) => ({
              ...each,
              range: { source: { path: `raw/azure/${account}/${service}/${operation}`, text: '', firstLine: line + 1 }, start: 0, end: 0 },
            })),
      };
    },
  };
}

function keyOf({ account, service, operation }: CallPlace, request: JsonObject): string {
  return `${account} ${service} ${operation} ${canonicalJson(request)}`;
}

function redacted(json: Json, [step, ...rest]: readonly string[]): Json {
  if (step === undefined) return json === null ? null : { $redacted: 'fingerprint' };
  if (step === '[]') return Array.isArray(json) ? (json as readonly Json[]).map((each) => redacted(each, rest)) : json;
  if (!isJsonObject(json)) return json;
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => [key, step === '*' || step === key ? redacted(value, rest) : value]),
  );
}
