import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startReceiver } from '../../notify/testing/index.ts';
import {
  openTeam,
  actOnFindings,
  addSource,
  changeSetting,
  listDeliveries,
  readFinding,
  retryDelivery,
  saveChannel,
  saveDepartment,
  tick,
} from '../index.ts';
import { deliverWaiting } from '../notifications/index.ts';
import { testSource, testTeam } from '../../testing/index.ts';
import { isMaintenance, isSchedule, lastDue } from '../runs/index.ts';
import { doDay, doDuty } from './duties.ts';

const options = { consoleUrl: 'https://console.example.com', random: () => 0 };
const SECRET = `whsec_${Buffer.from('a secret of thirty-two bytes or more').toString('base64')}`;

async function told(url: string, routes: readonly object[] = []) {
  const all = await testTeam();
  const team = openTeam({ ...all.team, outgoing: { allowHttp: true, allow: ['127.0.0.1'] } });
  const admin = await all.as('admin');
  const usual = { match: {}, channels: ['hook'], mode: 'immediate', dedupeMinutes: 60, quiet: null, isLast: false };
  await saveChannel(team, admin, {
    ...{ id: 'hook', kind: 'webhook', language: 'ja', timeZone: 'Asia/Tokyo', toDepartment: false, enabled: true },
    settings: { url, secrets: [SECRET] },
  });
  await changeSetting(team, admin, {
    key: 'routing',
    value: { routes: (routes.length > 0 ? routes : [{}]).map((each, index) => ({ id: `r${index}`, ...usual, ...each })) },
  });
  return { ...all, team, admin };
}

test('a schedule runs in its time zone, missed times count once, and nothing is scanned within a maintenance window', () => {
  assert.ok(isSchedule('0 3 * * * Asia/Tokyo') && isSchedule('*/5 * * * *'));
  for (const text of ['', '0 3 * *', '0 3 * * * Asia/Nowhere', '99 3 * * *', '0 0 3 * * * UTC']) assert.ok(!isSchedule(text), text);
  const at = new Date('2026-11-04T00:00:00.000Z');
  assert.equal(lastDue('0 3 * * * Asia/Tokyo', new Date('2026-11-01T00:00:00.000Z'), at)?.toISOString(), '2026-11-03T18:00:00.000Z');
  assert.equal(lastDue('0 3 * * * Asia/Tokyo', new Date('2026-11-03T18:00:00.000Z'), at), null);
  const night = [{ timeZone: 'Asia/Tokyo', days: [2], from: 1_380, to: 120 }];
  // Tuesday 23:30, Wednesday 01:30, Wednesday 23:30 in Tokyo.
  assert.deepEqual(
    ['2026-11-03T14:30:00Z', '2026-11-03T16:30:00Z', '2026-11-04T14:30:00Z'].map((time) => isMaintenance(night, new Date(time))),
    [true, true, false],
  );
});

test('a source that is due is scanned once, whichever of two servers looks first', async () => {
  const { team, sent, setNow, as } = await testTeam();
  const admin = await as('admin');
  const code = { kind: 'code', settings: { path: '/srv/orders' }, departmentId: null, enabled: true } as const;
  const id = await addSource(team, admin, { ...code, name: 'nightly', schedule: '0 3 * * * Asia/Tokyo' });
  await team.store.system((tx) => tx.updateTable('sources').set({ created_at: team.now() }).where('id', '=', id).execute());
  const runs = () => sent.filter(({ queue }) => queue === 'runs').length;
  await tick(team);
  assert.equal(runs(), 0);
  setNow('2026-11-02T18:00:30.000Z');
  await Promise.all([tick(team), tick(team)]);
  assert.equal(runs(), 1);
  setNow('2026-11-02T18:01:30.000Z');
  await tick(team);
  assert.equal(runs(), 1);
  assert.deepEqual(
    sent.flatMap(({ data }) => ('duty' in data ? [data.duty] : [])),
    ['day', 'digest', 'day'],
    'the day of the 2nd, its digest, the day of the 3rd, a holiday without one',
  );
});

test('news of a later scan reaches the channel signed and once; the first scan tells nothing', async (t) => {
  const receiver = await startReceiver({ status: 204 });
  t.after(receiver.stop);
  const { team, admin } = await told(`${receiver.url}/hook`);
  const source = await testSource(team, admin);
  await source.scan([{ name: 'a' }]);
  assert.equal(await deliverWaiting(team, options), 0);
  const ids = await source.scan([{ name: 'a' }, { name: 'b', severity: 'critical' }]);
  assert.equal(await deliverWaiting(team, options), 1);
  const [request] = receiver.received;
  assert.match(request?.headers['webhook-signature']?.toString() ?? '', /^v1,/);
  const body = JSON.parse(request?.body ?? '{}');
  assert.deepEqual(
    [body.type, body.message.language, body.message.url],
    ['finding.opened', 'ja', `https://console.example.com/findings/${ids.get('b')}`],
  );
  await source.scan([{ name: 'a' }]);
  assert.equal(await deliverWaiting(team, options), 1);
  assert.equal(receiver.received.length, 2);
});

test('what does not come through is tried again, dies, and lives again when somebody says so', async (t) => {
  const receiver = await startReceiver(...Array.from({ length: 8 }, () => ({ status: 503 })), { status: 204 });
  t.after(receiver.stop);
  const { team, admin, setNow } = await told(`${receiver.url}/hook`);
  const source = await testSource(team, admin);
  await source.scan([]);
  await source.scan([{ name: 'a' }]);
  let minutes = 0;
  for (let attempt = 1; attempt <= 8; attempt += 1) {
    assert.equal(await deliverWaiting(team, options), 1, `attempt ${attempt}`);
    minutes += 60;
    setNow(new Date(Date.parse('2026-11-02T00:00:00.000Z') + minutes * 60_000).toISOString());
  }
  const list = () => listDeliveries(team, admin, { limit: 10, language: 'en' });
  const [dead] = await list();
  assert.deepEqual([dead?.state, dead?.attempts], ['dead', 8]);
  assert.match(dead?.lastError ?? '', /server-error/);
  await retryDelivery(team, admin, dead!.id);
  await deliverWaiting(team, options);
  assert.equal((await list())[0]?.state, 'delivered');
});

test('in quiet hours messages wait for the morning, except for what is grave enough; what is collected comes as one', async (t) => {
  const receiver = await startReceiver({ status: 204 });
  t.after(receiver.stop);
  const quiet = { timeZone: 'Asia/Tokyo', from: 1_200, to: 480, days: [], exceptFrom: 'critical' };
  const routes = [{ quiet, match: { atLeast: 'high' }, isLast: true }, { mode: 'digest' }];
  const { team, admin, setNow } = await told(`${receiver.url}/hook`, routes);
  const source = await testSource(team, admin);
  await source.scan([]);
  // 21 o'clock in Tokyo.
  setNow('2026-11-02T12:00:00.000Z');
  await source.scan([
    { name: 'now', severity: 'critical' },
    { name: 'later', severity: 'high' },
    { name: 'low', severity: 'low' },
    { name: 'lower', severity: 'low' },
  ]);
  assert.equal(await deliverWaiting(team, options), 1);
  setNow('2026-11-02T23:00:00.000Z');
  assert.equal(await deliverWaiting(team, options), 1);
  await doDuty(team, { duty: 'digest' }, options);
  await deliverWaiting(team, options);
  const types = receiver.received.map(({ body }) => JSON.parse(body)).filter(({ type }) => type === 'digest');
  assert.ok(types.some(({ data }) => data.opened === 2 && data.findings.length === 2));
});

test('the ladder: the owner before and on the day, the manager later, each step once; a false positive ends with its day', async (t) => {
  const receiver = await startReceiver({ status: 204 });
  t.after(receiver.stop);
  const { team, admin, setNow, as } = await told(`${receiver.url}/hook`, [{ match: { kinds: ['finding-escalated'] }, dedupeMinutes: 0 }]);
  await saveDepartment(team, admin, { id: 'sales', name: { en: 'Sales', ja: '営業' }, mail: null, managerMail: null, aliases: [] });
  const source = await testSource(team, admin);
  const ids = await source.scan([{ name: 'a', severity: 'high', tags: { env: 'prod' } }, { name: 'fp' }]);
  const security = await as('security');
  const act = { note: 'no problem', holdUntil: null };
  await actOnFindings(team, security, { ids: [ids.get('a')!], event: 'triage', ...act });
  await actOnFindings(team, security, { ids: [ids.get('fp')!], event: 'mark-false-positive', ...act, holdUntil: '2026-11-16' });
  // Due on the 17th: ten business days after the 2nd, without Culture Day.
  for (const day of ['12', '13', '13', '17', '19', '20', '25'] as const) {
    setNow(`2026-11-${day}T00:00:00.000Z`);
    await doDay(team);
  }
  const { history, dueAt } = await readFinding(team, admin, ids.get('a')!);
  assert.equal(dueAt?.slice(0, 10), '2026-11-17');
  const steps = history.filter(({ kind }) => kind === 'escalated').map(({ detail }) => (detail as { step: string }).step);
  assert.deepEqual(steps, ['reminder', 'due', 'manager', 'security-lead'].toReversed());
  assert.equal(await deliverWaiting(team, options), 4);
  assert.equal((await readFinding(team, admin, ids.get('fp')!)).state, 'reopened');
});

test('each day has a score for all and for each department, and a day that is reckoned again is written over', async () => {
  const { team, as } = await testTeam();
  const admin = await as('admin');
  await saveDepartment(team, admin, { id: 'sales', name: { en: 'Sales', ja: '営業' }, mail: null, managerMail: null, aliases: [] });
  const tags = [{ id: 'owner', key: 'owner', value: '*', department: null }];
  const value = { tags, accounts: [], units: [], repositories: [], handles: {}, defaultDepartment: null, accountUnits: {} };
  await changeSetting(team, admin, { key: 'ownership', value });
  const source = await testSource(team, admin);
  await source.scan([
    { name: 'a', severity: 'critical', tags: { owner: 'sales' } },
    { name: 'b', severity: 'low' },
  ]);
  await doDay(team);
  await source.scan([{ name: 'b', severity: 'low' }]);
  const rows = () => team.store.system((tx) => tx.selectFrom('score_days').selectAll().orderBy('scope').execute());
  const before = await rows();
  assert.deepEqual(
    before.map(({ scope }) => scope),
    ['all', 'department:sales'],
  );
  await doDuty(team, { duty: 'score' }, options);
  const [all] = await rows();
  assert.ok(all && before[0] && all.score > before[0].score, 'fixed: better');
});
