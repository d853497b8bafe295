import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { bucketAnswers, inFolder, runInFolder, runWithFiles, writeSnapshot } from '../testing/index.ts';

const BUCKET = `
resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
`;
const FRAMEWORK = `
id: orders
version: 1.10
name: { en: Orders baseline, ja: 注文の基準 }
controls:
  - id: 1.10
    title: Buckets refuse plain HTTP
    checks: [aws-s3-bucket-tls-only]
  - id: people
    title: { en: Training, ja: 訓練 }
    manual: When was the last training?
`;
const ANSWERS = `
people: { status: met, by: ito, date: 2026-11-01, evidence: https://example.com/training }
`;
const files = { 'main.tf': BUCKET, 'orders.yaml': FRAMEWORK, 'answers.yaml': ANSWERS };
const own = ['--framework', 'orders', '--framework-file', 'orders.yaml'];

test('a framework of one’s own is reported with its answers', async () => {
  const { exitCode, stdout } = await runWithFiles(files, ['report', '.', ...own, '--answers', 'answers.yaml', '--format', 'csv']);
  assert.equal(exitCode, 0);
  const [, failing, manual] = stdout.split('\r\n');
  assert.match(
    failing ?? '',
    /^orders,1\.10,1\.10,Buckets refuse plain HTTP,fail,,aws-s3-bucket-tls-only,fail,medium,fail,aws\.s3\.bucket,orders-bucket,/,
  );
  assert.match(manual ?? '', /^orders,1\.10,people,Training,manual,.*,met,ito,2026-11-01,https:\/\/example\.com\/training,/);
});

test('kumomori.yaml names it for scan, report, frameworks and explain', async () => {
  const configured = { ...files, 'kumomori.yaml': 'version: 1\nframeworks: [orders.yaml]\n' };
  const scanned = await runWithFiles(configured, ['scan', '.', '--framework', 'orders', '--format', 'json']);
  assert.deepEqual(
    JSON.parse(scanned.stdout).findings.map((each: { checkId: string }) => each.checkId),
    ['aws-s3-bucket-tls-only'],
  );
  assert.match(
    (await runWithFiles(configured, ['report', '.', '--framework', 'orders', '--format', 'csv'])).stdout,
    /^orders,1\.10,1\.10,/m,
  );
  assert.match((await runWithFiles(configured, ['frameworks', 'orders'])).stdout, /Orders baseline \(orders@1\.10\)/);
  assert.match((await runWithFiles(configured, ['explain', 'orders:1.10'])).stdout, /aws-s3-bucket-tls-only/);
});

const OWN_CHECK = `
id: acme-bucket-name
title: Bucket names begin with acme
severity: low
resourceType: aws.s3.bucket
condition: resource.name.startsWith('acme')
message: 'Bucket {{resource.name}} has another name'
fix: Rename the bucket.
examples:
  - name: other
    expect: fail
    terraform: |
      resource "aws_s3_bucket" "orders" {
        bucket = "orders-bucket"
      }
`;

test('a framework of one’s own names checks of one’s own', async () => {
  const framework = FRAMEWORK.replace('aws-s3-bucket-tls-only', 'acme-bucket-name');
  const withChecks = { ...files, 'orders.yaml': framework, 'checks/name.yaml': OWN_CHECK };
  for (const [more, argv] of [
    [{}, ['--checks', 'checks']],
    [{ 'kumomori.yaml': 'version: 1\nchecks: { folders: [checks] }\n' }, []],
  ] as const) {
    const { stdout, stderr } = await runWithFiles({ ...withChecks, ...more }, ['report', 'main.tf', ...own, ...argv, '--format', 'csv']);
    assert.match(stdout, /^orders,1\.10,1\.10,Buckets refuse plain HTTP,fail,,acme-bucket-name,fail,/m, stderr);
  }
});

test('a saved scan makes the same verdicts as a new one', async () => {
  await inFolder(files, async (folder) => {
    const scan = await runInFolder(folder, [
      'scan',
      '.',
      '--include',
      'pass',
      '--fail-on',
      'none',
      '--format',
      'json',
      '--output',
      'scan.json',
      '--quiet',
    ]);
    assert.equal(scan.exitCode, 0);
    const statuses = async (...argv: readonly string[]): Promise<unknown> => {
      const { stdout } = await runInFolder(folder, ['report', '--framework', 'cis-aws@5.0', '--format', 'json', ...argv]);
      const { controls } = JSON.parse(stdout);
      return controls
        .filter(({ status }: { status: string }) => status === 'fail' || status === 'pass')
        .map(({ control, status }: { control: string; status: string }) => `${control} ${status}`);
    };
    const saved = await statuses('--from', 'scan.json');
    assert.deepEqual(saved, await statuses('.'));
    assert.ok(Array.isArray(saved) && saved.length > 0);
  });
});

test('an earlier report says what has changed since', async () => {
  const policy = `
resource "aws_s3_bucket_policy" "orders" {
  bucket = aws_s3_bucket.orders.id
  policy = jsonencode({ Statement = [{ Effect = "Deny", Principal = "*", Action = "s3:*", Resource = ["arn:aws:s3:::orders-bucket", "arn:aws:s3:::orders-bucket/*"],
    Condition = { Bool = { "aws:SecureTransport" = "false" } } }] })
}
`;
  await inFolder({ ...files, 'fixed/main.tf': `${BUCKET}${policy}` }, async (folder) => {
    const report = async (target: string, format: string, ...argv: readonly string[]): Promise<string> => {
      const { exitCode, stdout, stderr } = await runInFolder(folder, ['report', target, ...own, '--format', format, ...argv]);
      assert.equal(exitCode, 0, stderr);
      return stdout;
    };
    writeFileSync(join(folder, 'earlier.json'), await report('main.tf', 'json'));
    const since = ['--previous', 'earlier.json'];
    const { trend } = JSON.parse(await report('fixed', 'json', ...since));
    assert.deepEqual(trend.changes, [
      {
        control: '1.10',
        title: { en: 'Buckets refuse plain HTTP', ja: 'Buckets refuse plain HTTP' },
        from: 'fail',
        to: 'pass',
      },
    ]);
    assert.deepEqual(trend.failures, { added: 0, gone: 1, before: 1, now: 0 });
    const html = await report('fixed', 'html', ...since, '--lang', 'ja');
    for (const text of ['からの変化', 'スコア: 0 % → 100 %。', '新たに適合 (1)']) assert.ok(html.includes(text), text);
    assert.match(await report('fixed', 'csv', ...since), /1\.10,Buckets refuse plain HTTP,pass,.*,fail\r\n/);
    assert.ok((await report('main.tf', 'html', ...since)).includes('No control has changed its status.'));
    assert.match(await report('fixed', 'oscal', ...since), /"previous-status"/);
    await report('fixed', 'pdf', ...since, '--output', 'report.pdf');
    await report('fixed', 'xlsx', ...since, '--output', 'report.xlsx');
  });
});

test('a report about something else is not an earlier one', async () => {
  const other = JSON.stringify({
    ...{ scannedAt: '2026-11-01T00:00:00.000Z', framework: { id: 'cis-aws', version: '5.0' }, controls: [] },
    ...{ score: { passed: 0, assessed: 0, percent: null } },
    counts: { pass: 0, fail: 0, unknown: 0, 'not-assessed': 0, manual: 0 },
  });
  for (const [text, expected] of [
    [other, /earlier\.json is about cis-aws@5\.0, not about orders@1\.10/],
    ['{}', /earlier\.json is not a report of kumomori report --format json/],
  ] as const) {
    const { exitCode, stderr } = await runWithFiles({ ...files, 'earlier.json': text }, [
      'report',
      'main.tf',
      ...own,
      '--previous',
      'earlier.json',
      '--format',
      'csv',
    ]);
    assert.equal(exitCode, 2);
    assert.match(stderr, expected);
  }
});

const SNAPSHOT_FRAMEWORK = `
id: orders
version: "1"
name: Orders baseline
controls:
  - { id: A, title: Old versions are kept, checks: [aws-s3-bucket-versioning] }
  - { id: B, title: Users have one key, checks: [aws-iam-user-single-active-access-key] }
  - { id: C, title: Both, checks: [aws-s3-bucket-versioning, aws-iam-user-single-active-access-key] }
  - { id: D, title: Another cloud, checks: [azure-storage-cmk] }
`;

test('what a snapshot did not collect is not assessed, also when the scan was saved', async () => {
  await inFolder({ 'orders.yaml': SNAPSHOT_FRAMEWORK }, async (folder) => {
    await writeSnapshot(join(folder, 'today'), bucketAnswers({ Status: 'Enabled' }));
    const scan = ['scan', 'today', '--framework-file', 'orders.yaml', '--include', 'pass', '--fail-on', 'none'];
    assert.equal((await runInFolder(folder, [...scan, '--format', 'json', '--output', 'scan.json', '--quiet'])).exitCode, 0);
    for (const source of [['today'], ['--from', 'scan.json']]) {
      const { stdout } = await runInFolder(folder, ['report', ...own, '--format', 'json', ...source]);
      const { controls } = JSON.parse(stdout);
      assert.deepEqual(
        controls.map(({ control, status, isPartial, checks }: ReportedAs) => [
          control,
          status,
          isPartial,
          ...checks.map((each) => each.state),
        ]),
        [
          ['A', 'pass', false, 'pass'],
          ['B', 'not-assessed', false, 'not-collected'],
          ['C', 'not-assessed', true, 'pass', 'not-collected'],
          ['D', 'not-assessed', false, 'no-account'],
        ],
      );
      assert.equal(controls[1].checks[0].lacks, 'aws:123456789012 iam:GetAccountAuthorizationDetails was not called');
    }
  });
});

interface ReportedAs {
  readonly control: string;
  readonly status: string;
  readonly isPartial: boolean;
  readonly checks: readonly { readonly state: string }[];
}

test('a PDF goes to a file only', async () => {
  await inFolder(files, async (folder) => {
    const refused = await runInFolder(folder, ['report', '.', ...own, '--format', 'pdf']);
    assert.equal(refused.exitCode, 2);
    assert.match(refused.stderr, /pdf is not text: give --output FILE/);
    const written = await runInFolder(folder, ['report', '.', ...own, '--format', 'pdf', '--output', 'out/report.pdf', '--lang', 'ja']);
    assert.equal(written.exitCode, 0);
    assert.ok(existsSync(join(folder, 'out/report.pdf')));
    assert.equal(readFileSync(join(folder, 'out/report.pdf'), 'latin1').slice(0, 5), '%PDF-');
  });
});

const mistakes: readonly (readonly [name: string, file: Readonly<Record<string, string>>, argv: readonly string[], expected: RegExp])[] = [
  [
    'a check that does not exist',
    { 'orders.yaml': FRAMEWORK.replace('tls-only', 'tls-onyl') },
    own,
    /orders\.yaml:8:14: there is no check "aws-s3-bucket-tls-onyl"; did you mean aws-s3-bucket-tls-only\?/,
  ],
  [
    'a control that is there twice',
    { 'orders.yaml': FRAMEWORK.replace('id: people', 'id: "1.10"') },
    own,
    /orders\.yaml:9:9: control 1\.10 is there twice/,
  ],
  [
    'a misspelt key',
    { 'orders.yaml': FRAMEWORK.replace('manual:', 'manuel:') },
    own,
    /orders\.yaml:11:5: unknown key "manuel"; did you mean manual\?/,
  ],
  [
    'a control without a title',
    { 'orders.yaml': FRAMEWORK.replace('    title: Buckets refuse plain HTTP\n', '') },
    own,
    /orders\.yaml:6:5: controls\[0\]\.title is missing/,
  ],
  [
    'an id of the product',
    { 'orders.yaml': FRAMEWORK.replace('id: orders', 'id: cis-aws').replace('1.10\nname', '5.0\nname') },
    own,
    /orders\.yaml:2:5: framework cis-aws@5\.0 exists already/,
  ],
  ['no YAML', { 'orders.yaml': 'id: [' }, own, /orders\.yaml:1:\d+: not valid YAML/],
  ['no file', {}, ['--framework', 'orders', '--framework-file', 'nowhere.yaml'], /nowhere\.yaml cannot be read/],
  [
    'an answer for an unknown control',
    { 'answers.yaml': ANSWERS.replace('people', 'peopel') },
    [...own, '--answers', 'answers.yaml'],
    /answers\.yaml:2:1: there is no control peopel; did you mean people\?/,
  ],
  [
    'an answer without who gave it',
    { 'answers.yaml': ANSWERS.replace('by: ito, ', '') },
    [...own, '--answers', 'answers.yaml'],
    /answers\.yaml:2:9: people\.by is missing/,
  ],
  [
    'an answer with a wrong status',
    { 'answers.yaml': ANSWERS.replace('met', 'passed') },
    [...own, '--answers', 'answers.yaml'],
    /people\.status must be one of met, not-met/,
  ],
  [
    'a day that is none',
    { 'answers.yaml': ANSWERS.replace('11-01', '11-31') },
    [...own, '--answers', 'answers.yaml'],
    /date must be a date as YYYY-MM-DD/,
  ],
  ['a misspelt framework', {}, ['--framework', 'cis-asw'], /there is no framework "cis-asw"; did you mean cis-aws\?/],
  ['no framework', {}, [], /--framework is missing/],
  [
    'a file outside that a found kumomori.yaml names',
    { 'kumomori.yaml': 'version: 1\nframeworks: [../../orders.yaml]\n' },
    ['--framework', 'orders'],
    /outside of its folder/,
  ],
];
for (const [name, wrong, argv, expected] of mistakes) {
  test(`a mistake is told with its place: ${name}`, async () => {
    const { exitCode, stderr } = await runWithFiles({ ...files, ...wrong }, ['report', '.', ...argv, '--format', 'csv']);
    assert.equal(exitCode, 2);
    assert.match(stderr, expected);
  });
}

test('a saved scan that is not there is told as missing, not as wrong', async () => {
  const { exitCode, stderr } = await runWithFiles(files, ['report', ...own, '--from', 'scan.json']);
  assert.deepEqual([exitCode, stderr], [2, 'kumomori: there is no file or folder scan.json\n']);
});
