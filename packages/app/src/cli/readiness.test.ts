/** `readiness`: which questions logs could answer, and what changes the answer. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checks, loadReadinessQuestions } from '@kumomori/content';
import { inFolder, runInFolder, runWithFiles, trailObject, trailRecord } from '../testing/index.ts';

interface Report {
  readonly score: number | null;
  readonly questions: readonly {
    readonly id: string;
    readonly answer: string | null;
    readonly subjects: readonly {
      readonly subject: string;
      readonly answer: string;
      readonly keptDays: number | null;
      readonly gaps: readonly {
        readonly checkId: string;
        readonly file: string;
        readonly line: number;
        readonly fix: { readonly summary: string };
      }[];
    }[];
  }[];
}

const BUCKET = 'resource "aws_s3_bucket" "orders" {\n  bucket = "orders-bucket"\n}\n';
const LOGGING =
  'resource "aws_s3_bucket_logging" "orders" {\n  bucket = aws_s3_bucket.orders.id\n  target_bucket = "orders-logs"\n  target_prefix = "s3/"\n}\n';
const trail = (more: string): string =>
  `resource "aws_cloudtrail" "main" {\n  name = "main"\n  s3_bucket_name = "orders-trail"\n  is_multi_region_trail = true\n${more}}\n`;
const DATA_EVENTS =
  '  event_selector {\n    read_write_type = "All"\n    include_management_events = true\n    data_resource {\n      type = "AWS::S3::Object"\n      values = ["arn:aws:s3"]\n    }\n  }\n';

async function asked(code: string, id: string): Promise<Report['questions'][number]> {
  const run = await runWithFiles({ 'main.tf': code }, ['readiness', '.', '--question', id, '--format', 'json']);
  assert.equal(run.exitCode, 0, run.stderr);
  const [question] = (JSON.parse(run.stdout) as Report).questions;
  assert.ok(question);
  return question;
}

test('who read an object: nobody can say, then the bucket or the trail can', async () => {
  const without = await asked(BUCKET + trail(''), 'who-read-object');
  assert.equal(without.answer, 'not');
  const gaps = without.subjects[0]?.gaps ?? [];
  assert.deepEqual(
    gaps.map(({ checkId, file, line }) => [checkId, file, line]),
    [
      ['aws-s3-bucket-access-logging', 'main.tf', 1],
      ['aws-cloudtrail-s3-data-events-read', 'main.tf', 4],
    ],
  );
  assert.ok(gaps.every(({ fix }) => fix.summary.length > 10));
  assert.equal((await asked(BUCKET + LOGGING + trail(''), 'who-read-object')).answer, 'answerable');
  assert.equal((await asked(BUCKET + trail(DATA_EVENTS), 'who-read-object')).answer, 'answerable');
});

test('a trail that was not read may exist elsewhere: unknown is no "no"', async () => {
  const question = await asked(BUCKET, 'who-read-object');
  assert.deepEqual(
    question.subjects.map(({ answer }) => answer),
    ['unknown'],
  );
});

test('what the cloud keeps by itself answers a part, for as long as it is kept', async () => {
  const oneRegion = trail('').replace('is_multi_region_trail = true', 'is_multi_region_trail = false');
  const question = await asked(BUCKET + oneRegion, 'who-called-api');
  assert.deepEqual(
    question.subjects.map(({ answer, keptDays }) => [answer, keptDays]),
    [['partly', 90]],
  );
  assert.equal((await asked(BUCKET + trail(''), 'who-called-api')).answer, 'answerable');
});

test('the score counts what is known, and ends a run that asks for more', async () => {
  const files = { 'main.tf': BUCKET + trail('') };
  const report = JSON.parse((await runWithFiles(files, ['readiness', '.', '--format', 'json'])).stdout) as Report;
  const subjects = report.questions.flatMap((each) => each.subjects);
  const points = subjects.reduce((sum, { answer }) => sum + (answer === 'answerable' ? 1 : answer === 'partly' ? 0.5 : 0), 0);
  const known = subjects.filter(({ answer }) => answer !== 'unknown').length;
  assert.equal(report.score, Math.round((points / known) * 100));
  assert.equal((await runWithFiles(files, ['readiness', '.', '--fail-under', '100'])).exitCode, 1);
  assert.equal((await runWithFiles(files, ['readiness', '.', '--fail-under', '1'])).exitCode, 0);
});

test('people read it in both languages and as markdown', async () => {
  const files = { 'main.tf': BUCKET + trail('') };
  const english = (await runWithFiles(files, ['readiness', '.'])).stdout;
  assert.match(english, /NOT\s+0 of 1\s+Who read the objects/);
  assert.match(english, /aws_s3_bucket\.orders \(main\.tf:1\): .*\n/);
  const japanese = (await runWithFiles(files, ['readiness', '.', '--lang', 'ja'])).stdout;
  assert.match(japanese, /不可\s+1 件中 0 件\s+このストレージ/);
  assert.match((await runWithFiles(files, ['readiness', '.', '--format', 'markdown'])).stdout, /^## Readiness for incidents\n/);
});

test('code that nothing is asked of has no score; an unknown question is said', async () => {
  const none = await runWithFiles({ Dockerfile: 'FROM scratch\nUSER 1000\n' }, ['readiness', '.']);
  assert.match(none.stdout, /No score/);
  const run = await runWithFiles({ 'main.tf': BUCKET }, ['readiness', '.', '--question', 'nothing']);
  assert.equal(run.exitCode, 2);
  assert.match(run.stderr, /there is no question "nothing"/);
});

test('every question is asked of types that exist, through checks that exist', async () => {
  const questions = await loadReadinessQuestions();
  assert.ok(questions.length >= 25);
  assert.equal(new Set(questions.map(({ id }) => id)).size, questions.length);
  const types = new Map<string, string>(checks.map(({ id, check }) => [id, check.on]));
  const known = new Set(types.values());
  const subjects = questions.flatMap(({ id, asked: each }) =>
    each.map(({ of, logs }) => ({ id, logs, of: 'types' in of ? of.types : null })),
  );
  for (const { id, of, logs } of subjects) {
    for (const type of of ?? []) assert.ok(known.has(type), `${id}: ${type}`);
    const judged = logs.flatMap(({ checks: ids, on }) => ids.map((check) => ({ check, on })));
    for (const { check, on } of judged) {
      assert.ok(types.has(check), `${id}: ${check}`);
      if (on === 'resource') assert.ok(of?.includes(types.get(check) ?? ''), `${id}: ${check} judges another type`);
    }
  }
});

test('a lake says since when; of what it cannot tell, and without one, it is not known', async () => {
  const logs = trailObject([trailRecord(1), trailRecord(2)]);
  await inFolder({ 'main.tf': BUCKET + LOGGING + trail(''), 'logs/a.json.gz': logs }, async (folder) => {
    assert.equal((await runInFolder(folder, ['lake', 'ingest', 'logs', '--lake', 'lake'])).exitCode, 0);
    const first = String(trailRecord(1)['eventTime']).slice(0, 10);
    const sinceOf = async (id: string, ...more: readonly string[]): Promise<unknown> => {
      const run = await runInFolder(folder, ['readiness', 'main.tf', '--question', id, '--format', 'json', ...more]);
      assert.equal(run.exitCode, 0, run.stderr);
      return JSON.parse(run.stdout).questions[0].since;
    };
    assert.deepEqual(await sinceOf('who-called-api', '--lake', 'lake'), { day: first, notKnown: 0 });
    assert.deepEqual(await sinceOf('who-called-api'), { day: null, notKnown: 1 });
    // The lake has no access logs of buckets.
    assert.deepEqual(await sinceOf('who-read-object', '--lake', 'lake'), { day: null, notKnown: 1 });
    const asked = ['readiness', 'main.tf', '--question', 'who-called-api'];
    const english = await runInFolder(folder, [...asked, '--lake', 'lake']);
    assert.match(english.stdout, new RegExp(`answerable\\s+1 of 1\\s+${first}`));
    assert.match((await runInFolder(folder, [...asked, '--lang', 'ja'])).stdout, /回答可能\s+1 件中 1 件\s+不明/);
    const wrong = await runInFolder(folder, [...asked, '--lake', 'logs']);
    assert.equal(wrong.exitCode, 2);
    assert.match(wrong.stderr, /logs/);
  });
});
