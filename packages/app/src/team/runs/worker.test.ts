import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { hostname } from 'node:os';
import { test } from 'node:test';
import { testTeam } from '../../testing/team.ts';
import { addSource, listRuns, startWorker } from '../index.ts';

test('a run whose process is gone has failed when the next process begins', async () => {
  const { team, system } = await testTeam();
  const gone = spawnSync(process.execPath, ['--version']).pid;
  const sourceId = await addSource(team, system, {
    ...{ kind: 'snapshot', name: 'accounts', settings: { path: '/srv/snapshots' } },
    ...{ schedule: null, windows: [], departmentId: null, enabled: true },
  });
  await team.store.execute(
    `insert into runs (source_id, state, requested_by, reason, worker) values ('${sourceId}', 'running', 'admin', 'manual', '${hostname()}:${gone}')`,
  );
  const stop = await startWorker(team, { dataFolder: '/srv/kumomori', parallel: 1 });
  stop();
  const [run] = await listRuns(team, system, { limit: 10 });
  assert.equal(run?.state, 'failed');
  assert.match(run?.error ?? '', /process/u);
});
