import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonObject } from '@kumomori/model';
import { testTeam } from '../../testing/index.ts';
import type { SeenResource } from '../../use-cases/index.ts';
import { addSource } from '../runs/index.ts';
import { compareResource, countResources, listResources, readResource, recordResources } from './index.ts';
import { mentionsIn } from './mentions.ts';

const role = 'arn:aws:iam::123456789012:role/orders';
const page = { limit: 10, after: null };

test('the inventory shows each thing once, by type, page by page, with the numbers of each facet', async () => {
  const { team, admin } = await recorded();
  const first = await listResources(team, admin, { filter: {}, limit: 2, after: null });
  const second = await listResources(team, admin, { filter: {}, limit: 2, after: first.next });
  assert.deepEqual(
    [...first.items, ...second.items].map(({ type, address }) => `${type} ${address}`),
    [`aws.core.tagged-resource arn:aws:xray:::rule`, `aws.iam.role ${role}`, 'aws.s3.bucket orders-bucket'],
  );
  assert.equal(second.next, null);
  assert.equal((await listResources(team, admin, { filter: {}, limit: 2, after: 'nonsense' })).items.length, 2);
  const counted = await countResources(team, admin, { type: ['aws.s3.bucket'] });
  assert.equal(counted.total, 1);
  const valuesOf = (name: string) => counted.facets.find((each) => each.name === name)?.values;
  assert.deepEqual(valuesOf('department'), [{ value: 'sales', count: 1 }]);
  assert.equal(valuesOf('type')?.length, 3);
});

test('words narrow by name, address and type; a percent sign is a percent sign', async () => {
  const { team, admin } = await recorded();
  const found = async (text: string) => (await listResources(team, admin, { ...page, filter: { text } })).items.length;
  assert.deepEqual([await found('ORDERS'), await found('orders s3'), await found('%')], [2, 1, 0]);
});

test('a resource is shown with what changed, what it names and what names it', async () => {
  const { team, admin, sourceId, idOf, scan } = await recorded();
  await scan('2026-11-03T00:00:00.000Z', [bucket({ versioning: 'Enabled' }), tagged(), roleOf()]);
  const detail = await readResource(team, admin, await idOf('orders-bucket'));
  assert.deepEqual(
    detail.relations.map(({ kind, resource }) => `${kind} ${resource.type}`),
    ['names aws.iam.role', 'same aws.core.tagged-resource'],
  );
  const [after, before] = detail.versions;
  assert.ok(after && before);
  const changes = await compareResource(team, admin, { id: detail.id, before: before.at, after: after.at });
  assert.deepEqual(changes, [{ path: 'versioning', before: null, after: 'Enabled', isCertain: true }]);
  await assert.rejects(compareResource(team, admin, { id: detail.id, before: '2020-01-01T00:00:00Z', after: after.at }), /no such version/);
  const named = await readResource(team, admin, await idOf(role));
  assert.deepEqual(
    named.relations.map(({ kind, resource }) => `${kind} ${resource.address}`),
    ['named-by orders-bucket'],
  );
  assert.equal(named.sourceId, sourceId);
});

test('what was not seen any more is gone, and listed where somebody asks for it', async () => {
  const { team, admin, scan } = await recorded();
  await scan('2026-11-03T00:00:00.000Z', [roleOf()]);
  const gone = await listResources(team, admin, { ...page, filter: { gone: true } });
  assert.deepEqual(
    gone.items.map(({ address, goneAt }) => `${address} ${goneAt?.slice(0, 10)}`),
    ['arn:aws:xray:::rule 2026-11-03', 'orders-bucket 2026-11-03'],
  );
});

test('a member sees the resources of its departments only, also as relations', async () => {
  const { team, as, idOf } = await recorded();
  const member = await as('member', ['sales']);
  const { items } = await listResources(team, member, { ...page, filter: {} });
  assert.deepEqual(
    items.map(({ address }) => address),
    ['orders-bucket'],
  );
  assert.equal((await countResources(team, member, {})).total, 1);
  const detail = await readResource(team, member, items[0]?.id ?? '');
  assert.deepEqual([detail.sourceName, detail.relations.filter(({ kind }) => kind === 'names')], [null, []]);
  await assert.rejects(readResource(team, member, await idOf(role)), /no such resource/);
});

test('mentions are ids and addresses, references of code by their address, and not without end', () => {
  const cycle = JSON.parse(`${'['.repeat(60)}"a.b.c.d"${']'.repeat(60)}`);
  assert.deepEqual(
    mentionsIn({ role, groups: ['root|aws.ec2.security-group|aws_security_group.web'], name: 'orders', text: 'see a.b here', cycle }),
    [role, 'aws_security_group.web'],
  );
  assert.equal(mentionsIn(Array.from({ length: 5_000 }, (_, index) => `sg-${index}-group`)).length, 100);
});

function bucket(more: JsonObject = {}) {
  return seen('aws.s3.bucket', 'orders-bucket', { role, ...more });
}

function tagged() {
  return seen('aws.core.tagged-resource', 'orders-bucket', { tags: {} });
}

function roleOf() {
  return seen('aws.iam.role', role, { path: '/' });
}

function seen(type: string, address: string, shape: JsonObject): SeenResource {
  return {
    ...{ type, address, name: address.split('/').at(-1) ?? address, provider: 'aws', kind: 'live', account: '123456789012', region: null },
    ...{ tags: {}, shape, place: { file: 'snapshot.jsonl', line: 1 } },
  };
}

async function recorded() {
  const { team, as } = await testTeam();
  const admin = await as('admin');
  await team.store.system((tx) =>
    tx
      .insertInto('departments')
      .values({ id: 'sales', name: JSON.stringify({ en: 'Sales', ja: '営業' }), mail: null, manager_mail: null, external_id: null })
      .execute(),
  );
  const settings = { path: '/srv/snapshot' };
  const sourceId = await addSource(team, admin, {
    ...{ kind: 'snapshot', name: 'orders', settings, schedule: null },
    departmentId: null,
    enabled: true,
  });
  const scan = async (at: string, resources: readonly SeenResource[]): Promise<void> => {
    const owner = (address: string) => ({
      departmentId: address === 'orders-bucket' ? 'sales' : null,
      ownerReason: null,
      environment: null,
    });
    await team.store.system(async (tx) => {
      const { id: runId } = await tx
        .insertInto('runs')
        .values({ source_id: sourceId, state: 'done', requested_by: 'admin', reason: 'manual', created_at: new Date(at) })
        .returning('id')
        .executeTakeFirstOrThrow();
      const place = {
        finding: () => ({ departmentId: null, ownerReason: null, environment: null, dueAt: null }),
        resource: ({ address }: { readonly address: string }) => owner(address),
      };
      await recordResources({ tx, sourceId, runId, at: new Date(at), place, resources: () => resources });
    });
  };
  await scan('2026-11-02T00:00:00.000Z', [
    bucket(),
    tagged(),
    seen('aws.core.tagged-resource', 'arn:aws:xray:::rule', { tags: {} }),
    roleOf(),
  ]);
  const idOf = async (address: string): Promise<string> => {
    const { items } = await listResources(team, admin, { ...page, filter: { text: address } });
    return items[0]?.id ?? '';
  };
  return { team, as, admin, sourceId, scan, idOf };
}
