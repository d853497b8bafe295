/** For tests: an API server over HTTP that answers as Kubernetes does, an environment that remembers, a kubeconfig. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CallPlace, CallRecord, Json, JsonObject } from '@kumomori/model';
import { canonicalJson, isJsonObject } from '@kumomori/model';
import { CallBudget } from '../budget.ts';
import type { CollectEnvironment } from '../collecting.ts';

export interface FakeKind {
  readonly kind: string;
  readonly isNamespaced: boolean;
  readonly items: readonly JsonObject[];
}

export interface FakeOptions {
  /** `legacy`: as before 1.26; `refused`: 403. */
  readonly discovery?: 'aggregated' | 'legacy' | 'refused';
  /** Objects on one page at most. */
  readonly page?: number;
  /** Answers instead of the server; true when it did. */
  readonly instead?: (url: URL, response: ServerResponse, request: IncomingMessage) => boolean;
}

export interface FakeCluster {
  readonly origin: string;
  /** Paths with queries, in order. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** `kinds` by the path of their list: `/apis/apps/v1/deployments`. */
export async function fakeCluster(kinds: Readonly<Record<string, FakeKind>>, options: FakeOptions = {}): Promise<FakeCluster> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    asked.push(`${url.pathname}${url.search}`);
    if (options.instead?.(url, response, request) !== true) answer(url, response, { kinds, options });
  });
  const port = await listening(server);
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

interface Serving {
  readonly kinds: Readonly<Record<string, FakeKind>>;
  readonly options: FakeOptions;
}

function answer(url: URL, response: ServerResponse, serving: Serving): void {
  const { pathname } = url;
  if (pathname === '/version') return send(response, 200, { major: '1', minor: '34', gitVersion: 'v1.34.4' });
  if (pathname.endsWith('/selfsubjectreviews'))
    return send(response, 201, { kind: 'SelfSubjectReview', status: { userInfo: { username: 'system:serviceaccount:audit:kumomori' } } });
  if (/^\/(?:api(?:\/v1)?|apis(?:\/[^/]+\/[^/]+)?)$/.test(pathname)) return discovery(pathname, response, serving);
  const inNamespace = /\/namespaces\/([^/]+)\/([^/]+)$/.exec(pathname);
  const found = serving.kinds[inNamespace ? pathname.replace(/\/namespaces\/[^/]+/, '') : pathname];
  if (!found) return send(response, 404, status('NotFound', 404));
  const items = inNamespace ? found.items.filter((item) => namespaceOf(item) === inNamespace[1]) : found.items;
  const start = Number(url.searchParams.get('continue') ?? 0);
  const end = start + Math.min(Number(url.searchParams.get('limit') ?? 500), serving.options.page ?? 500);
  const metadata = { resourceVersion: '1', ...(end < items.length && { continue: String(end) }) };
  const [, group, version] = /^\/apis\/([^/]+)\/([^/]+)/.exec(pathname) ?? [];
  send(response, 200, {
    kind: `${found.kind}List`,
    apiVersion: group === undefined ? 'v1' : `${group}/${version}`,
    metadata,
    items: items.slice(start, end),
  });
}

function namespaceOf({ metadata }: JsonObject): Json | undefined {
  return isJsonObject(metadata) ? metadata['namespace'] : undefined;
}

function discovery(path: string, response: ServerResponse, { kinds, options: { discovery: form = 'aggregated' } }: Serving): void {
  if (form === 'refused') return send(response, 403, status('Forbidden', 403));
  const all = Object.entries(kinds).map(([list, { kind, isNamespaced }]) => {
    const [group = '', version = '', plural = ''] = list.startsWith('/api/') ? ['', ...list.slice(5).split('/')] : list.slice(6).split('/');
    return { group, version, plural, kind, isNamespaced };
  });
  const root = path.startsWith('/apis') ? all.filter(({ group }) => group !== '') : all.filter(({ group }) => group === '');
  const groups = [...Map.groupBy(root, ({ group }) => group)];
  if (form === 'aggregated') {
    const items = groups.map(([name, members]) => ({
      metadata: { name },
      versions: [...Map.groupBy(members, ({ version }) => version)].map(([version, resources]) => ({
        version,
        freshness: 'Current',
        resources: resources.map(({ plural, kind, isNamespaced }) => ({
          resource: plural,
          responseKind: { group: name, version, kind },
          scope: isNamespaced ? 'Namespaced' : 'Cluster',
          verbs: ['get', 'list', 'watch'],
        })),
      })),
    }));
    return send(response, 200, { kind: 'APIGroupDiscoveryList', apiVersion: 'apidiscovery.k8s.io/v2', items });
  }
  if (path === '/api') return send(response, 200, { kind: 'APIVersions', versions: ['v1'] });
  if (path === '/apis') {
    const list = groups.map(([name, members]) => ({
      name,
      versions: [...new Set(members.map(({ version }) => version))].map((version) => ({ groupVersion: `${name}/${version}`, version })),
    }));
    return send(response, 200, { kind: 'APIGroupList', groups: list });
  }
  const groupVersion = path.replace(/^\/apis?\//, '');
  const resources = root
    .filter(({ group, version }) => (group === '' ? version : `${group}/${version}`) === groupVersion)
    .map(({ plural, kind, isNamespaced }) => ({ name: plural, kind, namespaced: isNamespaced, verbs: ['get', 'list'] }));
  send(response, resources.length === 0 ? 404 : 200, { kind: 'APIResourceList', groupVersion, resources });
}

/** The API's way to say no. */
export function status(reason: string, code: number, more: JsonObject = {}): JsonObject {
  return { kind: 'Status', apiVersion: 'v1', status: 'Failure', reason, message: `${reason} by the test`, code, ...more };
}

export function send(response: ServerResponse, code: number, body: Json, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(code, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

/** JSON is YAML. */
export function kubeconfig(server: string, user: JsonObject = { token: 'of-the-test' }, cluster: JsonObject = {}): string {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'orders',
    contexts: [{ name: 'orders', context: { cluster: 'orders-prod', user: 'auditor' } }],
    clusters: [{ name: 'orders-prod', cluster: { server, ...cluster } }],
    users: [{ name: 'auditor', user }],
  });
}

export interface Remembered {
  readonly env: CollectEnvironment;
  readonly records: readonly { readonly place: CallPlace; readonly record: CallRecord }[];
  /** How long was waited, in milliseconds; nobody really waits. */
  readonly waits: readonly number[];
}

export function remembering(
  options: { readonly maxCalls?: number; readonly known?: Remembered; readonly signal?: AbortSignal } = {},
): Remembered {
  const records: { place: CallPlace; record: CallRecord }[] = [];
  const waits: number[] = [];
  const answers = new Map(
    (options.known?.records ?? []).map(({ place, record }) => [`${canonicalJson({ ...place })} ${canonicalJson(record.request)}`, record]),
  );
  const wait = (milliseconds: number): Promise<void> => {
    waits.push(milliseconds);
    return Promise.resolve();
  };
  const env: CollectEnvironment = {
    sink: {
      record: (place, record) => {
        records.push({ place, record });
        return Promise.resolve();
      },
      recorded: (place, request) => answers.get(`${canonicalJson({ ...place })} ${canonicalJson(request)}`) ?? null,
    },
    budget: new CallBudget({ perSecond: 1000, maxCalls: options.maxCalls ?? null, wait, now: () => 0 }),
    redact: (response, paths) =>
      Object.fromEntries(
        Object.entries(response).map(([key, value]) => [
          key,
          paths.includes(key) ? { $redacted: `${JSON.stringify(value).length}` } : value,
        ]),
      ),
    now: () => new Date('2026-11-22T09:00:00Z'),
    signal: options.signal ?? new AbortController().signal,
    onProgress: () => {},
  };
  return { env, records, waits };
}
