import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Json } from '@kumomori/model';
import { earlierOf, linesOf } from '../testing/index.ts';
import { collectAzure } from './collect-azure.ts';
import type { Kept } from './testing.ts';
import { fakeAzure, keeping } from './testing.ts';

const ORDERS = '11111111-2222-3333-4444-555555555555';
const OTHER = 'aaaaaaaa-2222-3333-4444-555555555555';
const TENANT = '99999999-8888-7777-6666-555555555555';
const at = (id: string): string => `/subscriptions/${id}`;
const storage = `${at(ORDERS)}/resourceGroups/orders/providers/Microsoft.Storage/storageAccounts`;
const token = `x.${Buffer.from(JSON.stringify({ upn: 'auditor@example.com', tid: TENANT })).toString('base64url')}.y`;

/** Storage accounts, each with or without versions of its blobs. */
function answers(accounts: Readonly<Record<string, boolean>>): Readonly<Record<string, Json>> {
  const listed = Object.keys(accounts).map((name) => ({ id: `${storage}/${name}`, name, type: 'Microsoft.Storage/storageAccounts' }));
  const subscription = (id: string): Json => ({ id: at(id), subscriptionId: id, tenantId: TENANT });
  return {
    '/subscriptions': [{ subscriptionId: ORDERS }, { subscriptionId: OTHER }],
    ...Object.fromEntries([ORDERS, OTHER].map((id) => [at(id), subscription(id)])),
    [`${at(OTHER)}/resources`]: [],
    [`${at(ORDERS)}/resources`]: listed,
    [`${at(ORDERS)}/providers/Microsoft.Storage/storageAccounts`]: listed.map((each) => ({ ...each, properties: {} })),
    ...Object.fromEntries(
      Object.entries(accounts).map(([name, isVersioningEnabled]) => [
        `${storage}/${name}/blobServices`,
        [{ id: `${storage}/${name}/blobServices/default`, name: 'default', properties: { isVersioningEnabled } }],
      ]),
    ),
  };
}

async function collect(accounts: Readonly<Record<string, boolean>>, kept: Kept): Promise<{ readonly kept: Kept; readonly calls: number }> {
  const azure = await fakeAzure(answers(accounts));
  try {
    const options = { endpoint: azure.endpoint, graphEndpoint: azure.endpoint, token: async () => await Promise.resolve(token) };
    await collectAzure(options, kept.env);
    return { kept, calls: kept.env.budget.made };
  } finally {
    await azure.close();
  }
}

const event = (operationName: string, name: string): Json => ({
  operationName,
  resourceId: `${storage}/${name}`.toUpperCase(),
  resultType: 'Success',
});

test('only what is about the changed things is asked again, and the whole is as if all had been', async () => {
  const before = await collect({ orders1: true, orders2: true, orders3: false, orders4: true }, keeping());
  const after = { orders1: true, orders2: false, orders4: true, orders5: true };
  const events = [
    event('MICROSOFT.STORAGE/STORAGEACCOUNTS/BLOBSERVICES/WRITE', 'orders2/blobServices/default'),
    event('Microsoft.Storage/storageAccounts/delete', 'orders3'),
    event('Microsoft.Storage/storageAccounts/write', 'orders5'),
  ];
  const again = await collect(after, keeping({ earlier: earlierOf('azure', before.kept.records, events) }));
  const full = await collect(after, keeping());
  assert.deepEqual(linesOf(again.kept.records), linesOf(full.kept.records));
  const asked = [...again.kept.env.budget.counts].filter(([name]) => name.endsWith(':storageAccounts.blobServices'));
  assert.deepEqual(asked, [['azure:Microsoft.Storage:storageAccounts.blobServices', 2]]);
  assert.ok(again.calls * 3 < full.calls, `${again.calls} calls, ${full.calls} for everything`);
});
