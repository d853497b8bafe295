/** Google's APIs on one local server, for tests: paging, and every fault that a network or an API has. */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CallPlace, CallRecord, JsonObject } from '@kumomori/model';
import { canonicalJson } from '@kumomori/model';
import { CallBudget } from '../../budget.ts';
import type { BudgetOptions } from '../../budget.ts';
import type { CollectEnvironment, CollectOutcome } from '../../collecting.ts';
import type { GcpOptions } from '../collect-gcp.ts';
import { collectGcp } from '../collect-gcp.ts';

/** An answer, or what happens instead of one. */
export type FakeAnswer =
  | { readonly status?: number; readonly body?: unknown; readonly text?: string; readonly headers?: Readonly<Record<string, string>> }
  | 'reset'
  | 'silence';

/** By `host/path` without the query; a list is used up, its last answer stays. `(url) => …` for what depends on the query. */
export type FakeRoutes = Readonly<Record<string, FakeAnswer | readonly FakeAnswer[] | ((url: URL) => FakeAnswer)>>;

export interface FakeRun {
  /** `GET storage.googleapis.com/storage/v1/b?project=orders` */
  readonly requests: readonly string[];
  readonly tokens: readonly string[];
  readonly records: ReadonlyMap<string, readonly CallRecord[]>;
  readonly waits: readonly number[];
  readonly outcome: CollectOutcome;
}

export interface FakeOptions {
  readonly routes: FakeRoutes;
  readonly asked?: Omit<GcpOptions, 'endpoint' | 'token'>;
  readonly budget?: BudgetOptions;
  readonly signal?: AbortSignal;
  /** Records of an unfinished collection, by place and request. */
  readonly known?: Map<string, CallRecord>;
  readonly onRecord?: (place: CallPlace) => void;
  readonly earlier?: NonNullable<CollectEnvironment['earlier']>;
}

export const PROJECT = 'orders-prod';
export const NUMBER = '123456789012';

export function refusal(permission: string): FakeAnswer {
  const message = `Permission '${permission}' denied on resource (or it may not exist).`;
  return { status: 403, body: { error: { code: 403, status: 'PERMISSION_DENIED', message } } };
}

export function disabled(consumer: string = `projects/${NUMBER}`): FakeAnswer {
  const details = [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'SERVICE_DISABLED', metadata: { consumer } }];
  return {
    status: 403,
    body: { error: { code: 403, status: 'PERMISSION_DENIED', message: 'The API has not been used before or it is disabled.', details } },
  };
}

/** What every project answers; the inventory may not be asked, so that every API is. */
export const oneProject: FakeRoutes = {
  [`cloudresourcemanager.googleapis.com/v3/projects/${PROJECT}`]: {
    body: { name: `projects/${NUMBER}`, projectId: PROJECT, state: 'ACTIVE' },
  },
  [`cloudasset.googleapis.com/v1/projects/${PROJECT}/assets`]: refusal('cloudasset.assets.listIamPolicy'),
  [`serviceusage.googleapis.com/v1/projects/${PROJECT}/services`]: refusal('serviceusage.services.list'),
};

/** Collects from a server with these routes; what has none answers `{}`. */
export async function collectFromFake(options: FakeOptions): Promise<FakeRun> {
  const { routes, asked = { projects: [PROJECT] }, known = new Map(), onRecord } = options;
  const requests: string[] = [];
  const tokens: string[] = [];
  const waits: number[] = [];
  const used = new Map<string, number>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://fake');
    const path = decodeURIComponent(url.pathname.slice(1));
    requests.push(`${request.method ?? ''} ${path}${url.search}`);
    const route = routes[path];
    const turn = used.get(path) ?? 0;
    used.set(path, turn + 1);
    const answer =
      typeof route === 'function' ? route(url) : Array.isArray(route) ? (route[Math.min(turn, route.length - 1)] as FakeAnswer) : route;
    give((answer as FakeAnswer | undefined) ?? { body: {} }, request, response);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const records = new Map<string, CallRecord[]>();
  const environment: CollectEnvironment = {
    sink: {
      async record(place, record) {
        onRecord?.(place);
        known.set(keyOf(place, record.request), record);
        const name = `${place.account} ${place.service}:${place.operation}`;
        records.set(name, [...(records.get(name) ?? []), record]);
        await Promise.resolve();
      },
      recorded: (place, request) => known.get(keyOf(place, request)) ?? null,
    },
    budget: new CallBudget({
      perSecond: 1e6,
      now: () => 0,
      wait: async (milliseconds) => {
        waits.push(milliseconds);
        await Promise.resolve();
      },
      ...options.budget,
    }),
    redact: hidden,
    now: () => new Date('2026-11-22T09:00:00Z'),
    signal: options.signal ?? new AbortController().signal,
    onProgress: () => {},
    ...(options.earlier && { earlier: options.earlier }),
  };
  let version = 0;
  try {
    const outcome = await collectGcp(
      {
        ...asked,
        endpoint: (host) => `http://127.0.0.1:${port}/${host}`,
        token: async (refresh) => {
          if (refresh) version += 1;
          tokens.push(`token-${version}`);
          return await Promise.resolve(`token-${version}`);
        },
      },
      environment,
    );
    return { requests, tokens, records, waits, outcome };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

function give(answer: FakeAnswer, request: IncomingMessage, response: ServerResponse): void {
  if (answer === 'silence') return;
  if (answer === 'reset') {
    request.socket.destroy();
    return;
  }
  const { status = 200, body, text, headers = {} } = answer;
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(text ?? JSON.stringify(body ?? {}));
}

function keyOf({ account, service, operation }: CallPlace, request: JsonObject): string {
  return `${account} ${service}:${operation} ${canonicalJson(request)}`;
}

/** Every path of one member becomes a mark, which is all that tests look for. */
function hidden(response: JsonObject, paths: readonly string[]): JsonObject {
  const [path = ''] = paths;
  return path in response && response[path] !== null ? { ...response, [path]: { $redacted: 'mark' } } : response;
}
