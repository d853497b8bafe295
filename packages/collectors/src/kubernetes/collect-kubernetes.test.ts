import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonObject } from '@kumomori/model';
import { textOf } from '@kumomori/model';
import { CollectError } from '../collecting.ts';
import type { CollectOutcome } from '../collecting.ts';
import type { KubernetesOptions } from './collect-kubernetes.ts';
import { collectKubernetes } from './collect-kubernetes.ts';
import { KubernetesClient } from './client.ts';
import { connectionOf } from './connection.ts';
import type { FakeKind, FakeOptions, Remembered } from './testing.ts';
import { fakeCluster, kubeconfig, remembering, send, status } from './testing.ts';

const names = (...all: readonly string[]): readonly JsonObject[] =>
  all.map((name) => ({ metadata: { name, namespace: 'orders', uid: `uid-${name}` } }));

const kinds: Readonly<Record<string, FakeKind>> = {
  '/api/v1/pods': { kind: 'Pod', isNamespaced: true, items: names('api-1', 'api-2', 'api-3', 'api-4', 'api-5') },
  '/api/v1/nodes': { kind: 'Node', isNamespaced: false, items: [] },
  '/apis/apps/v1/deployments': { kind: 'Deployment', isNamespaced: true, items: names('api') },
  '/apis/example.com/v1/widgets': { kind: 'Widget', isNamespaced: true, items: names('one') },
};

interface Ran extends Remembered {
  readonly outcome: CollectOutcome;
  readonly asked: readonly string[];
}

interface Running {
  readonly fake?: FakeOptions;
  readonly options?: KubernetesOptions;
  readonly serve?: Readonly<Record<string, FakeKind>>;
  readonly memory?: Remembered;
}

async function collect({ fake = {}, options = {}, serve = kinds, memory = remembering() }: Running = {}): Promise<Ran> {
  const cluster = await fakeCluster(serve, fake);
  const wait = memory.waits as number[];
  try {
    const outcome = await collectKubernetes(
      {
        kubeconfigText: kubeconfig(cluster.origin),
        wait: (milliseconds) => {
          wait.push(milliseconds);
          return Promise.resolve();
        },
        ...options,
      },
      memory.env,
    );
    return { ...memory, outcome, asked: cluster.asked };
  } finally {
    await cluster.close();
  }
}

function listed({ records }: Remembered, plural: string): readonly string[] {
  const pages = records.filter(({ place }) => place.operation === plural);
  return pages
    .flatMap(({ record }) => ((record.response as JsonObject | undefined)?.['items'] ?? []) as readonly JsonObject[])
    .map((item) => textOf(item, 'metadata.name') ?? '');
}

const gapsOf = ({ outcome }: Ran): readonly string[] =>
  outcome.gaps.map(
    ({ scope, operation, reason, permission }) => `${scope} ${operation}: ${reason}${permission === null ? '' : ` (${permission})`}`,
  );

/** Whether it is the list of pods. */
const isPods = (url: URL): boolean => url.pathname === '/api/v1/pods';

test('a cluster is discovered and every page of every known kind recorded', async () => {
  const ran = await collect({ fake: { page: 2 } });
  assert.deepEqual(listed(ran, 'pods'), ['api-1', 'api-2', 'api-3', 'api-4', 'api-5']);
  assert.deepEqual(listed(ran, 'deployments'), ['api']);
  assert.deepEqual(listed(ran, 'widgets'), []);
  assert.deepEqual(ran.outcome, {
    principal: 'system:serviceaccount:audit:kumomori',
    scopes: [{ provider: 'kubernetes', account: 'orders-prod', regions: ['global'] }],
    gaps: [],
  });
  const page = ran.records.find(({ record }) => record.request['continue'] === '2');
  assert.deepEqual(page?.place, { provider: 'kubernetes', account: 'orders-prod', region: 'global', service: 'core', operation: 'pods' });
  assert.deepEqual(page?.record.request, { path: '/api/v1/pods', limit: 500, continue: '2' });
});

test('all kinds are custom ones too, and servers without aggregated discovery are asked version by version', async () => {
  const ran = await collect({ fake: { discovery: 'legacy' }, options: { kinds: 'all' } });
  assert.deepEqual([listed(ran, 'pods').length, listed(ran, 'deployments'), listed(ran, 'widgets')], [5, ['api'], ['one']]);
  assert.ok(ran.asked.includes('/apis/example.com/v1'));
  assert.deepEqual(gapsOf(ran), []);
});

test('when discovery is refused the usual kinds are asked for, and one that is not there is no gap', async () => {
  const ran = await collect({ fake: { discovery: 'refused' } });
  assert.deepEqual([listed(ran, 'pods').length, listed(ran, 'deployments')], [5, ['api']]);
  assert.deepEqual(gapsOf(ran), [
    'kubernetes:orders-prod:global:discovery api: Forbidden (get /api)',
    'kubernetes:orders-prod:global:discovery apis: Forbidden (get /apis)',
  ]);
});

test('of chosen namespaces each is read by itself, what lives outside of namespaces all the same', async () => {
  const serve = {
    ...kinds,
    '/api/v1/namespaces': { kind: 'Namespace', isNamespaced: false, items: [] },
  };
  const ran = await collect({
    serve,
    options: { namespaces: ['orders', 'empty'] },
    fake: {
      instead: (url, response) => {
        if (!/^\/api\/v1\/namespaces\/\w+$/.test(url.pathname)) return false;
        send(response, 200, { kind: 'Namespace', apiVersion: 'v1', metadata: { name: url.pathname.split('/').at(-1) ?? '' } });
        return true;
      },
    },
  });
  assert.equal(listed(ran, 'pods').length, 5);
  assert.ok(ran.asked.includes('/api/v1/namespaces/empty/pods?limit=500'));
  assert.ok(ran.asked.includes('/api/v1/nodes?limit=500'));
  assert.ok(!ran.asked.some((path) => path.startsWith('/api/v1/pods')));
});

test('a list that ended goes on where the server says', async () => {
  const ran = await collect({
    fake: {
      page: 2,
      instead: (url, response) => {
        if (!isPods(url) || url.searchParams.get('continue') !== '2') return false;
        send(response, 410, status('Expired', 410, { metadata: { continue: '3' } }));
        return true;
      },
    },
  });
  assert.deepEqual(listed(ran, 'pods'), ['api-1', 'api-2', 'api-4', 'api-5']);
  assert.deepEqual(gapsOf(ran), []);
});

test('a list that ended begins anew when the server does not say where, and is given up after three times', async () => {
  let ended = 0;
  const instead = (always: boolean): FakeOptions => ({
    page: 2,
    instead: (url, response) => {
      if (!isPods(url) || url.searchParams.get('continue') !== '2' || (!always && ended > 0)) return false;
      ended += 1;
      send(response, 410, status('Expired', 410));
      return true;
    },
  });
  const once = await collect({ fake: instead(false) });
  assert.deepEqual(listed(once, 'pods'), ['api-1', 'api-2', 'api-1', 'api-2', 'api-3', 'api-4', 'api-5']);
  assert.equal(once.records.find(({ record }) => record.request['restart'] === 1)?.record.request['continue'], undefined);
  assert.deepEqual(gapsOf(once), []);
  const always = await collect({ fake: instead(true) });
  assert.deepEqual(gapsOf(always), ['kubernetes:orders-prod:global:core pods: Expired']);
  assert.deepEqual(listed(always, 'deployments'), ['api']);
});

test('whoever is told to slow down waits as long as the server says', async () => {
  let refused = 0;
  const ran = await collect({
    fake: {
      instead: (url, response) => {
        if (!isPods(url) || refused >= 2) return false;
        refused += 1;
        send(response, 429, status('TooManyRequests', 429), { 'retry-after': '7' });
        return true;
      },
    },
  });
  assert.equal(listed(ran, 'pods').length, 5);
  assert.deepEqual(gapsOf(ran), []);
  assert.ok(
    ran.waits.some((milliseconds) => milliseconds >= 7000),
    String(ran.waits),
  );
});

test('a kind that may not be listed is a gap with the permission, and the rest is kept', async () => {
  const ran = await collect({
    fake: {
      instead: (url, response) => {
        if (!url.pathname.endsWith('/deployments')) return false;
        send(response, 403, status('Forbidden', 403));
        return true;
      },
    },
  });
  assert.deepEqual(gapsOf(ran), ['kubernetes:orders-prod:global:apps deployments: Forbidden (list deployments.apps)']);
  assert.equal(listed(ran, 'pods').length, 5);
  assert.deepEqual(ran.records.find(({ place }) => place.operation === 'deployments')?.record.error, {
    code: 'Forbidden',
    message: 'Forbidden by the test',
    permission: 'list deployments.apps',
  });
});

const faults: readonly (readonly [name: string, reason: string, fault: NonNullable<FakeOptions['instead']>])[] = [
  ['is no JSON', 'MalformedAnswer', (_, response) => !!response.writeHead(200).end('{"items": [')],
  ['is no list', 'MalformedAnswer', (_, response) => (send(response, 200, { kind: 'PodList' }), true)],
  [
    'breaks off',
    'ECONNRESET',
    (_, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('{"items": [');
      setImmediate(() => response.destroy());
      return true;
    },
  ],
  ['never comes', 'Timeout', () => true],
  ['is a connection that is closed', 'ECONNRESET', (_, response) => !!response.socket?.destroy()],
  ['is that the server is broken', 'InternalError', (_, response) => (send(response, 500, status('InternalError', 500)), true)],
  ['leads elsewhere', '302', (_, response) => (send(response, 302, {}, { location: 'http://127.0.0.1:1/' }), true)],
  ['is packed but is not', 'Z_DATA_ERROR', (_, response) => (send(response, 200, {}, { 'content-encoding': 'gzip' }), true)],
];

for (const [name, reason, fault] of faults) {
  test(`when the answer ${name} that is a gap, and the rest is kept`, async () => {
    const ran = await collect({
      options: { timeoutMs: 200 },
      fake: {
        page: 2,
        instead: (url, response, request) => isPods(url) && url.searchParams.has('continue') && fault(url, response, request),
      },
    });
    assert.deepEqual(
      gapsOf(ran).map((gap) => gap.split(' (')[0]),
      [`kubernetes:orders-prod:global:core pods: ${reason}`],
    );
    assert.deepEqual([listed(ran, 'pods'), listed(ran, 'deployments')], [['api-1', 'api-2'], ['api']]);
  });
}

test('a connection that breaks once is tried again', async () => {
  let broken = false;
  const ran = await collect({
    fake: {
      instead: (url, response) => {
        if (!isPods(url) || broken) return false;
        broken = true;
        response.socket?.destroy();
        return true;
      },
    },
  });
  assert.deepEqual([listed(ran, 'pods').length, gapsOf(ran)], [5, []]);
  assert.deepEqual(ran.waits, [250]);
});

test('pages that are too large are asked for in smaller ones', async () => {
  const items = names(...Array.from({ length: 120 }, (_, index) => `api-${index}`)).map((item) => ({ ...item, note: 'n'.repeat(1000) }));
  const ran = await collect({
    serve: { '/api/v1/pods': { kind: 'Pod', isNamespaced: true, items } },
    options: { maxBytes: 80_000 },
  });
  assert.equal(listed(ran, 'pods').length, 120);
  assert.deepEqual(gapsOf(ran), []);
  assert.deepEqual(
    ran.asked.filter((path) => path.startsWith('/api/v1/pods')),
    ['/api/v1/pods?limit=500', '/api/v1/pods?limit=50', '/api/v1/pods?limit=50&continue=50', '/api/v1/pods?limit=50&continue=100'],
  );
});

test('after all calls that were allowed the rest is a gap', async () => {
  const ran = await collect({ memory: remembering({ maxCalls: 5 }), fake: { page: 2 } });
  assert.ok(
    gapsOf(ran).some((gap) => gap.endsWith('pods: BudgetSpent')),
    String(gapsOf(ran)),
  );
});

test('an unfinished collection goes on with what it has not asked yet', async () => {
  const first = await collect({
    fake: {
      page: 2,
      instead: (url, response) =>
        isPods(url) && url.searchParams.get('continue') === '4' && (send(response, 503, status('ServiceUnavailable', 503)), true),
    },
  });
  assert.deepEqual(gapsOf(first), ['kubernetes:orders-prod:global:core pods: ServiceUnavailable']);
  const second = await collect({ fake: { page: 2 }, memory: remembering({ known: first }) });
  assert.deepEqual(second.asked, ['/api/v1/pods?limit=500&continue=4']);
  assert.deepEqual(listed(second, 'pods'), ['api-5']);
});

const node = (name: string, ready: string): JsonObject => ({
  metadata: { name },
  status: {
    conditions: [
      { type: 'DiskPressure', status: 'False' },
      { type: 'Ready', status: ready },
    ],
  },
});

test('kubelets say how they are set up, but for nodes that are not ready, until that is refused', async () => {
  const items = [node('node-1', 'True'), { metadata: { name: 'node-2' } }, node('node-3', 'Unknown'), node('../../api', 'True')];
  const serve = { ...kinds, '/api/v1/nodes': { kind: 'Node', isNamespaced: false, items } };
  const instead =
    (code: number, body: JsonObject): NonNullable<FakeOptions['instead']> =>
    (url, response) =>
      url.pathname.endsWith('/proxy/configz') && (send(response, code, body), true);
  const told = await collect({ serve, fake: { instead: instead(200, { kubeletconfig: { readOnlyPort: 10_255 } }) } });
  assert.deepEqual(
    told.records.filter(({ place }) => place.operation === 'configz').map(({ record }) => record.request['path']),
    ['/api/v1/nodes/node-1/proxy/configz', '/api/v1/nodes/node-2/proxy/configz'],
  );
  assert.deepEqual(gapsOf(told), ['kubernetes:orders-prod:global:core configz: NodeNotReady']);
  const refused = await collect({ serve, fake: { instead: instead(403, status('Forbidden', 403)) } });
  assert.ok(gapsOf(refused).includes('kubernetes:orders-prod:global:core configz: Forbidden (get nodes/proxy)'));
  assert.equal(refused.asked.filter((path) => path.endsWith('configz')).length, 1);
  const none = await collect({ serve, options: { kubelets: false } });
  assert.deepEqual(gapsOf(none), []);
});

test('whom the server does not know is told so, and nothing else is asked', async () => {
  const instead: FakeOptions['instead'] = (_, response) => (send(response, 401, status('Unauthorized', 401)), true);
  await assert.rejects(collect({ fake: { instead } }), (error) => error instanceof CollectError && error.code === 'credentials');
});

test('a server that is not there is told by its address', async () => {
  const cluster = await fakeCluster({});
  await cluster.close();
  await assert.rejects(
    collectKubernetes({ kubeconfigText: kubeconfig(cluster.origin), wait: () => Promise.resolve() }, remembering().env),
    (error) => error instanceof CollectError && error.message.includes(`${cluster.origin} cannot be reached: ECONNREFUSED`),
  );
});

test('a collection that is stopped stops', async () => {
  const controller = new AbortController();
  const instead: FakeOptions['instead'] = (url) => {
    if (isPods(url)) controller.abort();
    return isPods(url);
  };
  await assert.rejects(collect({ memory: remembering({ signal: controller.signal }), fake: { instead } }), { name: 'AbortError' });
});

test('nothing but reads is asked, and the client refuses the rest', async () => {
  const asked = new Set<string>();
  const instead: FakeOptions['instead'] = (url, _, request) => {
    asked.add(request.method === 'GET' ? 'GET' : `${request.method} ${url.pathname}`);
    return false;
  };
  await collect({ options: { kinds: 'all' }, fake: { instead } });
  assert.deepEqual([...asked].toSorted(), ['GET', 'POST /apis/authentication.k8s.io/v1/selfsubjectreviews']);
  const client = new KubernetesClient(connectionOf({ kubeconfigText: kubeconfig('http://127.0.0.1:1') }), remembering().env);
  await assert.rejects(client.ask({ operation: 'kubernetes:core:pods', path: '/api/v1/pods', body: {} }), /is not read with a POST/);
  client.close();
});

test('of Secrets only the metadata are asked for, and a server that sends more is not believed', async () => {
  const accepted = new Map<string, string | undefined>();
  const serve = {
    ...kinds,
    '/api/v1/secrets': { kind: 'Secret', isNamespaced: true, items: [{ metadata: { name: 'orders' }, data: { password: 'Zm9vYmFy' } }] },
  };
  const instead: FakeOptions['instead'] = (url, _, request) => {
    accepted.set(url.pathname, request.headers.accept);
    return false;
  };
  const ran = await collect({ serve, fake: { instead } });
  assert.match(accepted.get('/api/v1/secrets') ?? '', /^application\/json;as=PartialObjectMetadataList;/);
  assert.equal(accepted.get('/api/v1/pods'), 'application/json');
  assert.deepEqual(listed(ran, 'secrets'), ['orders']);
  assert.ok(!JSON.stringify(ran.records).includes('Zm9vYmFy'));
});
