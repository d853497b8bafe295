import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normalizeCode } from '../../code/index.ts';
import type { CallPlace, Json, RecordedCall, RecordedCalls } from '../../live/index.ts';
import { resourceReaders } from '../../resource-types.generated.ts';
import type { Resource } from '../../resource.ts';
import { azurePlaceOf, azureRequestOf } from './call.ts';
import { azureCalls, everythingCall } from './calls/index.ts';
import { declareAzure } from './declare.ts';
import { azureExport } from './export.ts';
import { resourceIdOf } from './ids.ts';
import { referencesIn } from './values.ts';

const SUBSCRIPTION = '11111111-2222-3333-4444-555555555555';
const root = `/subscriptions/${SUBSCRIPTION}`;
const group = `${root}/resourceGroups/Orders`;

type Body = { readonly id: string; readonly [key: string]: Json };

/** Answers by type and what they are about; what is not given was answered with nothing. */
function recorded(bodies: readonly Body[], { refused = [] as readonly string[], unasked = [] as readonly string[] } = {}): RecordedCalls {
  const records = new Map<string, RecordedCall[]>();
  for (const call of azureCalls) {
    if (unasked.includes(call.type)) continue;
    const owners = bodies.filter(({ type }) => call.of?.includes(String(type)));
    for (const about of call.of ? owners.map(({ id }) => id) : [root]) {
      const place: CallPlace = { provider: 'azure', account: SUBSCRIPTION, region: 'global', ...azurePlaceOf(call) };
      const own = bodies.filter(({ id, type }) =>
        call.type === everythingCall.type ? id.startsWith(group) : type === call.type && id.startsWith(about),
      );
      const [one] = own;
      const answer = call.single || call.detail ? one : { value: [...own] };
      const outcome = refused.includes(call.type)
        ? { error: { code: 'AuthorizationFailed', message: '' } }
        : answer
          ? { response: answer }
          : { error: { code: 'ResourceNotFound', message: '' } };
      const record = { request: azureRequestOf(call, about), at: '2026-11-22T00:00:00Z', ...outcome };
      const key = `${place.service}/${place.operation}`;
      const range = { source: { path: `raw/${key}`, text: '', firstLine: 3 }, start: 0, end: 0 };
      records.set(key, [...(records.get(key) ?? []), { place, record, range }]);
    }
  }
  return { account: SUBSCRIPTION, partition: 'azure', of: (service, operation) => records.get(`${service}/${operation}`) ?? [] };
}

function resources(calls: RecordedCalls): readonly Resource[] {
  const { resources: declared, incomplete } = declareAzure(calls);
  return normalizeCode({ kind: 'live', cloud: 'azure', dir: 'azure', resources: declared, incomplete }, resourceReaders);
}

/** A field of the only resource of a type. */
function field(calls: RecordedCalls, type: string, name: string): unknown {
  const found = resources(calls).filter((each) => each.type === type);
  const [own] = found;
  assert.ok(own && found.length === 1, `${found.length} ${type}`);
  const fields = own.fields.fields as Record<
    string,
    { value?: unknown; state?: string; target?: string | null; items?: readonly unknown[] }
  >;
  const node = fields[name];
  return node?.target !== undefined ? node.target : node?.items ? node.items.length : (node?.value ?? node?.state);
}

const machine: Body = {
  id: `${group}/providers/Microsoft.Compute/virtualMachines/orders-vm`,
  type: 'Microsoft.Compute/virtualMachines',
  location: 'japaneast',
  properties: {
    storageProfile: { osDisk: { managedDisk: { id: `${group.toUpperCase()}/PROVIDERS/Microsoft.Compute/disks/ORDERS-DISK` } } },
  },
};
const disk: Body = {
  id: `${group}/providers/Microsoft.Compute/disks/orders-disk`,
  type: 'Microsoft.Compute/disks',
  location: 'japaneast',
  properties: {},
};

test('ids lead to their resource whatever case they are written in', () => {
  assert.equal(field(recorded([machine, disk]), 'azure.vm.disk', 'isAttached'), true);
});

test('an id says what a resource is called, where it stands and what it extends', () => {
  assert.deepEqual(resourceIdOf(`${group}/providers/Microsoft.Storage/storageAccounts/orders/blobServices/default`), {
    type: 'Microsoft.Storage/storageAccounts/blobServices',
    name: 'orders/default',
    parent: { id: `${group}/providers/Microsoft.Storage/storageAccounts/orders`, name: 'orders' },
    scope: group,
  });
  const lock = `${machine.id}/providers/Microsoft.Authorization/locks/keep`;
  assert.deepEqual(resourceIdOf(lock), { type: 'Microsoft.Authorization/locks', name: 'keep', parent: null, scope: machine.id });
  assert.equal(resourceIdOf(`${root}/providers/Microsoft.Authorization/locks/keep`).scope, null);
  assert.equal(resourceIdOf(group).type, 'Microsoft.Resources/resourceGroups');
  assert.equal(resourceIdOf('/x').name, 'x');
});

test('a part of a storage account is also the account', () => {
  const id = `${group}/providers/Microsoft.Storage/storageAccounts/orders`;
  assert.deepEqual(
    referencesIn(`${id}/blobServices/default`).map(({ address }) => address),
    [`${id}/blobservices/default`, id].map((each) => each.toLowerCase()),
  );
  assert.deepEqual(referencesIn('orders'), []);
});

const store: Body = {
  id: `${group}/providers/Microsoft.Storage/storageAccounts/orders`,
  type: 'Microsoft.Storage/storageAccounts',
  location: 'japaneast',
  sku: { name: 'Standard_LRS' },
  properties: {},
};

test('an account from before the defaults changed allows what it does not forbid', () => {
  assert.equal(field(recorded([store]), 'azure.storage.account', 'allowsPublicBlobs'), true);
});

test('locks of a group and of the subscription guard what is in them', () => {
  for (const base of [store.id, group.toLowerCase(), root]) {
    const lock: Body = {
      id: `${base}/providers/Microsoft.Authorization/locks/keep`,
      type: 'Microsoft.Authorization/locks',
      properties: {},
    };
    assert.equal(field(recorded([store, lock]), 'azure.governance.lockable', 'isLocked'), true, base);
  }
  const other: Body = {
    id: `${group}2/providers/Microsoft.Authorization/locks/keep`,
    type: 'Microsoft.Authorization/locks',
    properties: {},
  };
  assert.equal(field(recorded([store, other]), 'azure.governance.lockable', 'isLocked'), false);
  assert.equal(
    field(recorded([store], { refused: ['Microsoft.Authorization/locks'] }), 'azure.governance.lockable', 'isLocked'),
    'unresolved',
  );
});

test('an approved private endpoint of another subscription counts', () => {
  const connection = (status: string): Json => [{ properties: { privateLinkServiceConnectionState: { status } } }];
  const vault = (status: string): Body => ({
    id: `${group}/providers/Microsoft.KeyVault/vaults/orders`,
    type: 'Microsoft.KeyVault/vaults',
    location: 'japaneast',
    properties: { privateEndpointConnections: connection(status) },
  });
  assert.equal(field(recorded([vault('Approved')]), 'azure.keyvault.vault', 'privateEndpoint'), true);
  assert.equal(field(recorded([vault('Pending')]), 'azure.keyvault.vault', 'privateEndpoint'), false);
});

test('a managed identity has the roles that its number is given', () => {
  const site: Body = {
    id: `${group}/providers/Microsoft.Web/sites/orders`,
    type: 'Microsoft.Web/sites',
    location: 'japaneast',
    identity: { type: 'SystemAssigned', principalId: 'AAAA-1' },
    properties: {},
  };
  const assignment: Body = {
    id: `${root}/providers/Microsoft.Authorization/roleAssignments/a`,
    type: 'Microsoft.Authorization/roleAssignments',
    properties: {
      principalId: 'aaaa-1',
      roleDefinitionId: `${root}/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635`,
    },
  };
  assert.equal(field(recorded([site, assignment]), 'azure.app.app', 'adminRoles'), 1);
  assert.equal(field(recorded([site]), 'azure.app.app', 'adminRoles'), 0);
});

test('without its configuration a site is not judged by what the list happens to say', () => {
  const site: Body = {
    id: `${group}/providers/Microsoft.Web/sites/orders`,
    type: 'Microsoft.Web/sites',
    location: 'japaneast',
    kind: 'functionapp,linux',
    properties: { siteConfig: { http20Enabled: false } },
  };
  assert.equal(field(recorded([site], { refused: ['Microsoft.Web/sites/config'] }), 'azure.app.app', 'hasHttp2'), 'unresolved');
  assert.equal(field(recorded([site]), 'azure.app.app', 'functionsVersion'), 'unresolved');
});

test('the copy of a registry in its own region is none, nor is the database of the system one of yours', () => {
  const registry: Body = {
    id: `${group}/providers/Microsoft.ContainerRegistry/registries/orders`,
    type: 'Microsoft.ContainerRegistry/registries',
    location: 'japaneast',
    properties: {},
  };
  const copy = (location: string): Body => ({
    id: `${registry.id}/replications/${location}`,
    type: `${String(registry['type'])}/replications`,
    location,
    properties: {},
  });
  assert.equal(field(recorded([registry, copy('Japan East')]), 'azure.acr.registry', 'replicas'), 0);
  assert.equal(field(recorded([registry, copy('Japan East'), copy('westus')]), 'azure.acr.registry', 'replicas'), 1);
  const server: Body = {
    id: `${group}/providers/Microsoft.Sql/servers/orders`,
    type: 'Microsoft.Sql/servers',
    location: 'japaneast',
    properties: {},
  };
  const master: Body = {
    id: `${server.id}/databases/master`,
    type: 'Microsoft.Sql/servers/databases',
    name: 'master',
    location: 'japaneast',
  };
  assert.deepEqual(
    resources(recorded([server, master])).filter(({ type }) => type === 'azure.sql.database'),
    [],
  );
});

test('subnets of a network are resources of their own', () => {
  const network: Body = {
    id: `${group}/providers/Microsoft.Network/virtualNetworks/orders`,
    type: 'Microsoft.Network/virtualNetworks',
    location: 'japaneast',
    properties: {
      subnets: [{ id: `${group}/providers/Microsoft.Network/virtualNetworks/orders/subnets/web`, name: 'web', properties: {} }],
    },
  };
  assert.equal(field(recorded([network]), 'azure.network.subnet', 'label'), 'web');
  assert.equal(field(recorded([network]), 'azure.network.virtual-network', 'subnets'), 0);
});

test('a subscription without any contact has one that nobody set up', () => {
  assert.equal(field(recorded([]), 'azure.defender.contact', 'mailsAlerts'), false);
});

test('types that were never asked for are incomplete, with their children', () => {
  const { incomplete } = declareAzure(recorded([store], { unasked: ['Microsoft.Resources/resources', 'Microsoft.Sql/servers'] }));
  assert.equal(incomplete.get('Microsoft.Sql/servers')?.code, 'not-collected');
  assert.equal(incomplete.get('Microsoft.Sql/servers/firewallRules')?.code, 'not-collected');
  assert.equal(incomplete.get('Microsoft.Storage/storageAccounts'), undefined);
});

test('rows of Resource Graph are resources, and what is not among them is unknown', () => {
  const row = { ...store, type: 'microsoft.storage/storageaccounts', subscriptionId: SUBSCRIPTION, resourceGroup: 'orders' };
  const [own, ...others] = azureExport({ data: [row, { name: 'no id' }], count: 2 }, 'graph.json');
  assert.deepEqual([own?.account, others], [SUBSCRIPTION, []]);
  assert.ok(own);
  const { resources: declared, incomplete } = own.declaration;
  const found = normalizeCode({ kind: 'live', cloud: 'azure', dir: 'x', resources: declared, incomplete }, resourceReaders).find(
    ({ type }) => type === 'azure.storage.account',
  );
  const fields = found?.fields.fields as Record<string, { value?: unknown; state?: string }>;
  assert.deepEqual([fields['replication']?.value, fields['versioning']?.state], ['LRS', 'unresolved']);
  assert.equal(incomplete.get('Microsoft.KeyVault/vaults')?.code, 'not-collected');
});

test('what was refused of one resource says nothing about the others', () => {
  const other: Body = { ...store, id: `${store.id}2` };
  const calls = recorded([store, other]);
  const half: RecordedCalls = {
    ...calls,
    of: (service, operation) =>
      calls
        .of(service, operation)
        .map((each) =>
          each.record.request['path'] === `${store.id}/managementPolicies/default`
            ? { ...each, record: { request: each.record.request, at: '', error: { code: 'AuthorizationFailed', message: '' } } }
            : each,
        ),
  };
  const states = resources(half)
    .filter(({ type }) => type === 'azure.storage.account')
    .map(({ fields }) => (fields.fields as Record<string, { value?: unknown; state?: string }>)['hasLifecycle'])
    .map((leaf) => leaf?.value ?? leaf?.state);
  assert.deepEqual(states, ['unresolved', false]);
});
