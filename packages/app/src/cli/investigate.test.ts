/** `kumomori investigate` as a user meets it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { inFolder, investigationLogs, runInFolder, runWithFiles } from '../testing/index.ts';

interface Report {
  readonly entity: { readonly kind: string };
  readonly summary: { readonly events: number; readonly direct: number; readonly techniques: readonly string[]; readonly failures: number };
  readonly chains: readonly { readonly direction: string; readonly crossesAccount: boolean; readonly from: End; readonly to: End }[];
  readonly principals: readonly {
    readonly principal: string;
    readonly bytesOut: number;
    readonly apis: readonly { readonly action: string; readonly denied: number; readonly isAbused: boolean }[];
  }[];
  readonly news: { readonly baselineEvents: number; readonly facts: readonly { readonly kind: string; readonly value: string }[] };
  readonly peers: readonly { readonly principal: string; readonly ties: readonly { readonly tie: string; readonly value: string }[] }[];
  readonly openQuestions: readonly { readonly id: string; readonly message: string }[];
  readonly timeline: readonly {
    readonly action: string;
    readonly relation: string;
    readonly principal: string;
    readonly rules: readonly unknown[];
  }[];
  readonly surroundings: {
    readonly reach: readonly { readonly principal: string; readonly administrator: string }[];
    readonly findings: readonly unknown[];
  } | null;
}
interface End {
  readonly principal: string;
  readonly account: string;
}

const files = investigationLogs();
const investigate = async (...argv: readonly string[]): Promise<Report> => {
  const run = await runWithFiles(files, ['investigate', ...argv, '--format', 'json']);
  assert.equal(run.exitCode, 0, run.stderr);
  return JSON.parse(run.stdout) as Report;
};
const actionsOf = ({ timeline }: Report): readonly string[] => timeline.map(({ action, relation }) => `${relation} ${action}`);

const watched = `title: A key was made
id: 6f1c1d2e-0000-4000-8000-000000000009
tags: [attack.t1098.001]
logsource: {product: aws, service: cloudtrail}
detection:
  selection: {eventName: [CreateAccessKey, GetObject]}
  condition: selection
level: low
`;

test('operations that rules watch are marked, everyday reading is not; the rules of the user mark the timeline', async () => {
  const run = await runWithFiles({ ...files, 'rules/a.yml': watched }, [
    'investigate',
    'bob',
    'logs',
    '--rules',
    'rules',
    '--format',
    'json',
  ]);
  const { principals, timeline } = JSON.parse(run.stdout) as Report;
  assert.deepEqual(
    principals[0]?.apis.map(({ action, isAbused }) => [action, isAbused]),
    [
      ['CreateAccessKey', true],
      ['DescribeInstances', false],
      ['GetObject', false],
    ],
  );
  assert.deepEqual(
    timeline.map(({ rules }) => rules.length),
    [0, 0, 0, 1, 1, 1, 1],
  );
});

test("a leaver's key: what it read at night, and that address, tool, hour and call are new", async () => {
  const report = await investigate('AKIAEXAMPLEBOB000001', 'logs', '--from', '2026-11-15');
  assert.equal(report.entity.kind, 'credential');
  assert.deepEqual(actionsOf(report), ['direct GetObject', 'direct GetObject', 'direct GetObject', 'direct CreateAccessKey']);
  assert.equal(report.news.baselineEvents, 3);
  assert.deepEqual(
    report.news.facts.map(({ kind, value }) => `${kind} ${value}`),
    ['api GetObject', 'address 198.51.100.9', 'agent rclone/v1.65', 'hour 02', 'api CreateAccessKey'],
  );
  const [bob] = report.principals;
  assert.equal(bob?.bytesOut, 15_000_000);
  assert.deepEqual(
    bob?.apis.map(({ action, denied, isAbused }) => [action, denied, isAbused]),
    [
      ['CreateAccessKey', 1, true],
      ['GetObject', 0, false],
    ],
  );
  assert.deepEqual(
    report.peers.map(({ principal, ties }) => [principal, ties[0]]),
    [['arn:aws:iam::123456789012:user/alice', { tie: 'address', value: '198.51.100.9', events: 1 }]],
  );
});

test('a chain of roles is followed over three accounts, and others in the same role are left out', async () => {
  const report = await investigate('alice', 'logs');
  assert.deepEqual(
    report.chains.map(({ from, to, crossesAccount }) => [from.principal, to.principal, crossesAccount]),
    [
      ['arn:aws:iam::123456789012:user/alice', 'arn:aws:iam::210987654321:role/deploy', true],
      ['arn:aws:iam::210987654321:role/deploy', 'arn:aws:iam::345678901234:role/audit', true],
    ],
  );
  assert.deepEqual(actionsOf(report), [
    ...['direct DescribeInstances', 'direct AssumeRole', 'became DescribeVpcs', 'became AssumeRole', 'became StopLogging'],
  ]);
  assert.ok(report.summary.techniques.includes('T1562.008'));
  assert.ok((report.timeline.at(-1)?.rules.length ?? 0) > 0);
});

test('from the last role back to who began it', async () => {
  const report = await investigate('arn:aws:sts::345678901234:assumed-role/audit/hop', 'logs');
  assert.equal(report.entity.kind, 'session');
  assert.deepEqual(actionsOf(report), ['direct StopLogging']);
  assert.deepEqual(
    report.chains.map(({ direction, from }) => [direction, from.principal]),
    [
      ['origin', 'arn:aws:iam::123456789012:user/alice'],
      ['origin', 'arn:aws:iam::210987654321:role/deploy'],
    ],
  );
});

test('a role in an account whose log was not read is a question left open', async () => {
  const { 'logs/second.json.gz': _second, ...home } = files;
  const run = await runWithFiles(home, ['investigate', 'alice', 'logs', '--format', 'json']);
  const report = JSON.parse(run.stdout) as Report;
  assert.deepEqual(
    report.openQuestions.filter(({ id }) => id === 'account-not-read').map(({ message }) => message),
    ['The chain leads through account 210987654321, of which no event was read: what was done there is not known.'],
  );
});

test('a person is followed from Okta into AWS by the subject of the sign-in', async () => {
  const report = await investigate('dana@example.com', 'logs');
  assert.deepEqual(actionsOf(report), ['direct user.session.start', 'direct AssumeRoleWithSAML', 'became DescribeImages']);
});

test('an address: everybody who came from there', async () => {
  const report = await investigate('198.51.100.9', 'logs');
  assert.equal(report.entity.kind, 'address');
  assert.deepEqual(
    report.principals.map(({ principal }) => principal),
    ['arn:aws:iam::123456789012:user/bob', 'arn:aws:iam::123456789012:user/alice'],
  );
});

test('a bucket: who acted on it', async () => {
  const report = await investigate('orders-bucket', 'logs');
  assert.equal(report.entity.kind, 'resource');
  assert.equal(report.summary.events, 3);
  assert.deepEqual(new Set(report.timeline.map(({ principal }) => principal)), new Set(['arn:aws:iam::123456789012:user/bob']));
});

test('an entity that no event is about is an error and no empty page', async () => {
  const run = await runWithFiles(files, ['investigate', 'nobody', 'logs']);
  assert.equal(run.exitCode, 2);
  assert.match(run.stderr, /no event of these logs is about "nobody"/);
});

test('without --from nothing is called new', async () => {
  const report = await investigate('bob', 'logs');
  assert.deepEqual(report.news.facts, []);
  assert.ok(report.openQuestions.some(({ id }) => id === 'no-scope'));
});

test('the lake gives the same as the files', async () => {
  await inFolder(files, async (folder) => {
    const ingested = await runInFolder(folder, ['lake', 'ingest', 'logs', '--lake', 'lake']);
    assert.equal(ingested.exitCode, 0, ingested.stderr);
    for (const entity of ['alice', 'AKIAEXAMPLEBOB000001', 'dana@example.com']) {
      const [fromFiles, fromLake] = await Promise.all(
        [['logs'], ['--lake', 'lake']].map(async (where) => {
          const run = await runInFolder(folder, ['investigate', entity, ...where, '--format', 'json', '--from', '2026-11-15']);
          assert.equal(run.exitCode, 0, run.stderr);
          return JSON.parse(run.stdout) as Report;
        }),
      );
      const core = (report: Report | undefined): unknown =>
        report && [actionsOf(report), report.chains, report.news, report.peers, report.principals];
      assert.deepEqual(core(fromLake), core(fromFiles), entity);
    }
  });
});

test('a table cell never begins a formula, and a page never holds markup of a log', async () => {
  const csv = await runWithFiles(files, ['investigate', 'alice', 'logs', '--format', 'csv']);
  assert.match(csv.stdout, /,'=cmd\|calc,/);
  const lines = await runWithFiles(files, ['investigate', 'alice', 'logs', '--format', 'jsonl']);
  assert.equal(lines.stdout.trim().split('\n').length, 5);
  const nasty = {
    ...files,
    'logs/nasty.json': files['logs/federated.json']?.toString().replaceAll('dana@example.com', '<img src=x>@example.com') ?? '',
  };
  const page = await runWithFiles(nasty, ['investigate', '<img src=x>@example.com', 'logs', '--format', 'html']);
  assert.equal(page.exitCode, 0, page.stderr);
  assert.ok(!page.stdout.includes('<img'));
});

test('code says what the entity could have reached', async () => {
  const code = `resource "aws_iam_user" "bob" { name = "bob" }
resource "aws_iam_user_policy_attachment" "bob" {
  user       = aws_iam_user.bob.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}`;
  const run = await runWithFiles({ ...files, 'code/main.tf': code }, [
    'investigate',
    'bob',
    'logs',
    '--snapshot',
    'code',
    '--format',
    'json',
  ]);
  assert.equal(run.exitCode, 0, run.stderr);
  const { surroundings } = JSON.parse(run.stdout) as Report;
  assert.deepEqual(
    surroundings?.reach.map(({ principal, administrator }) => [principal, administrator]),
    [['arn:aws:iam::123456789012:user/bob', 'yes']],
  );
  assert.ok((surroundings?.findings.length ?? 0) > 0);
});

test('the table and the Markdown speak Japanese too', async () => {
  for (const format of ['table', 'markdown', 'html']) {
    const run = await runWithFiles(files, ['investigate', 'alice', 'logs', '--format', format, '--lang', 'ja']);
    assert.match(run.stdout, /誰が誰になったか/, format);
    assert.match(run.stdout, /答えられなかったこと/, format);
  }
});

test('a workbook has the timeline with times as times, in the language of the reader; it needs a file', async () => {
  await inFolder(files, async (folder) => {
    const argv = ['investigate', 'bob', 'logs', '--from', '2026-11-15', '--format', 'xlsx', '--lang', 'ja'];
    const run = await runInFolder(folder, [...argv, '--output', 'bob.xlsx']);
    assert.equal(run.exitCode, 0, run.stderr);
    const parts = unzipSync(readFileSync(join(folder, 'bob.xlsx')));
    assert.match(strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array()), /name="概要".*name="タイムライン"/);
    const timeline = strFromU8(parts['xl/worksheets/sheet2.xml'] ?? new Uint8Array());
    assert.match(timeline, /<c r="A2" s="2"><v>46\d{3}\.\d+<\/v><\/c>/);
    assert.match(timeline, /GetObject/);
    const refused = await runInFolder(folder, argv);
    assert.equal(refused.exitCode, 2);
    assert.match(refused.stderr, /--output/);
  });
});
