import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testSource, testTeam } from '../../testing/index.ts';
import {
  assignFindings,
  changeSetting,
  listChannels,
  listFindings,
  listSettings,
  placeAgain,
  previewOwnership,
  readFinding,
  saveChannel,
  saveDepartment,
} from '../index.ts';
import { channelsIn, openChannel } from '../settings/index.ts';

const ownership = {
  ...{ tags: [], accounts: [], units: [], repositories: [], handles: {}, defaultDepartment: null, accountUnits: {} },
};
const department = (id: string, more = {}) => ({
  ...{ id, name: { en: id, ja: id }, mail: `${id}@example.com`, managerMail: null, aliases: [], ...more },
});

async function estate() {
  const all = await testTeam();
  const admin = await all.as('admin');
  for (const id of ['sales', 'hr', 'platform'])
    await saveDepartment(all.team, admin, department(id, id === 'hr' ? { aliases: ['人事部'] } : {}));
  return { ...all, admin };
}

test('a finding belongs to the first of tag, account, CODEOWNERS and default that says so, and says why', async () => {
  const { team, admin } = await estate();
  const codeOwners = { path: '.github/CODEOWNERS', text: '/infra/ @example/sales\n' };
  await changeSetting(team, admin, {
    key: 'ownership',
    value: {
      ...ownership,
      tags: [{ id: 'owner', key: 'Owner', value: '*', department: null }],
      accounts: [{ id: 'hr-account', account: '2100*', department: 'hr' }],
      repositories: [{ id: 'orders', repository: 'orders', codeOwners, department: null }],
      handles: { '@example/sales': 'sales' },
      defaultDepartment: 'platform',
    },
  });
  const source = await testSource(team, admin);
  const ids = await source.scan([
    { name: 'by-tag', tags: { owner: '人事部' }, account: '123456789012' },
    { name: 'by-account', account: '210012345678' },
    { name: 'by-file', file: 'infra/main.tf' },
    { name: 'by-default' },
    { name: 'misspelt', tags: { Owner: 'slaes' } },
  ]);
  const told = await Promise.all(
    ['by-tag', 'by-account', 'by-file', 'by-default', 'misspelt'].map(async (name) => {
      const { departmentId, ownerReason } = await readFinding(team, admin, ids.get(name)!);
      return [departmentId, (ownerReason as { kind: string }).kind];
    }),
  );
  assert.deepEqual(told, [
    ['hr', 'tag'],
    ['hr', 'account'],
    ['sales', 'codeowners'],
    ['platform', 'default'],
    ['platform', 'default'],
  ]);
  const { ownerReason } = await readFinding(team, admin, ids.get('misspelt')!);
  assert.deepEqual((ownerReason as { unresolved: unknown }).unresolved, [{ step: 'tag', rule: 'owner', matched: 'Owner=slaes' }]);
});

test('what somebody gave to a department by hand stays there through scans and rules; everything else follows the rules', async () => {
  const { team, admin } = await estate();
  const source = await testSource(team, admin);
  const ids = await source.scan([{ name: 'a' }, { name: 'b' }]);
  await assignFindings(team, admin, { ids: [ids.get('a')!], departmentId: 'hr', assignee: admin.actor.userId, note: 'moved house' });
  await changeSetting(team, admin, { key: 'ownership', value: { ...ownership, defaultDepartment: 'sales' } });
  assert.equal((await placeAgain(team)).findings, 1);
  await source.scan([{ name: 'a' }, { name: 'b' }]);
  const a = await readFinding(team, admin, ids.get('a')!);
  assert.deepEqual([a.departmentId, a.assignee, (a.ownerReason as { note: string }).note], ['hr', admin.actor.userId, 'moved house']);
  assert.deepEqual(a.history.map(({ kind }) => kind).toSorted(), ['assign', 'found', 'owner']);
  assert.equal((await readFinding(team, admin, ids.get('b')!)).departmentId, 'sales');
  await assert.rejects(assignFindings(team, admin, { ids: [ids.get('b')!], departmentId: 'nobody', note: null }), {
    reason: 'department-unknown',
  });
});

test('the due date follows severity, exposure and environment, on Japanese business days', async () => {
  const { team, admin, setNow } = await estate();
  // Tokyo: Monday, 2 November 2026, 9 o'clock; the third is Culture Day.
  const source = await testSource(team, admin);
  const ids = await source.scan([
    { name: 'open', severity: 'critical', exposed: true, tags: { env: 'prod' } },
    { name: 'sandbox', severity: 'critical', exposed: true, tags: { env: 'sandbox' } },
    { name: 'info', severity: 'info' },
  ]);
  const due = async (name: string) => (await readFinding(team, admin, ids.get(name)!)).dueAt;
  assert.equal(await due('open'), '2026-11-04T09:00:00.000Z');
  assert.equal(await due('sandbox'), '2026-11-06T09:00:00.000Z');
  assert.equal(await due('info'), null);
  setNow('2026-11-10T00:00:00.000Z');
  await source.scan([{ name: 'open', severity: 'critical', exposed: true, tags: { env: 'prod' } }]);
  assert.equal(await due('open'), '2026-11-04T09:00:00.000Z', 'another scan gives no more time');
  await source.scan([]);
  setNow('2026-11-11T00:00:00.000Z');
  await source.scan([{ name: 'open', severity: 'critical', exposed: true, tags: { env: 'prod' } }]);
  assert.equal(await due('open'), '2026-11-12T09:00:00.000Z', 'one that came back starts anew');
});

test('rules are tried on everything before they are saved', async () => {
  const { team, admin } = await estate();
  const { id } = await testSource(team, admin);
  await team.store.system((tx) =>
    tx
      .insertInto('resources')
      .values({
        ...{ source_id: id, address: 'aws_s3_bucket.a', type: 'aws.s3.bucket', name: 'a', provider: 'aws', tags: '{"owner":"hr"}' },
        ...{ hash: Buffer.alloc(32), shape: '{}', first_seen: team.now(), last_seen: team.now() },
      })
      .execute(),
  );
  const draft = { ...ownership, tags: [{ id: 't', key: 'owner', value: '*', department: null }] };
  const { byDepartment, changed, sample } = await previewOwnership(team, admin, draft);
  assert.deepEqual([byDepartment, changed, sample[0]?.to], [[{ departmentId: 'hr', count: 1 }], 1, 'hr']);
  assert.equal((await listFindings(team, admin, { filter: {}, limit: 1, after: null })).items.length, 0);
});

test('a setting that is not as it should be is refused by its field, and written settings go into the audit trail', async () => {
  const { team, admin, as } = await estate();
  const bad = { timeZone: 'Asia/Nowhere', holidays: 'japan', weekend: [0, 6], closures: [], openings: [], hours: { from: 540, to: 1080 } };
  await assert.rejects(changeSetting(team, admin, { key: 'calendar', value: bad }), (error: { fields: readonly { path: string }[] }) => {
    assert.deepEqual(
      error.fields.map(({ path }) => path),
      ['value.timeZone'],
    );
    return true;
  });
  const unknown = { ...ownership, defaultDepartment: 'nobody' };
  await assert.rejects(changeSetting(team, admin, { key: 'ownership', value: unknown }), { reason: 'department-unknown' });
  await changeSetting(team, admin, { key: 'calendar', value: { ...bad, timeZone: 'UTC' } });
  const auditor = await as('auditor');
  const calendar = (await listSettings(team, auditor)).find(({ key }) => key === 'calendar');
  assert.deepEqual([calendar?.isUsual, calendar?.updatedBy], [false, admin.actor.name]);
  const actions = await team.store.as(auditor.actor, (tx) => tx.selectFrom('audit_entries').select('action').execute());
  assert.ok(actions.some(({ action }) => action === 'setting.change'));
});

test('the secret of a channel is written and never read', async () => {
  const { team, admin } = await estate();
  const token = 'a-token-of-jira-1234';
  const channel = {
    ...{ id: 'jira', kind: 'jira' as const, language: 'ja' as const, timeZone: 'Asia/Tokyo', toDepartment: false, enabled: true },
    settings: { site: 'https://example.atlassian.net', email: 'bot@example.com', token, project: 'SEC' },
  };
  await saveChannel(team, admin, channel);
  const shown = await listChannels(team, admin);
  assert.ok(!JSON.stringify(shown).includes(token));
  const rows = await team.store.system((tx) => tx.selectFrom('settings').selectAll().execute());
  assert.ok(!JSON.stringify(rows).includes(token));
  // Sent back as it was shown: kept.
  await saveChannel(team, admin, { ...shown[0]!, settings: { ...shown[0]!.settings, project: 'OPS' } });
  const [kept] = await team.store.system(channelsIn);
  const opened = openChannel(kept!, team.secretKey);
  assert.deepEqual(typeof opened === 'string' ? opened : [opened['token'], opened['project']], [token, 'OPS']);
  await assert.rejects(saveChannel(team, admin, { ...channel, settings: { ...channel.settings, project: 'no project' } }), {
    reason: 'channel-settings',
  });
  const elsewhere = { ...channel.settings, token: 'env:KUMOMORI_CHANNEL_MISSING' };
  await assert.rejects(saveChannel(team, admin, { ...channel, settings: elsewhere }), { reason: 'channel-settings' });
});
