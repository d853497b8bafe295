import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testSource, testTeam } from '../../testing/index.ts';
import {
  decideRequest,
  endExceptions,
  exportExceptions,
  listExceptions,
  placeAgain,
  changeSetting,
  previewNewException,
  readFinding,
  requestNewException,
  saveDepartment,
  verifyAudit,
  withdrawRequest,
} from '../index.ts';

const ask = { category: 'accepted-risk', reason: 'public on purpose', compensatingControl: null } as const;

async function estate() {
  const all = await testTeam();
  const admin = await all.as('admin');
  const source = await testSource(all.team, admin);
  const stateOf = async (id: string) => (await readFinding(all.team, admin, id)).state;
  const day = () => all.team.store.system((tx) => endExceptions(tx, all.team.now()));
  return { ...all, admin, source, stateOf, day };
}

test('asked for, approved by somebody else, held until its last day, open again after it', async () => {
  const { team, as, source, stateOf, day, setNow } = await estate();
  const ids = await source.scan([{ name: 'a', severity: 'high' }, { name: 'b' }]);
  const a = ids.get('a')!;
  const security = await as('security');
  const approver = await as('approver');
  const id = await requestNewException(team, security, { ...ask, ids: [a], expires: '2026-12-01' });
  assert.equal(await stateOf(a), 'new', 'a request holds nothing');
  await assert.rejects(decideRequest(team, security, { id, kind: 'approve', note: null }), { reason: 'exception-own-request' });
  await decideRequest(team, approver, { id, kind: 'approve', note: 'until the move' });
  assert.deepEqual([await stateOf(a), await stateOf(ids.get('b')!)], ['exception', 'new']);
  setNow('2026-12-01T14:59:00.000Z');
  await day();
  assert.equal(await stateOf(a), 'exception', 'the last day in Tokyo still counts');
  setNow('2026-12-01T15:00:00.000Z');
  assert.equal((await day()).expired, 1);
  const after = await readFinding(team, security, a);
  assert.deepEqual([after.state, after.exceptionId], ['reopened', null]);
  assert.deepEqual(
    after.history.map(({ kind, from, to }) => [kind, from, to]),
    [
      ['end-exception', 'exception', 'reopened'],
      ['grant-exception', 'new', 'exception'],
      ['found', null, 'new'],
    ],
  );
  assert.deepEqual(after.history[0]?.detail, { reason: 'exception-expired', note: null });
  assert.ok(after.dueAt !== null && after.dueAt > '2026-12-02', 'its time begins anew');
  assert.equal((await day()).moved.length, 0, 'a second time nothing happens');
  assert.ok((await verifyAudit(team.store)).intact);
});

test('nobody gets more than the policy gives: too long, too grave, without a control', async () => {
  const { team, as, source } = await estate();
  const ids = await source.scan([{ name: 'a', severity: 'critical' }]);
  const security = await as('security');
  const request = (more: object) => requestNewException(team, security, { ...ask, ids: [ids.get('a')!], expires: '2026-11-20', ...more });
  await assert.rejects(request({}), { reason: 'exception-compensating-control-missing' });
  await assert.rejects(request({ compensatingControl: 'WAF', expires: '2027-11-20' }), {
    reason: 'exception-expiry-too-late',
    fields: [{ path: 'expires', message: '2026-12-02' }],
  });
  await assert.rejects(
    requestNewException(team, security, { ...ask, selector: { checks: ['*'] }, severity: 'low', expires: '2026-11-20' }),
    {
      reason: 'exception-selector-too-wide',
    },
  );
  const id = await request({ compensatingControl: 'WAF' });
  await assert.rejects(decideRequest(team, await as('security'), { id, kind: 'approve', note: null }), {
    reason: 'exception-role-not-allowed',
  });
});

test('an exception by selector holds what scans find later, and lets go of what becomes graver', async () => {
  const { team, as, source, stateOf } = await estate();
  await source.scan([{ name: 'old' }]);
  const security = await as('security');
  const selector = { checks: ['aws-s3-bucket-versioning'], accounts: ['123456789012'] };
  const preview = await previewNewException(team, security, { selector });
  assert.deepEqual([preview.held, preview.bySeverity.medium, preview.sample.length], [1, 1, 1]);
  const id = await requestNewException(team, security, { ...ask, selector, severity: 'medium', expires: '2027-01-01' });
  await decideRequest(team, await as('approver'), { id, kind: 'approve', note: null });
  const ids = await source.scan([{ name: 'old' }, { name: 'later' }, { name: 'elsewhere', account: '210012345678' }]);
  assert.deepEqual(await Promise.all(['old', 'later', 'elsewhere'].map((name) => stateOf(ids.get(name)!))), [
    'exception',
    'exception',
    'new',
  ]);
  await source.scan([{ name: 'old' }, { name: 'later', severity: 'critical' }, { name: 'elsewhere', account: '210012345678' }]);
  assert.equal(await stateOf(ids.get('later')!), 'reopened');
  await withdrawRequest(team, security, { id, note: 'fixed for good' });
  assert.equal(await stateOf(ids.get('old')!), 'reopened');
});

test('a member asks only for what its departments own, and sees only those exceptions', async () => {
  const { team, as, admin, source } = await estate();
  for (const id of ['sales', 'hr'])
    await saveDepartment(team, admin, { id, name: { en: id, ja: id }, mail: null, managerMail: null, aliases: [] });
  const tags = [{ id: 'owner', key: 'owner', value: '*', department: null }];
  const value = { tags, accounts: [], units: [], repositories: [], handles: {}, defaultDepartment: null, accountUnits: {} };
  await changeSetting(team, admin, { key: 'ownership', value });
  const ids = await source.scan([
    { name: 'ours', tags: { owner: 'sales' } },
    { name: 'theirs', tags: { owner: 'hr' } },
  ]);
  await placeAgain(team);
  const sales = await as('member', ['sales']);
  const hr = await as('member', ['hr']);
  await assert.rejects(requestNewException(team, sales, { ...ask, ids: [ids.get('theirs')!], expires: '2026-12-01' }), {
    code: 'not-found',
  });
  const id = await requestNewException(team, sales, { ...ask, selector: { checks: ['aws-s3-bucket-versioning'] }, expires: '2026-12-01' });
  await decideRequest(team, await as('approver'), { id, kind: 'approve', note: null });
  assert.equal((await readFinding(team, sales, ids.get('ours')!)).state, 'exception');
  assert.equal((await readFinding(team, hr, ids.get('theirs')!)).state, 'new');
  assert.equal((await listExceptions(team, hr)).length, 0);
  const [own] = await listExceptions(team, sales);
  assert.deepEqual([own?.held, own?.status, own?.departmentId], [1, 'active', 'sales']);
});

test('what a file of the repository suppresses is held without an approval, stands in the register, and is open when its day is over', async () => {
  const { team, admin, source, stateOf, day, setNow } = await estate();
  const suppressed = { by: 'exception', reason: 'a website', owner: 'web', expires: '2026-11-10', file: 'kumomori.yaml', line: 7 } as const;
  const ids = await source.scan([{ name: 'site', suppressed }, { name: 'other' }]);
  assert.deepEqual([await stateOf(ids.get('site')!), await stateOf(ids.get('other')!)], ['exception', 'new']);
  const [row] = await listExceptions(team, admin);
  assert.deepEqual([row?.origin, row?.status, row?.place?.line, row?.held, row?.daysLeft], ['file', 'active', 7, 1, 8]);
  let csv = '';
  for await (const piece of exportExceptions(team, admin)) csv += piece;
  assert.match(csv, /file: kumomori\.yaml:7/);
  setNow('2026-11-11T00:00:00.000Z');
  await day();
  assert.equal(await stateOf(ids.get('site')!), 'reopened');
});
