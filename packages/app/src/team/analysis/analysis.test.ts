import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { testTeam } from '../../testing/index.ts';
import type { Asking } from '../index.ts';
import { addSource, askSource, compareSources, diagnosticsOf, listExposure, listPaths, readDrift, readPath } from '../index.ts';

test('paths of all sources are listed with the gravest first, in the language of the one who asks', async () => {
  const { team, admin } = await analyzed();
  const listed = await listPaths(team, { asking: admin, language: 'en' }, {});
  assert.deepEqual(
    listed.paths.map(({ id, severity, goal }) => [id, severity, goal.name]),
    [
      ['p2', 'critical', 'customers'],
      ['p1', 'medium', 'orders'],
    ],
  );
  const japanese = await listPaths(team, { asking: admin, language: 'ja' }, { severity: ['medium'] });
  assert.deepEqual(
    japanese.paths.map(({ title }) => title),
    ['注文データ'],
  );
  const { path, nodes } = await readPath(team, { asking: admin, language: 'en' }, 'p1');
  assert.equal(path.fixes[0]?.breaksPaths, 2);
  assert.equal(nodes['bucket.orders']?.name, 'orders');
  await assert.rejects(readPath(team, { asking: admin, language: 'en' }, 'p9'), /no such path/);
});

test('exposure: what is reached first, what nobody can say next, then what is one change away', async () => {
  const { team, admin } = await analyzed();
  const exposure = await listExposure(team, { asking: admin, language: 'en' });
  assert.deepEqual(
    exposure.map(({ node, reachable }) => [node, reachable]),
    [
      ['lb', true],
      ['db', 'unknown'],
      ['vm', false],
      ['cache', false],
    ],
  );
});

test('a member learns nothing of paths, also by asking the layer below the routes', async () => {
  const { team, as } = await analyzed();
  const member = await as('member', ['sales']);
  const { paths, sources } = await listPaths(team, { asking: member, language: 'en' }, {});
  assert.deepEqual([paths, sources], [[], []]);
});

test('a question is asked once for each look at the source', async () => {
  const { team, admin, code, run } = await analyzed();
  const asked: string[] = [];
  const ask = async ({ question }: { readonly question: { readonly kind: string } }) => {
    asked.push(question.kind);
    return { answer: null, refused: `no ${question.kind}` };
  };
  const who = () => askSource(team, admin, { sourceId: code, question: { kind: 'can', principal: 'orders' }, language: 'en', signal, ask });
  assert.equal((await who()).refused, 'no can');
  await who();
  assert.deepEqual(asked, ['can']);
  await run(code);
  await who();
  assert.deepEqual(asked, ['can', 'can']);
});

test('what compared code and account is kept with the last run of the code, and in the audit trail', async () => {
  const { team, admin, code, live } = await analyzed();
  const ask = async () => ({ answer: { summary: { changed: 1 } }, refused: null });
  await compareSources(team, admin, { codeId: code, liveId: live, language: 'en', signal, ask });
  const drift = await readDrift(team, admin, code);
  assert.deepEqual([drift?.liveSource, drift?.summary.changed], ['live', 1]);
  const entries = await team.store.system((tx) =>
    tx.selectFrom('audit_entries').select('action').where('action', '=', 'drift.compare').execute(),
  );
  assert.equal(entries.length, 1);
  assert.equal(await readDrift(team, admin, live), null);
});

test('a source whose files are not here says so', async () => {
  const { team, admin } = await analyzed();
  const away = await addSource(team, admin, sourceOf('away', 'code', '/nowhere/orders'));
  const question = { kind: 'review' } as const;
  await assert.rejects(askSource(team, admin, { sourceId: away, question, language: 'en', signal }), { reason: 'source-not-read' });
});

test('diagnostics of a run: errors first', async () => {
  const { team, admin, run, code } = await analyzed();
  const runId = await run(code, {
    result: { diagnostics: [{ severity: 'warning', code: 'b', message: 'm', file: 'a.tf', line: 3 }, { severity: 'error', code: 'a' }, 7] },
  });
  const { total, diagnostics } = await diagnosticsOf(team, admin, runId);
  assert.deepEqual([total, diagnostics.map(({ code: each }) => each)], [3, ['a', 'b', '']]);
});

const signal = new AbortController().signal;

function sourceOf(name: string, kind: 'code' | 'snapshot', path: string) {
  return { kind, name, settings: { path }, schedule: null, departmentId: null, enabled: true };
}

function report(title: string) {
  const node = (name: string) => ({ kind: 'data', name, type: 'aws_s3_bucket', account: null, file: 'a.tf', line: 1 });
  const path = (id: string, severity: string, goal: string) => ({
    ...{ id, query: 'q', title, severity, score: 40, entry: { kind: 'internet', node: 'internet' }, goal: { kind: 'data', node: goal } },
    ...{ steps: [{ from: 'internet', to: goal, edge: 'NET_REACH', because: 'b', requires: [], condition: null, evidence: [] }] },
    ...{
      sideFacts: [],
      fixes: [{ summary: 'close', breaksPaths: 2, patch: null, evidence: [] }],
      alternatives: 0,
      alsoFrom: [],
      alsoReaches: [],
    },
  });
  const exposed = (name: string, reachable: boolean | 'unknown', oneChangeAway: object[] | null = null) => ({
    ...{ node: name, reachable, from: 'internet', ports: [], because: [], steps: [], oneChangeAway },
  });
  return {
    paths: [path('p1', 'medium', 'bucket.orders'), path('p2', 'critical', 'bucket.customers')],
    exposure: [exposed('cache', false), exposed('vm', false, [{ text: 'open' }]), exposed('db', 'unknown'), exposed('lb', true)],
    fixes: [],
    nodes: { 'bucket.orders': node('orders'), 'bucket.customers': node('customers') },
  };
}

async function analyzed() {
  const { team, as } = await testTeam();
  const admin: Asking = await as('admin');
  const folder = mkdtempSync(join(tmpdir(), 'kumomori-analysis-'));
  const code = await addSource(team, admin, sourceOf('code', 'code', folder));
  const live = await addSource(team, admin, sourceOf('live', 'snapshot', folder));
  const run = (sourceId: string, kinds: Readonly<Record<string, object>> = {}): Promise<string> =>
    team.store.system(async (tx) => {
      const values = { source_id: sourceId, state: 'done', requested_by: 'admin', reason: 'manual' } as const;
      const { id } = await tx
        .insertInto('runs')
        .values({ ...values, created_at: new Date(Date.parse('2026-11-02T00:00:00Z') + runs++) })
        .returning('id')
        .executeTakeFirstOrThrow();
      for (const [kind, document] of Object.entries(kinds))
        await tx
          .insertInto('run_documents')
          .values({ run_id: id, kind, document: gzipSync(JSON.stringify(document)) })
          .execute();
      return id;
    });
  let runs = 0;
  await run(code, { paths: report('orders'), 'paths-ja': report('注文データ') });
  return { team, as, admin, code, live, run };
}
