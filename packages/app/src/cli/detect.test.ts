/** `kumomori detect` and `detect rules` as a user meets them. */
import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { test } from 'node:test';
import { runWithFiles } from '../testing/index.ts';

const rules = `title: Trail stopped
id: 6f1c1d2e-0000-4000-8000-000000000001
tags: [attack.defense-evasion, attack.t1562.008]
logsource: {product: aws, service: cloudtrail}
detection:
  selection: {eventName: StopLogging}
  condition: selection
level: high
---
title: Listing
id: 6f1c1d2e-0000-4000-8000-000000000002
name: listing
logsource: {product: aws, service: cloudtrail}
detection:
  selection: {eventName: ListBuckets}
  condition: selection
level: low
---
title: Much listing
id: 6f1c1d2e-0000-4000-8000-000000000003
correlation: {type: event_count, rules: [listing], group-by: [userIdentity.arn], timespan: 5m, condition: {gte: 3}}
level: medium
`;
const broken = `title: Broken
id: 6f1c1d2e-0000-4000-8000-000000000004
logsource: {product: aws, service: cloudtrail}
detection:
  selection: {"eventName|nonsense": x}
  condition: selection
`;
const event = (eventName: string, minute: number, eventID = `e-${minute}`): Readonly<Record<string, unknown>> => ({
  ...{
    eventVersion: '1.08',
    eventTime: `2026-03-01T10:${String(minute).padStart(2, '0')}:00Z`,
    eventSource: 'cloudtrail.amazonaws.com',
    eventName,
  },
  ...{ awsRegion: 'ap-northeast-1', sourceIPAddress: '203.0.113.7', eventID, recipientAccountId: '123456789012', eventType: 'AwsApiCall' },
  userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::123456789012:user/alice', accountId: '123456789012', userName: 'alice' },
});
const trail = (...events: readonly unknown[]): string => JSON.stringify({ Records: events });
const quiet = trail(event('DescribeTrails', 1));
const files = {
  'rules/a.yml': rules,
  'logs/1.json': trail(event('ListBuckets', 3), event('StopLogging', 4)),
  'logs/2.json': trail(event('ListBuckets', 1), event('ListBuckets', 2)),
};
const linesOf = (text: string): readonly Readonly<Record<string, unknown>>[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);

test('a line for each match, in the order of the logs, correlations at the end', async () => {
  const run = await runWithFiles(files, ['detect', 'logs', '--rules', 'rules', '--format', 'jsonl']);
  assert.equal(run.exitCode, 1);
  const lines = linesOf(run.stdout);
  assert.deepEqual(
    lines.map(({ title, eventId }) => [title, eventId]),
    [
      ['Trail stopped', 'e-4'],
      ['Much listing', 'e-3'],
    ],
  );
  const { file, incidentId, ...told } = lines[0] ?? {};
  assert.equal(file, 'logs/1.json');
  assert.match(String(incidentId), /^[0-9a-f]{16}$/);
  assert.deepEqual(told, {
    ...{ ruleId: '6f1c1d2e-0000-4000-8000-000000000001', title: 'Trail stopped', level: 'high', technique: ['T1562.008'] },
    ...{ time: '2026-03-01T10:04:00.000Z', eventId: 'e-4', source: 'aws.cloudtrail', account: '123456789012', region: 'ap-northeast-1' },
    ...{ principal: 'arn:aws:iam::123456789012:user/alice', sourceIp: '203.0.113.7', action: 'StopLogging' },
  });
});

test('threads give the same as one thread', async () => {
  const logs = Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [
      `logs/${index}.json`,
      trail(event('ListBuckets', index, `l-${index}`), event('StopLogging', index)),
    ]),
  );
  const args = ['detect', 'logs', '--rules', 'rules', '--format', 'jsonl'];
  const one = await runWithFiles({ ...logs, 'rules/a.yml': rules }, [...args, '--workers', '0']);
  const two = await runWithFiles({ ...logs, 'rules/a.yml': rules }, [...args, '--workers', '2']);
  assert.equal(linesOf(one.stdout).length, 14);
  assert.equal(two.stdout, one.stdout);
});

test('exit codes follow --fail-on and --min-level', async () => {
  const code = async (...more: readonly string[]): Promise<number> =>
    (await runWithFiles(files, ['detect', 'logs', '--rules', 'rules', ...more])).exitCode;
  assert.equal(await code('--fail-on', 'critical'), 0);
  assert.equal(await code('--fail-on', 'none'), 0);
  assert.equal(await code('--min-level', 'critical'), 0);
  assert.equal(await code('--min-level', 'severe'), 2);
  assert.equal((await runWithFiles({ ...files, 'quiet.json': quiet }, ['detect', 'quiet.json', '--rules', 'rules'])).exitCode, 0);
});

test('wrong usage is 2 and says what is missing', async () => {
  for (const [args, says] of [
    [['detect', '--rules', 'rules'], 'no logs'],
    [['detect', 'gone', '--rules', 'rules'], 'gone'],
    [['detect', 'logs', '--rules', 'gone'], 'gone'],
    [['detect', 'logs', '--rules', 'rules', '--placeholders', 'rules/a.yml'], 'rules/a.yml'],
  ] as const) {
    const run = await runWithFiles(files, args);
    assert.equal(run.exitCode, 2, args.join(' '));
    assert.ok(run.stderr.includes(says), run.stderr);
  }
});

test('a folder without a single file is 2, and not a run that found nothing', async () => {
  const only = { 'logs/CloudTrail-Digest/a.json': '{}', 'logs/.DS_Store': '' };
  const run = await runWithFiles(only, ['detect', 'logs']);
  assert.equal(run.exitCode, 2);
  assert.match(run.stderr, /no logs in logs \(looked in its subfolders as well\)$/m);
  assert.match((await runWithFiles(only, ['detect', 'logs', '--lang', 'ja'])).stderr, /logs にログがありません/);
  // Since a day there may well be nothing yet.
  assert.equal((await runWithFiles(only, ['detect', 'logs', '--since', '2026-11-20'])).exitCode, 0);
});

test('detect rules: every document, whether it compiles, and why not', async () => {
  const run = await runWithFiles({ ...files, 'rules/b.yml': broken, 'rules/c.yml': 'a: [', 'rules/d.yml': 'just: yaml\n' }, [
    ...['detect', 'rules', '--rules', 'rules', '--format', 'json'],
  ]);
  assert.equal(run.exitCode, 0);
  const rows = JSON.parse(run.stdout) as readonly Readonly<Record<string, unknown>>[];
  assert.deepEqual(
    rows.map(({ file, compiles }) => [file, compiles]),
    [
      ['rules/a.yml', true],
      ['rules/a.yml', true],
      ['rules/a.yml', true],
      ['rules/b.yml', false],
      ['rules/c.yml', false],
      ['rules/d.yml', false],
    ],
  );
  assert.equal(rows[3]?.['reason'], '"eventName|nonsense": the modifier "nonsense" does not exist');
  assert.equal(rows[3]?.['id'], '6f1c1d2e-0000-4000-8000-000000000004');
  assert.ok(String(rows[4]?.['reason']).startsWith('not valid YAML'));
  assert.ok(String(rows[5]?.['reason']).startsWith('no Sigma document'));
});

test('a rejected rule is told while the others run', async () => {
  const run = await runWithFiles({ ...files, 'rules/b.yml': broken }, ['detect', 'logs', '--rules', 'rules', '--format', 'jsonl']);
  assert.equal(linesOf(run.stdout).length, 2);
  assert.ok(run.stderr.includes('rules/b.yml:5: rule "Broken" was left out'));
});

test('placeholders come from a file; without them the rule is rejected by name', async () => {
  const rule = rules.split('---')[0]?.replace('{eventName: StopLogging}', "{'userIdentity.userName|expand': '%Admins%'}") ?? '';
  const logs = { 'rules/a.yml': rule, 'logs/1.json': quiet, 'values.yaml': 'Admins: [alice]\n' };
  const args = ['detect', 'logs', '--rules', 'rules', '--format', 'jsonl'];
  assert.equal(linesOf((await runWithFiles(logs, [...args, '--placeholders', 'values.yaml'])).stdout).length, 1);
  assert.ok((await runWithFiles(logs, args)).stderr.includes('%Admins%'));
});

test('damaged, mixed and unknown logs are read as far as they go, and told', async () => {
  const zipped = gzipSync(trail(event('StopLogging', 1)));
  const logs = {
    ...{ 'rules/a.yml': rules, 'logs/whole.json.gz': zipped, 'logs/lines.json': `${JSON.stringify(event('StopLogging', 2))}\n{"half": ` },
    'logs/other.json': '{"nobody":"knows"}\n',
  };
  const run = await runWithFiles(logs, ['detect', 'logs', '--rules', 'rules', '--format', 'jsonl']);
  assert.deepEqual(
    linesOf(run.stdout).map(({ eventId }) => eventId),
    ['e-2', 'e-1'],
  );
  assert.ok(/logs\/lines\.json(?::2)?: 1 record could not be read/.test(run.stderr), run.stderr);
  assert.ok(run.stderr.includes('logs/other.json: 1 record of no known log'), run.stderr);
});

test('rules for logs that are not known run on records that are not known', async () => {
  const rule =
    'title: Own\nid: 6f1c1d2e-0000-4000-8000-000000000009\nlogsource: {product: shop}\ndetection:\n  s: {kind: refund}\n  condition: s\nlevel: low\n';
  const run = await runWithFiles({ 'r.yml': rule, 'shop.json': '{"kind":"refund","id":"r-1"}\n{"kind":"sale","id":"r-2"}\n' }, [
    ...['detect', 'shop.json', '--rules', 'r.yml', '--format', 'jsonl'],
  ]);
  assert.deepEqual(
    linesOf(run.stdout).map(({ title, eventId }) => [title, eventId]),
    [['Own', 'r-1']],
  );
});

test('tables and CSV are safe to look at', async () => {
  const hostile = trail({ ...event('StopLogging', 1), awsRegion: '=cmd|calc', userIdentity: { arn: '\u001b[31mred' } });
  const logs = { 'rules/a.yml': rules, 'logs/1.json': hostile };
  const csv = await runWithFiles(logs, ['detect', 'logs', '--rules', 'rules', '--format', 'csv']);
  assert.ok(csv.stdout.includes("'=cmd|calc"));
  assert.ok(!csv.stdout.includes('\u001b'));
  const table = await runWithFiles(logs, ['detect', 'logs', '--rules', 'rules', '--lang', 'ja']);
  assert.ok(!table.stdout.includes('\u001b'));
  assert.ok(table.stdout.includes('Trail stopped'));
  const json = await runWithFiles(logs, ['detect', 'logs', '--rules', 'rules', '--format', 'json']);
  const { summary, matches } = JSON.parse(json.stdout) as { summary: { events: number }; matches: readonly unknown[] };
  assert.deepEqual([summary.events, matches.length], [1, 1]);
});

test('a record nested without end is no way to end the run', async () => {
  const rule = `title: Words
id: 6f1c1d2e-0000-4000-8000-00000000000a
logsource: {product: aws, service: cloudtrail}
detection:
  words: [nowhere]
  inside: {requestParameters|contains: nowhere, requestParameters.a.b: 1}
  stop: {eventName: StopLogging}
  condition: stop and not words and not inside
`;
  const deep = JSON.stringify(event('StopLogging', 1)).replace(/\}$/, `,"requestParameters":${'['.repeat(100_000)}${']'.repeat(100_000)}}`);
  const logs = { 'r.yml': rule, 'logs/1.json': `{"Records":[${deep},${JSON.stringify(event('StopLogging', 2))}]}` };
  const run = await runWithFiles(logs, ['detect', 'logs', '--rules', 'r.yml', '--format', 'jsonl']);
  assert.deepEqual(
    linesOf(run.stdout).map(({ eventId }) => eventId),
    ['e-1', 'e-2'],
  );
});

test('events of GKE are asked in the words of Kubernetes too, and say where they stand', async () => {
  const record = {
    insertId: 'gke-1',
    logName: 'projects/orders-project/logs/cloudaudit.googleapis.com%2Factivity',
    timestamp: '2026-11-20T09:00:00Z',
    resource: { type: 'k8s_cluster', labels: { project_id: 'orders-project', cluster_name: 'orders', location: 'asia-northeast1' } },
    protoPayload: {
      '@type': 'type.googleapis.com/google.cloud.audit.AuditLog',
      serviceName: 'k8s.io',
      methodName: 'io.k8s.core.v1.pods.exec.create',
      resourceName: 'core/v1/namespaces/orders/pods/web/exec',
      authenticationInfo: { principalEmail: 'alice@example.com' },
      requestMetadata: { callerIp: '203.0.113.7' },
      authorizationInfo: [{ granted: true, permission: 'io.k8s.core.v1.pods.exec.create' }],
    },
  };
  const rule =
    'title: Exec\nid: 6f1c1d2e-0000-4000-8000-000000000010\nlogsource: {product: kubernetes, service: audit}\ndetection:\n  s: {verb: create, objectRef.resource: pods, objectRef.subresource: exec}\n  condition: s\nlevel: low\n';
  const run = await runWithFiles({ 'r.yml': rule, 'gke.json': JSON.stringify(record) }, [
    ...['detect', 'gke.json', '--rules', 'r.yml', '--format', 'jsonl'],
  ]);
  const [match] = linesOf(run.stdout);
  assert.deepEqual([match?.title, match?.eventId, match?.source, match?.principal], ['Exec', 'gke-1', 'gcp.audit', 'alice@example.com']);
});
