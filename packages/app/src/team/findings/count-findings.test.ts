import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestTeam } from '../../testing/team.ts';
import { testTeam } from '../../testing/team.ts';
import type { Asking, FindingFilter } from '../index.ts';
import { countFindings, listFindings } from '../index.ts';

const FACETS = { severity: 'severity', state: 'state', department: 'department_id', account: 'account', check: 'check_id' } as const;
const FILTERS: readonly FindingFilter[] = [
  {},
  { open: true },
  { open: false, department: ['shop'] },
  { severity: ['high', 'low'], state: ['new'] },
  { account: ['account-3'], open: true },
  { check: ['check-1', 'check-2'], department: ['shop', 'pay'] },
  { exposed: true },
  { text: 'bucket-11' },
  { text: 'check-4 バケット', severity: ['high'] },
];

async function filled(): Promise<TestTeam> {
  const tested = await testTeam();
  await tested.team.store.execute(`
    insert into departments (id, name) values ('shop', '{}'), ('pay', '{}');
    insert into sources (kind, name, settings, created_by) values ('snapshot', 'one', '{}', 'test');
    insert into findings (source_id, fingerprint, check_id, title, message, verdict, severity, severity_rank, state, state_since, resource_type,
      resource_id, provider, account, origin_kind, department_id, exposed, first_seen, last_seen, judged_at, document)
    select (select id from sources), n::text, 'check-' || n % 5, '{"en": "A bucket", "ja": "バケット"}', '{}', 'fail',
      (array['low', 'high', 'critical'])[1 + n % 3], (array[1, 3, 4])[1 + n % 3], (array['new', 'open', 'verified'])[1 + n % 7 % 3], now(), 'aws_s3_bucket',
      'bucket-' || n, 'aws', 'account-' || n % 4, 'live', (array['shop', 'pay', null])[1 + n % 11 % 3], n % 6 = 0, now(), now(), now(), '{}'
    from generate_series(1, 400) as n`);
  return tested;
}

/** The same by walking through the list. */
async function walked({ team }: TestTeam, asking: Asking, filter: FindingFilter) {
  const { items } = await listFindings(team, asking, { filter, limit: 1_000, after: null });
  const values = (name: keyof typeof FACETS) => {
    const of = { severity: 'severity', state: 'state', department: 'departmentId', account: 'account', check: 'checkId' } as const;
    return Object.fromEntries(
      Map.groupBy(items, (item) => item[of[name]])
        .entries()
        .map(([value, of]) => [String(value), of.length]),
    );
  };
  return { total: items.length, values };
}

async function assertAgreement(tested: TestTeam, asking: Asking): Promise<void> {
  for (const filter of FILTERS) {
    const counts = await countFindings(tested.team, asking, filter);
    const { total } = await walked(tested, asking, filter);
    assert.equal(counts.total, total, JSON.stringify(filter));
    for (const name of ['severity', 'state', 'department', 'account', 'check'] as const) {
      const facet = counts.facets.find((each) => each.name === name);
      const other = await walked(tested, asking, { ...filter, [name]: undefined });
      assert.deepEqual(
        Object.fromEntries((facet?.values ?? []).map(({ value, count }) => [String(value), count])),
        other.values(name),
        `${name} of ${JSON.stringify(filter)}`,
      );
    }
  }
}

test('counts by facet are those of the list, for everybody and for a member', async () => {
  const tested = await filled();
  await assertAgreement(tested, tested.system);
  await assertAgreement(tested, await tested.as('member', ['shop']));
  await assertAgreement(tested, await tested.as('member', []));
});

test('counts follow changes, and stay when they are folded', async () => {
  const tested = await filled();
  await tested.team.store.execute(`
    update findings set state = 'exception' where check_id = 'check-1';
    update findings set department_id = 'pay' where account = 'account-2';
    delete from findings where account = 'account-3'`);
  await assertAgreement(tested, tested.system);
  await tested.team.store.execute('select fold_finding_counts()');
  await assertAgreement(tested, tested.system);
  const { rows } = await tested.team.store.execute(
    'select count(*)::int as n from finding_counts group by facet, value, department_id, severity, state',
  );
  assert.ok(rows.length > 0);
  assert.deepEqual(new Set(rows.map((row) => JSON.stringify(row))), new Set(['{"n":1}']));
});

test('words tell a member nothing of other departments', async () => {
  const tested = await filled();
  const member = await tested.as('member', ['shop']);
  const all = await countFindings(tested.team, tested.system, { text: 'bucket-1' });
  const own = await countFindings(tested.team, member, { text: 'bucket-1' });
  assert.ok(own.total > 0 && own.total < all.total);
  assert.deepEqual(
    own.facets.find(({ name }) => name === 'department')?.values.map(({ value }) => value),
    ['shop'],
  );
  assert.equal((await countFindings(tested.team, tested.system, { text: "bucket-1' or true --" })).total, 0);
  assert.equal((await countFindings(tested.team, tested.system, { text: '100%_' })).total, 0);
});
