import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testTeam } from '../testing/index.ts';
import { addSource, listFindings, listSources, verifyAudit } from './index.ts';

const code = {
  kind: 'code',
  name: 'orders',
  settings: { path: '/srv/orders' },
  schedule: null,
  departmentId: null,
  enabled: true,
} as const;

test('a member sees the findings of its departments and no others, whatever it asks for', async () => {
  const { team, as } = await testTeam();
  const admin = await as('admin');
  await team.store.system((tx) =>
    tx
      .insertInto('departments')
      .values([department('sales'), department('hr')])
      .execute(),
  );
  const source = await addSource(team, admin, code);
  for (const owner of ['sales', 'hr', null]) await addFinding(source, owner);
  const member = await as('member', ['sales']);
  const seen = async (asking: typeof admin, filter = {}) =>
    (await listFindings(team, asking, { filter, limit: 10, after: null })).items.map((each) => each.departmentId);
  assert.deepEqual(new Set(await seen(admin)), new Set(['hr', null, 'sales']));
  assert.deepEqual(await seen(member), ['sales']);
  assert.deepEqual(await seen(member, { department: ['hr'] }), []);
  assert.deepEqual(await listSources(team, member), []);

  async function addFinding(sourceId: string, owner: string | null): Promise<void> {
    const at = team.now();
    await team.store.system((tx) =>
      tx
        .insertInto('findings')
        .values({
          ...{
            source_id: sourceId,
            fingerprint: `f-${owner ?? 'none'}`,
            check_id: 'aws-s3-bucket-versioning',
            verdict: 'fail',
            severity: 'medium',
            severity_rank: 2,
          },
          ...{
            title: JSON.stringify({ en: 'Versioned', ja: 'バージョニング' }),
            message: JSON.stringify({ en: 'is not', ja: '無効' }),
            state: 'new',
            state_since: at,
          },
          ...{
            resource_type: 'aws.s3.bucket',
            resource_id: 'orders-bucket',
            provider: 'aws',
            origin_kind: 'terraform',
            department_id: owner,
          },
          ...{ first_seen: at, last_seen: at, judged_at: at, document: '{}' },
        })
        .execute(),
    );
  }
});

test('an auditor writes nothing, not even where the code forgets to ask', async () => {
  const { team, as } = await testTeam();
  const auditor = await as('auditor');
  await assert.rejects(
    team.store.as(auditor.actor, (tx) => tx.insertInto('departments').values(department('sales')).execute()),
    /permission denied/,
  );
});

test('no request reads passwords, sessions or tokens', async () => {
  const { team, as } = await testTeam();
  const admin = await as('admin');
  for (const table of ['credentials', 'sessions', 'api_tokens', 'passkeys'])
    await assert.rejects(
      team.store.as(admin.actor, (tx) => sql`select * from ${sql.table(table)}`.execute(tx)),
      /permission denied/,
      table,
    );
});

test('an edited, a deleted and an intact audit trail are told apart', async () => {
  const { team, as } = await testTeam();
  const admin = await as('admin');
  await addSource(team, admin, code);
  await addSource(team, admin, { ...code, name: 'billing' });
  const intact = await verifyAudit(team.store);
  assert.deepEqual({ ...intact, head: intact.head.length }, { intact: true, entries: 3, head: 64, problems: [] });
  await team.store.execute(`update kumomori.audit_entries set actor = 'somebody else' where seq = 2`);
  assert.deepEqual((await verifyAudit(team.store)).problems, [{ seq: 2, kind: 'edited' }]);
  await team.store.execute('delete from kumomori.audit_entries where seq = 2');
  assert.deepEqual((await verifyAudit(team.store)).problems, [{ seq: 2, kind: 'missing' }]);
});

test('a transaction within another one fails at once instead of waiting for itself', async () => {
  const { team } = await testTeam();
  await assert.rejects(
    team.store.system(() => team.store.system(async () => undefined)),
    /hand the transaction on/,
  );
});

function department(id: string) {
  return { id, name: JSON.stringify({ en: id, ja: id }), mail: null, manager_mail: null, external_id: null };
}
