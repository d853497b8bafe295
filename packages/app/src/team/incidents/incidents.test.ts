import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testTeam } from '../../testing/index.ts';
import type { IncidentRow, MatchRow } from '../../use-cases/index.ts';
import type { Asking, Team } from '../index.ts';
import { TeamError, addSource, investigate, listIncidents, moveIncident, readIncident } from '../index.ts';
import { recordLogs } from '../runs/run-logs.ts';

const ID = 'incident-1';

test('an incident keeps what people said when its run comes again, and is open again when it goes on after it was closed', async () => {
  const { team, as, setNow } = await testTeam();
  const security = await as('security');
  assert.deepEqual(await ran(team, security, '2026-11-01T10:00:00.000Z'), [ID]);
  await moveIncident(team, security, { id: ID, state: 'closed', note: 'A test of ours' });
  assert.deepEqual(await ran(team, security, '2026-11-01T10:00:00.000Z'), []);
  const closed = await readIncident(team, security, ID);
  assert.deepEqual([closed.state, closed.notes.map(({ note }) => note)], ['closed', ['A test of ours']]);
  setNow('2026-11-03T00:00:00Z');
  assert.deepEqual(await ran(team, security, '2026-11-02T10:00:00.000Z'), [ID]);
  const again = await readIncident(team, security, ID);
  assert.deepEqual([again.state, again.notes.length, again.lastSeen], ['open', 2, '2026-11-02T10:00:00.000Z']);
});

test('the story stands in both languages and in the order of time', async () => {
  const { team, as } = await testTeam();
  const security = await as('security');
  await ran(team, security, '2026-11-01T10:00:00.000Z');
  const { title, because, matches, matchCount, account } = await readIncident(team, security, ID);
  assert.deepEqual(
    [title, because],
    [
      { en: 'Trail stopped', ja: '証跡の停止' },
      { en: ['two signs'], ja: ['兆候が 2 つ'] },
    ],
  );
  assert.deepEqual(
    [matches.map(({ action, title: { ja } }) => `${action} ${ja}`), matchCount, account],
    [['GetCallerIdentity 証跡の停止', 'StopLogging 証跡の停止'], 2, '123456789012'],
  );
});

test('a false positive needs a reason, and a member sees no incident of another department', async () => {
  const { team, as } = await testTeam();
  const security = await as('security');
  await ran(team, security, '2026-11-01T10:00:00.000Z');
  const move = { id: ID, state: 'false-positive', note: null } as const;
  await assert.rejects(
    moveIncident(team, security, move),
    (error) => error instanceof TeamError && error.reason === 'incident-note-missing',
  );
  await moveIncident(team, security, { ...move, note: 'A drill' });
  const { counts } = await listIncidents(team, security, { limit: 10 });
  assert.deepEqual(counts, [{ state: 'false-positive', count: 1 }]);
  assert.deepEqual((await listIncidents(team, await as('member', []), { limit: 10 })).items, []);
});

test('without a lake there is nothing to investigate', async () => {
  const { team, as } = await testTeam();
  const ask = { entity: 'alice', from: null, to: null, language: 'en', signal: new AbortController().signal } as const;
  await assert.rejects(investigate(team, await as('security'), ask), { code: 'conflict', reason: 'no-lake' });
});

async function ran(team: Team, asking: Asking, lastSeen: string): Promise<readonly string[]> {
  const known = await team.store.system((tx) => tx.selectFrom('sources').select('id').executeTakeFirst());
  const source =
    known?.id ??
    (await addSource(team, asking, {
      ...{ kind: 'logs', name: 'trail', settings: { path: '/srv/logs' }, schedule: null, departmentId: null, enabled: true },
    }));
  const english: IncidentRow = {
    ...{ incidentId: ID, title: 'Trail stopped', severity: 'high', principal: 'alice', firstSeen: '2026-11-01T09:00:00.000Z', lastSeen },
    ...{
      techniques: ['T1562.008'],
      ruleIds: ['r-1'],
      eventCount: 2,
      because: ['two signs'],
      principals: ['alice'],
      sourceIps: ['192.0.2.1'],
    },
    ...{ tactics: ['defense-evasion'], score: 50 },
  };
  const japanese = { ...english, title: '証跡の停止', because: ['兆候が 2 つ'] };
  const matches = [match('StopLogging', '2026-11-01T10:00:00.000Z'), match('GetCallerIdentity', '2026-11-01T09:00:00.000Z')];
  const logs = { english: [english], japanese: [japanese], matches, titles: new Map([['r-1', '証跡の停止']]) };
  return team.store.system(async (tx) => {
    const { id: runId } = await tx
      .insertInto('runs')
      .values({ source_id: source, state: 'running', requested_by: 'test', reason: 'manual' })
      .returning('id')
      .executeTakeFirstOrThrow();
    return recordLogs(tx, { source: { id: source, department_id: null }, runId, logs, at: team.now() });
  });
}

function match(action: string, time: string): MatchRow {
  return {
    ...{ ruleId: 'r-1', title: 'Trail stopped', level: 'high', technique: ['T1562.008'], time, eventId: action, source: 'cloudtrail' },
    ...{ account: '123456789012', region: 'ap-northeast-1', principal: 'alice', sourceIp: '192.0.2.1', action, incidentId: ID, file: null },
  };
}
