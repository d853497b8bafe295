import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { CallRecord, Json, Resource } from '@kumomori/model';
import { declareAzure, normalizeCode, resourceReaders } from '@kumomori/model';
import { collectAzure } from './collect-azure.ts';
import type { AzureOptions } from './collect-azure.ts';
import type { FakeAzure, Kept } from './testing.ts';
import { fakeAzure, keeping, reply } from './testing.ts';
import { CollectError } from '../collecting.ts';

const TENANT = '99999999-8888-7777-6666-555555555555';
const ORDERS = '11111111-2222-3333-4444-555555555555';
const EMPTY = 'aaaaaaaa-2222-3333-4444-555555555555';
const at = (id: string): string => `/subscriptions/${id}`;
const group = `${at(ORDERS)}/resourceGroups/orders`;
const storage = `${group}/providers/Microsoft.Storage/storageAccounts`;
const site = `${group}/providers/Microsoft.Web/sites/orders-web`;

const account = (name: string): Json => ({
  id: `${storage}/${name}`,
  name,
  type: 'Microsoft.Storage/storageAccounts',
  location: 'japaneast',
  kind: 'StorageV2',
  sku: { name: 'Standard_ZRS' },
  properties: { supportsHttpsTrafficOnly: true, minimumTlsVersion: 'TLS1_2', allowBlobPublicAccess: false },
});
const listed = (id: string, type: string): Json => ({ id, name: id.split('/').at(-1) ?? '', type, location: 'japaneast' });
const names = ['ordersdata1', 'ordersdata2', 'ordersdata3', 'ordersdata4', 'ordersdata5'];
const versioned = (name: string): Json => [
  { id: `${storage}/${name}/blobServices/default`, name: 'default', properties: { isVersioningEnabled: name !== 'ordersdata5' } },
];

const password = ['hunter', '2'].join('');
const answers: Readonly<Record<string, Json>> = {
  '/subscriptions': [{ subscriptionId: ORDERS }, { subscriptionId: EMPTY }],
  [at(ORDERS)]: { id: at(ORDERS), subscriptionId: ORDERS, displayName: 'orders', tenantId: TENANT },
  [at(EMPTY)]: { id: at(EMPTY), subscriptionId: EMPTY, displayName: 'empty', tenantId: TENANT },
  [`${at(EMPTY)}/resources`]: [],
  [`${at(ORDERS)}/resources`]: [
    ...names.map((name) => listed(`${storage}/${name}`, 'Microsoft.Storage/storageAccounts')),
    listed(site, 'Microsoft.Web/sites'),
  ],
  [`${at(ORDERS)}/providers/Microsoft.Storage/storageAccounts`]: names.map(account),
  ...Object.fromEntries(names.map((name) => [`${storage}/${name}/blobServices`, versioned(name)])),
  [`${at(ORDERS)}/providers/Microsoft.Web/sites`]: [
    {
      ...(listed(site, 'Microsoft.Web/sites') as object),
      kind: 'app',
      properties: { httpsOnly: true, siteConfig: { numberOfWorkers: 1 } },
    },
  ],
  [`${site}/config/web`]: {
    id: `${site}/config/web`,
    name: 'web',
    properties: {
      ftpsState: 'Disabled',
      http20Enabled: true,
      connectionStrings: [{ name: 'orders', connectionString: `pwd=${password}` }],
    },
  },
  '/v1.0/organization': [{ id: TENANT, displayName: 'Example' }],
  '/v1.0/users': ['a', 'b', 'c'].map((id) => ({ id, displayName: `User ${id}`, userType: 'Member', accountEnabled: true })),
  '/v1.0/applications': [{ id: 'app-1', displayName: 'orders-ci', passwordCredentials: [{ keyId: 'k', hint: password.slice(0, 3) }] }],
  '/v1.0/applications/app-1/federatedIdentityCredentials': [{ id: 'f', issuer: 'https://example.com', subject: 'repo:example/orders:*' }],
};

let azure: FakeAzure;
before(async () => {
  azure = await fakeAzure(answers);
});
after(async () => await azure.close());
beforeEach(() => {
  azure.fault = () => 'next';
});

const token = `x.${Buffer.from(JSON.stringify({ upn: 'auditor@example.com', tid: TENANT })).toString('base64url')}.y`;

async function collect(kept: Kept, options: AzureOptions = {}): ReturnType<typeof collectAzure> {
  const refreshed = async (): Promise<string> => await Promise.resolve(token);
  return await collectAzure({ endpoint: azure.endpoint, graphEndpoint: azure.endpoint, token: refreshed, ...options }, kept.env);
}

function resourcesOf(kept: Kept, id = ORDERS): readonly Resource[] {
  const { resources, incomplete } = declareAzure(kept.recorded(id));
  return normalizeCode({ kind: 'live', cloud: 'azure', dir: `azure:${id}`, resources, incomplete }, resourceReaders);
}

/** The states of `versioning` of each storage account: a value, or why nobody knows. */
function versioning(kept: Kept): Readonly<Record<string, unknown>> {
  const accounts = resourcesOf(kept).filter(({ type }) => type === 'azure.storage.account');
  return Object.fromEntries(
    accounts.map(({ name, fields }) => {
      const leaf = (fields.fields as Record<string, { value?: unknown; reason?: { code: string } | null }>)['versioning'];
      return [name, leaf?.value ?? leaf?.reason?.code];
    }),
  );
}

const all = { ordersdata1: true, ordersdata2: true, ordersdata3: true, ordersdata4: true, ordersdata5: false };

test('everything is collected, page by page, and read as resources', async () => {
  const kept = keeping();
  const outcome = await collect(kept);
  assert.equal(outcome.principal, 'auditor@example.com');
  assert.deepEqual(outcome.scopes.map(({ account: each }) => each).sort(), [ORDERS, TENANT, EMPTY].sort());
  assert.deepEqual(outcome.gaps, []);
  assert.deepEqual(versioning(kept), all);
  assert.deepEqual([...azure.authorizations], [`Bearer ${token}`]);
});

test('types of which the subscription lists nothing are not asked for', async () => {
  const kept = keeping();
  await collect(kept, { subscriptions: [EMPTY], directory: false });
  const places = kept.records.map(({ place }) => `${place.service}/${place.operation}`);
  assert.ok(!places.includes('Microsoft.Storage/storageAccounts'), places.join(' '));
  assert.ok(places.includes('Microsoft.Security/pricings'));
  assert.deepEqual([...declareAzure(kept.recorded(EMPTY)).incomplete], []);
});

test('secrets are replaced before anything is kept', async () => {
  const kept = keeping();
  await collect(kept);
  assert.ok(!JSON.stringify(kept.records).includes(password));
  assert.match(JSON.stringify(kept.records), /"connectionString":\{"\$redacted"/);
  assert.match(JSON.stringify(kept.records), /"hint":\{"\$redacted"/);
});

test('throttling is waited for as long as the answer says, in seconds or as a date', async () => {
  for (const [header, least] of [
    ['7', 7000],
    ['Sun, 22 Nov 2026 09:00:20 GMT', 20_000],
  ] as const) {
    const kept = keeping();
    azure.fault = ({ path, url }, response) => {
      if (!path.endsWith('/storageAccounts') || url.searchParams.has('$skiptoken') || kept.waited > 0) return 'next';
      reply(response, 429, { error: { code: 'TooManyRequests', message: 'slowly' } }, { 'retry-after': header });
      return 'handled';
    };
    const { gaps } = await collect(kept, { subscriptions: [ORDERS], directory: false });
    assert.deepEqual([gaps, versioning(kept)], [[], all]);
    assert.ok(kept.waited >= least, `waited ${kept.waited}`);
  }
});

test('few calls left slow the collection down before it is refused', async () => {
  const kept = keeping();
  azure.fault = (_request, response) => {
    response.setHeader('x-ms-ratelimit-remaining-subscription-reads', '3');
    return 'next';
  };
  await collect(kept, { subscriptions: [ORDERS], directory: false });
  assert.ok(kept.waited >= 1000, `waited ${kept.waited}`);
});

test('a token that was refused is renewed once', async () => {
  const kept = keeping();
  let renewed = 0;
  let isOld = true;
  const tokens: AzureOptions['token'] = async (_resource, { refresh }) => {
    if (refresh) {
      renewed += 1;
      isOld = false;
    }
    return await Promise.resolve(token);
  };
  azure.fault = (_request, response) => {
    if (!isOld) return 'next';
    reply(response, 401, { error: { code: 'ExpiredAuthenticationToken', message: 'expired' } });
    return 'handled';
  };
  const { gaps } = await collect(kept, { subscriptions: [ORDERS], directory: false, token: tokens });
  assert.deepEqual([gaps, renewed > 0, versioning(kept)], [[], true, all]);
});

test('a refusal is a gap with the permission that lacks, and makes unknown what it would have said', async () => {
  const kept = keeping();
  azure.fault = ({ path }, response) => {
    if (!path.endsWith('/ordersdata2/blobServices')) return 'next';
    const message =
      "The client does not have authorization to perform action 'Microsoft.Storage/storageAccounts/blobServices/read' over scope";
    reply(response, 403, { error: { code: 'AuthorizationFailed', message } });
    return 'handled';
  };
  const { gaps } = await collect(kept);
  assert.deepEqual(gaps, [
    {
      scope: `azure:${ORDERS}:global:Microsoft.Storage`,
      operation: 'storageAccounts.blobServices',
      reason: 'AuthorizationFailed',
      permission: 'Microsoft.Storage/storageAccounts/blobServices/read',
    },
  ]);
  assert.deepEqual(versioning(kept), { ...all, ordersdata2: 'not-collected' });
});

test('what only the list of all resources tells of is there, with nothing known of it', async () => {
  const kept = keeping();
  azure.fault = ({ path }, response) => {
    if (path !== `${at(ORDERS)}/providers/Microsoft.Storage/storageAccounts`) return 'next';
    reply(response, 403, { error: { code: 'AuthorizationFailed', message: 'no' } });
    return 'handled';
  };
  const { gaps } = await collect(kept);
  assert.deepEqual(
    gaps.map(({ permission }) => permission),
    ['Microsoft.Storage/storageAccounts/read'],
  );
  assert.deepEqual(Object.keys(versioning(kept)), names);
  assert.deepEqual([...new Set(Object.values(versioning(kept)))], ['not-collected']);
});

const broken: readonly (readonly [string, Parameters<typeof reply>[2]])[] = [
  ['no JSON', '{"value": [{'],
  ['JSON of another shape', { items: [] }],
];
for (const [name, body] of broken) {
  test(`an answer that is ${name} is a gap, the rest stays`, async () => {
    const kept = keeping();
    azure.fault = ({ path, url }, response) => {
      if (!path.endsWith('/storageAccounts') || url.searchParams.get('$skiptoken') !== '2') return 'next';
      reply(response, 200, body);
      return 'handled';
    };
    const { gaps } = await collect(kept, { subscriptions: [ORDERS], directory: false });
    assert.deepEqual(
      gaps.map(({ operation, reason }) => [operation, reason]),
      [['storageAccounts', 'MalformedAnswer']],
    );
    assert.deepEqual(versioning(kept), {
      ordersdata1: true,
      ordersdata2: true,
      ...Object.fromEntries(names.slice(2).map((each) => [each, 'not-collected'])),
    });
  });
}

test('resets, server errors and answers that do not come are tried again', async () => {
  const kept = keeping();
  azure.fault = ({ path, nth, url }, response) => {
    if (!path.endsWith('/storageAccounts') || url.searchParams.has('$skiptoken')) return 'next';
    const tries = kept.env.budget.counts.get('azure:Microsoft.Storage:storageAccounts') ?? nth;
    if (tries === 1) response.socket?.destroy();
    else if (tries === 2) reply(response, 503, { error: { code: 'ServiceUnavailable', message: 'later' } });
    else if (tries > 3) return 'next';
    return 'handled';
  };
  const { gaps } = await collect(kept, { subscriptions: [ORDERS], directory: false, timeoutMs: 200 });
  assert.deepEqual([gaps, versioning(kept)], [[], all]);
});

test('what never answers is a gap', async () => {
  const kept = keeping();
  azure.fault = ({ path }, response) => {
    if (!path.endsWith('/providers/Microsoft.Security/pricings')) return 'next';
    response.socket?.destroy();
    return 'handled';
  };
  const { gaps } = await collect(kept, { subscriptions: [ORDERS], directory: false });
  assert.deepEqual(
    gaps.map(({ operation, reason }) => [operation, reason]),
    [['pricings', 'NetworkError']],
  );
});

test('a link to another address is not followed', async () => {
  const kept = keeping();
  azure.fault = ({ path, url }, response) => {
    if (!path.endsWith('/storageAccounts') || url.searchParams.has('$skiptoken')) return 'next';
    reply(response, 200, { value: names.slice(0, 2).map(account), nextLink: 'https://azure.example.com/steal?token=1' });
    return 'handled';
  };
  const { gaps } = await collect(kept, { subscriptions: [ORDERS], directory: false });
  assert.deepEqual(
    gaps.map(({ reason }) => reason),
    ['ForeignLink'],
  );
  assert.equal(versioning(kept)['ordersdata4'], 'not-collected');
});

test('pages that lead back to themselves end', async () => {
  const kept = keeping();
  azure.fault = ({ path, url }, response) => {
    if (!path.endsWith('/storageAccounts')) return 'next';
    reply(response, 200, { value: names.map(account), nextLink: `${azure.endpoint}${url.pathname}${url.search}` });
    return 'handled';
  };
  const { gaps } = await collect(kept, { subscriptions: [ORDERS], directory: false });
  assert.deepEqual(
    gaps.map(({ reason }) => reason),
    ['EndlessPages'],
  );
});

test('a service that was never registered is no gap', async () => {
  const kept = keeping();
  azure.fault = ({ path }, response) => {
    if (!path.includes('/providers/Microsoft.Security/')) return 'next';
    reply(response, 409, { error: { code: 'MissingSubscriptionRegistration', message: 'The subscription is not registered' } });
    return 'handled';
  };
  const { gaps } = await collect(kept, { subscriptions: [ORDERS], directory: false });
  assert.deepEqual(gaps, []);
});

test('with all allowed calls made the collection ends, and says so', async () => {
  const kept = keeping({ maxCalls: 12 });
  const { gaps } = await collect(kept);
  assert.equal(kept.env.budget.made, 12);
  assert.ok(gaps.some(({ reason }) => reason === 'BudgetSpent'));
  assert.ok(declareAzure(kept.recorded(ORDERS)).incomplete.size > 50);
});

test('what was answered before is not asked again', async () => {
  const first = keeping({ maxCalls: 30 });
  await collect(first);
  const second = keeping({ resumed: first });
  const { gaps } = await collect(second);
  const whole = keeping();
  await collect(whole);
  assert.deepEqual([gaps, versioning(second)], [[], all]);
  assert.equal(first.env.budget.made + second.env.budget.made, whole.env.budget.made);
});

test('a stopped collection ends with what it has', async () => {
  const controller = new AbortController();
  const kept = keeping({ signal: controller.signal });
  azure.fault = ({ path }) => {
    if (path.endsWith('/blobServices')) controller.abort();
    return 'next';
  };
  await assert.rejects(collect(kept), (error: unknown) => error instanceof CollectError && error.code === 'stopped');
  assert.ok(kept.records.length > 0);
});

test('without a token nobody can ask anything', async () => {
  const refused: AzureOptions['token'] = async () => await Promise.reject(new CollectError('credentials', 'no'));
  await assert.rejects(
    collect(keeping(), { token: refused }),
    (error: unknown) => error instanceof CollectError && error.code === 'credentials',
  );
});

test('a directory that gives no token does not keep subscriptions from being collected', async () => {
  const kept = keeping();
  const other = await fakeAzure({});
  const only: AzureOptions['token'] = async (resource) =>
    resource === other.endpoint ? await Promise.reject(new CollectError('credentials', 'no')) : await Promise.resolve(token);
  const { gaps } = await collect(kept, { graphEndpoint: other.endpoint, token: only });
  await other.close();
  assert.deepEqual([[...new Set(gaps.map(({ reason }) => reason))], versioning(kept)], [['NoToken'], all]);
});

test('tokens are not sent over a line that others can read', async () => {
  await assert.rejects(
    collect(keeping(), { endpoint: 'http://azure.example.com' }),
    (error: unknown) => error instanceof CollectError && error.code === 'usage',
  );
});

test('the directory: users, applications, and what of them was refused', async () => {
  const kept = keeping();
  azure.fault = ({ path, url }, response) => {
    const isSignIns = path === '/v1.0/users' && (url.searchParams.get('$select') ?? '').includes('signInActivity');
    if (!isSignIns) return 'next';
    reply(response, 403, { error: { code: 'Authentication_RequestFromNonPremiumTenant', message: 'no licence' } });
    return 'handled';
  };
  const { gaps } = await collect(kept, { subscriptions: [EMPTY] });
  assert.deepEqual(gaps, [
    {
      scope: `azure:${TENANT}:global:graph.microsoft.com`,
      operation: 'signIns',
      reason: 'Authentication_RequestFromNonPremiumTenant',
      permission: 'AuditLog.Read.All',
    },
  ]);
  const { resources } = declareAzure(kept.recorded(TENANT));
  const types = resources.map(({ type }) => type.slice('Microsoft.Graph/'.length));
  assert.deepEqual(types.sort(), [
    'applications',
    'federatedCredentials',
    'organization',
    'passwordCredentials',
    'users',
    'users',
    'users',
  ]);
});

test('nothing but GET is sent, and every record says what was asked', async () => {
  const kept = keeping();
  await collect(kept);
  const bad = kept.records.filter(({ record }: { readonly record: CallRecord }) => typeof record.request['path'] !== 'string');
  assert.deepEqual(bad, []);
});
