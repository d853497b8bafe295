import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Severity } from '@kumomori/model';
import type { TestTeam } from '../../testing/index.ts';
import { testTeam } from '../../testing/index.ts';
import type { JudgedFinding } from '../../use-cases/index.ts';
import { actOnFindings, addSource, listFindings, readFinding } from '../index.ts';
import { recordFindings } from './record-findings.ts';

test('what a scan no longer finds is verified, and what comes back is reopened with its history', async () => {
  const { scan, states, history } = await scanned();
  assert.deepEqual(await scan(['orders', 'logs']), { found: 2, reopened: 0, closed: 0 });
  assert.deepEqual(await states(), { orders: 'new', logs: 'new' });
  assert.deepEqual(await scan(['orders']), { found: 0, reopened: 0, closed: 1 });
  assert.deepEqual(await states(), { orders: 'new', logs: 'verified' });
  assert.deepEqual(await scan(['orders', 'logs']), { found: 0, reopened: 1, closed: 0 });
  assert.deepEqual(await states(), { orders: 'new', logs: 'reopened' });
  assert.deepEqual(await history('logs'), ['seen → reopened', 'passed → verified', 'found → new']);
});

test('the same scan twice changes nothing but when it was seen', async () => {
  const { scan, items } = await scanned();
  await scan(['orders']);
  const [before] = await items();
  assert.deepEqual(await scan(['orders']), { found: 0, reopened: 0, closed: 0 });
  const [after] = await items();
  assert.equal(after?.id, before?.id);
  assert.equal(after?.state, 'new');
  assert.ok((after?.lastSeen ?? '') > (before?.lastSeen ?? ''));
});

test('what could not be looked at stays open, and says that it is stale', async () => {
  const { scan, items } = await scanned();
  await scan(['orders', 'logs']);
  await scan(['orders'], { isComplete: false });
  const found = await items();
  assert.deepEqual(Object.fromEntries(found.map(({ resource, state, isStale }) => [resource.id, { state, isStale }])), {
    orders: { state: 'new', isStale: false },
    logs: { state: 'new', isStale: true },
  });
});

test('a resource that is gone ends its findings, and the history says so', async () => {
  const { scan, states, history } = await scanned();
  await scan(['orders', 'logs']);
  await scan(['orders'], { present: ['orders'] });
  assert.deepEqual(await states(), { orders: 'new', logs: 'verified' });
  assert.equal((await history('logs'))[0], 'gone → verified');
});

test('an owner that somebody set by hand is kept, texts and severity follow the scan', async () => {
  const { scan, items, team } = await scanned();
  await scan(['orders']);
  const department = { id: 'sales', name: JSON.stringify({ en: 'Sales', ja: '営業' }), mail: null, manager_mail: null, external_id: null };
  await team.store.system(async (tx) => {
    await tx.insertInto('departments').values(department).execute();
    await tx
      .updateTable('findings')
      .set({ department_id: 'sales', owner_reason: JSON.stringify({ kind: 'manual' }) })
      .execute();
  });
  await scan(['orders'], { severity: 'critical' });
  const [item] = await items();
  assert.deepEqual({ severity: item?.severity, departmentId: item?.departmentId }, { severity: 'critical', departmentId: 'sales' });
});

test('one answers for many at once; what its state does not allow is refused and stops nothing', async () => {
  const { scan, items, team, admin } = await scanned();
  await scan(['orders', 'logs']);
  const ids = (await items()).map(({ id }) => id);
  const act = (event: 'claim-fixed' | 'retract-claim', some: readonly string[]) =>
    actOnFindings(team, admin, { ids: some, event, note: 'a note', holdUntil: null });
  assert.deepEqual((await act('claim-fixed', ids.slice(0, 1))).done, ids.slice(0, 1));
  const unknown = '00000000-0000-4000-8000-000000000000';
  const { done, refused } = await act('retract-claim', [...ids, unknown]);
  assert.deepEqual(done, ids.slice(0, 1));
  assert.deepEqual(refused.map(({ id }) => id).toSorted(), [ids[1] ?? '', unknown].toSorted());
});

interface ScanOptions {
  readonly severity?: Severity;
  readonly isComplete?: boolean;
  /** Addresses that were seen; default: all. */
  readonly present?: readonly string[];
}

/** A source whose scans find the missing versioning of buckets by name. Every scan is a day later. */
async function scanned() {
  const tested: TestTeam = await testTeam();
  const { team, setNow } = tested;
  const admin = await tested.as('admin');
  const source = {
    kind: 'code',
    name: 'orders',
    settings: { path: '/srv/orders' },
    schedule: null,
    departmentId: null,
    enabled: true,
  } as const;
  const target = await addSource(team, admin, source);
  let day = 1;
  const scan = async (names: readonly string[], { severity = 'medium', isComplete = true, present }: ScanOptions = {}) => {
    day += 1;
    const startedAt = `2026-11-${String(day).padStart(2, '0')}T03:00:00.000Z`;
    const finishedAt = `2026-11-${String(day).padStart(2, '0')}T03:01:00.000Z`;
    setNow(finishedAt);
    const scope = {
      scanId: `scan ${day}`,
      target,
      startedAt,
      finishedAt,
      accounts: null,
      regions: null,
      checks: null,
      gaps: [],
      isComplete,
    };
    const findings = names.map((name) => judged(name, severity));
    const { found, reopened, closed } = await team.store.system((tx) =>
      recordFindings({
        ...{ tx, runId: '00000000-0000-4000-8000-000000000001', scope, findings: () => findings },
        isPresent: (address) => present?.includes(address) ?? true,
        place: () => ({ departmentId: null, ownerReason: null, environment: null, dueAt: null }),
      }),
    );
    return { found, reopened, closed };
  };
  const items = async () => (await listFindings(team, admin, { filter: {}, limit: 10, after: null })).items;
  return {
    ...{ team, admin, scan, items },
    states: async () => Object.fromEntries((await items()).map(({ resource, state }) => [resource.id, state])),
    history: async (name: string) => {
      const item = (await items()).find(({ resource }) => resource.id === name);
      return (await readFinding(team, admin, item?.id ?? '')).history.map(({ kind, to }) => `${kind} → ${to ?? ''}`);
    },
  };
}

function judged(name: string, severity: Severity): JudgedFinding {
  const text = { en: `Bucket ${name} keeps no versions`, ja: `バケット ${name} がバージョンを保持しない` };
  const evidence = {
    path: 'versioning.status',
    value: 'Disabled',
    state: 'explicit',
    file: 'main.tf',
    line: 3,
    column: 1,
    endLine: 3,
  } as const;
  return {
    ...{ fingerprint: `versioning ${name}`, checkId: 'aws-s3-bucket-versioning', title: text, message: text, status: 'fail', severity },
    resource: { type: 'aws.s3.bucket', id: name, name, provider: 'aws', account: null, region: null, tags: {} },
    origin: { kind: 'terraform', target: '.', address: name, file: 'main.tf', startLine: 1, endLine: 5 },
    ...{ evidence: [{ ...evidence, reason: null, provenance: [] }], instances: [], frameworks: [], equivalents: [], suppressed: null },
    ...{ fix: { summary: text, patch: null }, fixLine: null, frames: [] },
  };
}
