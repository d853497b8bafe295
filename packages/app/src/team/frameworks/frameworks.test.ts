import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { ControlStatus } from '@kumomori/model';
import { testTeam } from '../../testing/index.ts';
import { reportFramework } from '../../use-cases/index.ts';
import type { Asking, Team } from '../index.ts';
import { TeamError, addControlEvidence, addSource, answerFrameworkControl, listFrameworks, readEvidence, readFramework } from '../index.ts';
import { writeInputs } from './report.ts';

const CIS = { id: 'cis-aws', version: '5.0' } as const;
const CHECK = 'aws-s3-bucket-versioning-mfa-delete';

test('a control fails when one source fails it, passes when one does and none contradicts; the newest run counts', async () => {
  const { team, as } = await testTeam();
  const admin = await as('admin');
  await ran(team, admin, { source: 'orders', at: '2026-11-01T00:00:00Z', results: { '2.1.1': 'fail', '2.1.2': 'fail' } });
  await ran(team, admin, { source: 'orders', at: '2026-11-01T01:00:00Z', results: { '2.1.1': 'pass', '2.1.2': 'fail', '1.1': 'pass' } });
  await ran(team, admin, {
    source: 'payments',
    at: '2026-11-01T00:30:00Z',
    results: { '2.1.1': 'not-assessed', '2.1.2': 'pass', '1.1': 'unknown' },
  });
  const { controls, percent, sources } = await readFramework(team, admin, { ...CIS, language: 'en' });
  const statusOf = (name: string) => controls.find(({ control }) => control === name)?.status;
  assert.deepEqual(['2.1.1', '2.1.2', '1.1', '1.3'].map(statusOf), ['pass', 'fail', 'unknown', 'not-assessed']);
  assert.equal(percent, 33);
  assert.deepEqual(
    sources.map(({ name }) => name),
    ['orders', 'payments'],
  );
  const summary = (await listFrameworks(team, admin, 'ja')).find(({ id, version }) => id === CIS.id && version === CIS.version);
  assert.deepEqual([summary?.counts.pass, summary?.counts.fail, summary?.counts.unknown], [1, 1, 1]);
});

test('an answer holds until its day is over, stands in the audit trail, and is for controls that exist', async () => {
  const { team, as, setNow } = await testTeam();
  const security = await as('security');
  const answer = { ...CIS, control: '1.1', status: 'pass', note: 'Reviewed', validUntil: '2026-12-31' } as const;
  await answerFrameworkControl(team, security, answer);
  const read = async () =>
    (await readFramework(team, security, { ...CIS, language: 'en' })).controls.find((each) => each.control === '1.1');
  assert.equal((await read())?.answer?.isExpired, false);
  setNow('2027-01-01T00:00:00Z');
  assert.equal((await read())?.answer?.isExpired, true);
  await assert.rejects(answerFrameworkControl(team, security, answer), refusal('answer-over'));
  await assert.rejects(answerFrameworkControl(team, security, { ...answer, control: '99.9' }), { code: 'not-found' });
  const entries = await team.store.system((tx) =>
    tx.selectFrom('audit_entries').select('object').where('action', '=', 'control.answer').execute(),
  );
  assert.deepEqual(entries, [{ object: 'control:cis-aws/5.0/1.1' }]);
});

test('a file is kept when it is what it says it is, and auditors read but do not write', async () => {
  const { team, as } = await testTeam();
  const security = await as('security');
  const file = { ...CIS, control: '1.1', name: '../a/\u0000b.pdf', mediaType: 'application/pdf', content: Buffer.from('%PDF-1.7 contact') };
  const id = await addControlEvidence(team, security, file);
  assert.equal((await readEvidence(team, await as('auditor'), id)).name, '.._a_b.pdf');
  await assert.rejects(addControlEvidence(team, security, { ...file, content: Buffer.from('<script>') }), refusal('evidence-type'));
  await assert.rejects(addControlEvidence(team, security, { ...file, mediaType: 'text/html' }), refusal('evidence-type'));
  await assert.rejects(addControlEvidence(team, security, { ...file, content: Buffer.alloc(10 * 1_048_576 + 1) }), { code: 'too-large' });
  await assert.rejects(readEvidence(team, await as('member'), id), { code: 'not-found' });
});

test('the report tells the findings of now, what an exception covers, and the answers', async () => {
  const { team, as } = await testTeam();
  const admin = await as('admin');
  const { sourceId } = await ran(team, admin, { source: 'orders', at: '2026-11-01T00:00:00Z', results: { '1.3': 'fail', '1.4': 'pass' } });
  const { controls: known } = await readFramework(team, admin, { ...CIS, language: 'en' });
  const [first, second] = known.find(({ control }) => control === '1.3')?.checks ?? [];
  assert.ok(first);
  await failing(team, { sourceId, check: first.id, state: 'false-positive' });
  assert.equal(second, undefined);
  await answerFrameworkControl(team, admin, { ...CIS, control: '1.1', status: 'fail', note: 'No contact yet', validUntil: null });
  const folder = mkdtempSync(join(tmpdir(), 'kumomori-test-'));
  try {
    const options = await writeInputs(team, admin, { ...CIS, language: 'ja', folder });
    const [from = null, answers = null] = [options[1], options[3]];
    const report = await reportFramework({
      ...{ framework: 'cis-aws@5.0', targets: [], from, answers, cwd: folder, now: team.now, language: 'ja' },
      space: { folder },
    });
    const of = (name: string) => report.controls.find(({ control }) => control === name);
    assert.deepEqual(
      [of('1.3')?.status, of('1.3')?.isAccepted, of('1.4')?.status, of('1.5')?.status],
      ['fail', true, 'pass', 'not-assessed'],
    );
    assert.equal(of('1.3')?.resources[0]?.message.ja, '残っている');
    assert.equal(of('1.3')?.resources[0]?.suppressed?.reason, '誤検知');
    assert.deepEqual([of('1.1')?.answer?.status, of('1.1')?.answer?.note], ['not-met', 'No contact yet']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

function refusal(reason: string) {
  return (error: unknown) => error instanceof TeamError && error.reason === reason;
}

interface Ran {
  readonly source: string;
  readonly at: string;
  readonly results: Readonly<Record<string, ControlStatus>>;
}

async function ran(team: Team, asking: Asking, { source, at, results }: Ran): Promise<{ readonly sourceId: string }> {
  const existing = await team.store.system((tx) => tx.selectFrom('sources').select('id').where('name', '=', source).executeTakeFirst());
  const sourceId =
    existing?.id ??
    (await addSource(team, asking, {
      ...{ kind: 'aws', name: source, settings: {}, schedule: null, departmentId: null, enabled: true },
    }));
  const list = Object.entries(results).map(([control, status]) => ({ control, status, checks: [CHECK] }));
  const frameworks = [{ framework: CIS.id, version: CIS.version, name: 'CIS', results: list }];
  await team.store.system(async (tx) => {
    const time = new Date(at);
    const { id } = await tx
      .insertInto('runs')
      .values({ source_id: sourceId, state: 'done', requested_by: 'test', reason: 'manual', created_at: time })
      .returning('id')
      .executeTakeFirstOrThrow();
    const document = gzipSync(JSON.stringify({ frameworks, coverage: [] }));
    await tx.insertInto('run_documents').values({ run_id: id, kind: 'result', document, created_at: time }).execute();
  });
  return { sourceId };
}

async function failing(
  team: Team,
  { sourceId, check, state }: { readonly sourceId: string; readonly check: string; readonly state: 'new' | 'false-positive' },
): Promise<void> {
  const at = team.now();
  const resource = { type: 'aws.iam.root', id: 'root', name: 'root', provider: 'aws', account: '123456789012', region: null };
  const message = { en: 'remains', ja: '残っている' };
  const document = {
    ...{ fingerprint: 'f-1', checkId: check, status: 'fail', severity: 'high', message, resource, evidence: [], suppressed: null },
    origin: { kind: 'live', address: 'root', file: 'root', startLine: 1 },
    instances: [{ address: 'root', status: 'fail' }],
  };
  await team.store.system((tx) =>
    tx
      .insertInto('findings')
      .values({
        ...{ source_id: sourceId, fingerprint: 'f-1', check_id: check, verdict: 'fail', severity: 'high', severity_rank: 3, state },
        ...{ title: JSON.stringify(message), message: JSON.stringify(message), state_since: at, origin_kind: 'live', provider: 'aws' },
        ...{ resource_type: resource.type, resource_id: resource.id, account: resource.account },
        ...{ first_seen: at, last_seen: at, judged_at: at, document: JSON.stringify(document) },
      })
      .execute(),
  );
}
