import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Diagnostic } from '@kumomori/model';
import { scanFiles } from '../testing/index.ts';
import type { ScanFilesOptions } from '../testing/index.ts';

type Files = Readonly<Record<string, string>>;

const bucket = (name: string, body = ''): string => `resource "aws_s3_bucket" "${name}" {\n  bucket = "${name}-bucket"\n${body}}\n`;

/** What became of the finding about versioning, and what was said about comments and exceptions. */
async function versioning(
  files: Files,
  options: ScanFilesOptions = {},
): Promise<{ readonly suppressed: readonly unknown[]; readonly said: readonly string[] }> {
  const { report } = await scanFiles(files, { checks: ['aws-s3-bucket-versioning'], ...options });
  const suppressed = report.findings.map((each) => (each.suppressed ? { ...each.suppressed } : null));
  return { suppressed, said: report.diagnostics.map(describe) };
}

function describe({ severity, code, file, line, message }: Diagnostic): string {
  return `${severity} ${code} ${file}:${line} ${message}`;
}

const by = (reason: string | null, line: number, more: object = {}): object => ({
  by: 'inline',
  reason,
  owner: null,
  expires: null,
  file: 'main.tf',
  line,
  ...more,
});

const suppressing: readonly { readonly name: string; readonly files: Files; readonly expected: object }[] = [
  {
    name: 'our own comment above the block',
    files: { 'main.tf': `# kumomori:ignore aws-s3-bucket-versioning until=2027-01-31 reason="nightly"\n${bucket('orders')}` },
    expected: by('nightly', 1, { expires: '2027-01-31' }),
  },
  {
    name: 'our own comment inside the block, by the id of another scanner',
    files: { 'main.tf': bucket('orders', '  # kumomori:ignore CKV_AWS_21\n') },
    expected: by(null, 3),
  },
  { name: 'a wildcard', files: { 'main.tf': `# kumomori:ignore aws-s3-*\n${bucket('orders')}` }, expected: by(null, 1) },
  {
    name: 'the last day it holds',
    files: { 'main.tf': `# kumomori:ignore aws-s3-* until=2026-11-22\n${bucket('orders')}` },
    expected: by(null, 1, { expires: '2026-11-22' }),
  },
  {
    name: 'further comments between it and the block',
    files: { 'main.tf': `# checkov:skip=CKV_AWS_21:nightly\n# see DATA-310\n${bucket('orders')}` },
    expected: by('nightly', 1),
  },
  {
    name: 'Checkov',
    files: { 'main.tf': bucket('orders', '  #checkov:skip=CKV_AWS_20,CKV_AWS_21:nightly\n') },
    expected: by('nightly', 3),
  },
  {
    name: 'Trivy, without AVD and in lower case',
    files: { 'main.tf': `#trivy:ignore:aws-0090\n${bucket('orders')}` },
    expected: by(null, 1),
  },
  ...[
    'trivy:ignore:aws-s3-enable-versioning',
    'trivy:ignore:AWS-0090',
    'trivy:ignore:s3-enable-versioning',
    'trivy:ignore:aws-s3-*',
    'trivy:ignore:*',
    'tfsec:ignore:aws-s3-enable-versioning',
    'tfsec:ignore:AWS-S3-Enable-Versioning',
    'tfsec:ignore:s3-enable-versioning',
    'tfsec:ignore:AVD-AWS-0090',
    'tfsec:ignore:avd-aws-0090',
    'tfsec:ignore:*',
  ].map((comment) => ({
    name: `Trivy and tfsec, written ${comment}`,
    files: { 'main.tf': `#${comment}\n${bucket('orders')}` },
    expected: by(null, 1),
  })),
  {
    name: 'tfsec, behind code',
    files: { 'main.tf': bucket('orders').replace('"orders" {', '"orders" { # tfsec:ignore:AVD-AWS-0090:exp:2027-01-31') },
    expected: by(null, 1, { expires: '2027-01-31' }),
  },
  { name: 'KICS, the block below', files: { 'main.tf': `# kics-scan ignore-block\n${bucket('orders')}` }, expected: by(null, 1) },
  {
    name: 'KICS, a query for the whole file',
    files: { 'main.tf': `# kics-scan disable=568a4d22-3517-44a6-a7ad-6a7eed88722c\n\n${bucket('orders')}` },
    expected: by(null, 1),
  },
  { name: 'Terrascan', files: { 'main.tf': bucket('orders', '  #ts:skip=AC_AWS_0214 nightly\n') }, expected: by('nightly', 3) },
  {
    name: 'a comment in the block of the satellite',
    files: {
      'main.tf': `${bucket('orders')}resource "aws_s3_bucket_versioning" "orders" {\n  # kumomori:ignore CKV_AWS_21\n  bucket = aws_s3_bucket.orders.id\n  versioning_configuration {\n    status = "Suspended"\n  }\n}\n`,
    },
    expected: by(null, 5),
  },
  {
    name: 'a comment at the value that decides, in a variable file',
    files: {
      'main.tf': `variable "status" {}\n${bucket('orders')}resource "aws_s3_bucket_versioning" "orders" {\n  bucket = aws_s3_bucket.orders.id\n  versioning_configuration {\n    status = var.status\n  }\n}\n`,
      'terraform.tfvars': '\nstatus = "Suspended" # kumomori:ignore aws-s3-bucket-versioning\n',
    },
    expected: { ...by(null, 2), file: 'terraform.tfvars' },
  },
  {
    name: 'a comment in the module block',
    files: { 'main.tf': 'module "logs" {\n  # kumomori:ignore CKV_AWS_21\n  source = "./bucket"\n}\n', 'bucket/main.tf': bucket('this') },
    expected: by(null, 2),
  },
];

for (const { name, files, expected } of suppressing) {
  test(`suppressed in the code: ${name}`, async () => {
    assert.deepEqual(await versioning(files), { suppressed: [expected], said: [] });
  });
}

const notSuppressing: readonly { readonly name: string; readonly files: Files; readonly said: readonly string[] }[] = [
  {
    name: 'it expired yesterday',
    files: { 'main.tf': `# kumomori:ignore aws-s3-bucket-versioning until=2026-11-21\n${bucket('orders')}` },
    said: [
      'warning ignore-expired main.tf:1 the suppression of aws-s3-bucket-versioning expired on 2026-11-21; its finding is shown again',
    ],
  },
  {
    name: 'a comment of Trivy expired',
    files: { 'main.tf': `# trivy:ignore:AVD-AWS-0090:exp:2026-01-01\n${bucket('orders')}` },
    said: ['warning ignore-expired main.tf:1 the suppression of AVD-AWS-0090 expired on 2026-01-01; its finding is shown again'],
  },
  {
    name: 'its date is none',
    files: { 'main.tf': `# kumomori:ignore aws-s3-bucket-versioning until=soon\n${bucket('orders')}` },
    said: ['warning ignore-date main.tf:1 "soon" is not a date (YYYY-MM-DD), so this comment suppresses nothing'],
  },
  {
    name: 'its check does not exist',
    files: { 'main.tf': `# kumomori:ignore aws-s3-bucket-versionin\n${bucket('orders')}` },
    said: ['warning ignore-unknown main.tf:1 there is no check aws-s3-bucket-versionin; did you mean aws-s3-bucket-versioning?'],
  },
  {
    name: 'it names no check',
    files: { 'main.tf': `# kumomori:ignore reason="later"\n${bucket('orders')}` },
    said: ['warning ignore-unknown main.tf:1 this comment names no check, so it suppresses nothing: kumomori:ignore CHECK_ID'],
  },
  {
    name: 'a blank line separates it from the block',
    files: { 'main.tf': `# kumomori:ignore aws-s3-bucket-versioning\n\n${bucket('orders')}` },
    said: ['info ignore-unused main.tf:1 the suppression of aws-s3-bucket-versioning matches no finding and can be removed'],
  },
  {
    name: 'it stands behind the block before',
    files: { 'main.tf': `locals {\n  a = 1 # kumomori:ignore aws-s3-bucket-versioning\n}\n${bucket('orders')}` },
    said: ['info ignore-unused main.tf:2 the suppression of aws-s3-bucket-versioning matches no finding and can be removed'],
  },
  { name: 'it is about a check that does not run', files: { 'main.tf': `# kumomori:ignore CKV_AWS_20\n${bucket('orders')}` }, said: [] },
  {
    name: 'it is about something else of another scanner',
    files: { 'main.tf': `# checkov:skip=CKV_AWS_20:x\n${bucket('orders')}` },
    said: [],
  },
  {
    name: 'no check stands for what it names, which is said once for each id',
    files: {
      'a.tf': `${bucket('orders')}#tfsec:ignore:aws-s3-no-such-check\nlocals {}\n`,
      'b.tf': '#tfsec:ignore:AWS-S3-no-such-check\nlocals {}\n#trivy:ignore:AVD-GCP-0001\nlocals {}\n',
      'c.tf':
        '#ts:skip=AC_GCP_0010 later\nlocals {}\n# checkov:skip=CKV_GCP_1,CKV_AWS_20:x\nlocals {}\n# kics-scan disable=11111111\nlocals {}\n',
    },
    said: [
      'info ignore-unclaimed a.tf:4 no kumomori check stands for tfsec id aws-s3-no-such-check',
      'info ignore-unclaimed b.tf:3 no kumomori check stands for Trivy id AVD-GCP-0001',
      'info ignore-unclaimed c.tf:1 no kumomori check stands for Terrascan id AC_GCP_0010',
      'info ignore-unclaimed c.tf:3 no kumomori check stands for Checkov id CKV_GCP_1',
      'info ignore-unclaimed c.tf:5 no kumomori check stands for KICS id 11111111',
    ],
  },
  {
    name: 'the id belongs to another scanner than the comment',
    files: { 'main.tf': `#ts:skip=AVD-AWS-0090\n${bucket('orders')}` },
    said: ['info ignore-unclaimed main.tf:1 no kumomori check stands for Terrascan id AVD-AWS-0090'],
  },
  {
    name: 'its wildcard is over other ids of its scanner',
    files: { 'main.tf': `#tfsec:ignore:aws-ec2-*\n${bucket('orders')}` },
    said: ['info ignore-unclaimed main.tf:1 no kumomori check stands for tfsec id aws-ec2-*'],
  },
  {
    name: 'it stands in an excluded file, of which nothing is said',
    files: {
      'kumomori.yaml': 'version: 1\nexclude: ["a/**"]\n',
      'a/main.tf': '#tfsec:ignore:aws-s3-no-such-check\nlocals {}\n# kumomori:ignore aws-s3-bucket-versionin\nlocals {}\n',
      'b/main.tf': `${bucket('orders')}#tfsec:ignore:aws-s3-no-such-check\nlocals {}\n`,
    },
    said: ['info ignore-unclaimed b/main.tf:4 no kumomori check stands for tfsec id aws-s3-no-such-check'],
  },
];

for (const { name, files, said } of notSuppressing) {
  test(`a comment does not suppress: ${name}`, async () => {
    assert.deepEqual(await versioning(files), { suppressed: [null], said });
  });
}

test('a suppressed finding stays in the report but is not counted', async () => {
  const { report } = await scanFiles({ 'main.tf': `# kumomori:ignore aws-s3-*\n${bucket('orders')}` });
  assert.equal(report.findings.length, 1);
  const { fail, suppressed, bySeverity } = report.summary;
  assert.deepEqual({ fail, suppressed, medium: bySeverity.medium }, { fail: 0, suppressed: 1, medium: 0 });
});

test('a comment at one of two callers leaves the other instance open', async () => {
  const { report } = await scanFiles(
    {
      'main.tf': 'module "a" {\n  # kumomori:ignore CKV_AWS_21\n  source = "./bucket"\n}\nmodule "b" {\n  source = "./bucket"\n}\n',
      'bucket/main.tf': bucket('this'),
    },
    { checks: ['CKV_AWS_21'] },
  );
  const [finding] = report.findings;
  assert.equal(finding?.suppressed, null);
  assert.equal(finding.origin.address, 'module.b.aws_s3_bucket.this');
  assert.deepEqual(
    finding.instances.map((each) => [each.address, each.suppressed?.by ?? null]),
    [
      ['module.b.aws_s3_bucket.this', null],
      ['module.a.aws_s3_bucket.this', 'inline'],
    ],
  );
});

const tagged = 'staging/main.tf';
const exceptionFiles = (exception: string): Files => ({
  [tagged]: bucket('orders', '  tags = { Environment = "Staging", Team = "EC" }\n'),
  'kumomori.yaml': `version: 1\nexceptions:\n  - checks: [aws-s3-bucket-versioning]\n    owner: ec@example.com\n    reason: rebuilt weekly\n${exception}`,
});

const holding: readonly (readonly [name: string, lines: string, holds: boolean])[] = [
  ['everywhere', '    expires: 2027-06-30\n', true],
  ['by address', '    expires: 2027-06-30\n    resources: [aws_s3_bucket.ord*]\n', true],
  ['by name', '    expires: 2027-06-30\n    resources: [orders-bucket]\n', true],
  ['by another name', '    expires: 2027-06-30\n    resources: [logs-*]\n', false],
  ['by path', '    expires: 2027-06-30\n    paths: ["staging/**"]\n', true],
  ['by another path', '    expires: 2027-06-30\n    paths: ["production/**"]\n', false],
  ['by tags', '    expires: 2027-06-30\n    tags: { Team: E*, Environment: Staging }\n', true],
  ['by a tag that is not there', '    expires: 2027-06-30\n    tags: { Owner: "*" }\n', false],
  ['by environment: folder or tag', '    expires: 2027-06-30\n    environments: [staging]\n', true],
  ['by another environment', '    expires: 2027-06-30\n    environments: [production]\n', false],
  ['all selectors must fit', '    expires: 2027-06-30\n    resources: [orders-bucket]\n    paths: ["production/**"]\n', false],
  ['on its last day', '    expires: 2026-11-22\n', true],
  ['the day after', '    expires: 2026-11-21\n', false],
];

for (const [name, lines, holds] of holding) {
  test(`an exception ${holds ? 'holds' : 'does not hold'}: ${name}`, async () => {
    const { suppressed } = await versioning(exceptionFiles(lines));
    assert.deepEqual(
      suppressed.map((each) => each !== null),
      [holds],
    );
  });
}

test('a finding under an exception says who, why and until when', async () => {
  const { suppressed } = await versioning(exceptionFiles('    expires: 2027-06-30\n'));
  assert.deepEqual(suppressed, [
    { by: 'exception', reason: 'rebuilt weekly', owner: 'ec@example.com', expires: '2027-06-30', file: 'kumomori.yaml', line: 3 },
  ]);
});

test('an exception by workspace holds in that workspace', async () => {
  const files = exceptionFiles('    expires: 2027-06-30\n    environments: [blue]\n');
  assert.deepEqual((await versioning(files)).suppressed, [null]);
  assert.notEqual((await versioning(files, { workspace: 'blue' })).suppressed[0], null);
});

const attention: readonly (readonly [name: string, lines: string, said: readonly string[]])[] = [
  ['long before its end', '    expires: 2026-12-07\n', []],
  [
    'two weeks before its end',
    '    expires: 2026-12-06\n',
    ['warning exception-expires kumomori.yaml:3 this exception expires on 2026-12-06, in 14 days'],
  ],
  [
    'expired',
    '    expires: 2026-06-30\n',
    ['warning exception-expired kumomori.yaml:3 this exception expired on 2026-06-30; 1 finding shown again'],
  ],
  [
    'expired and useless',
    '    expires: 2026-06-30\n    resources: [gone]\n',
    ['warning exception-expired kumomori.yaml:3 this exception expired on 2026-06-30 and matches nothing; it can be removed'],
  ],
  [
    'useless',
    '    expires: 2027-06-30\n    resources: [gone]\n',
    ['warning exception-unused kumomori.yaml:3 this exception matches no finding and can be removed'],
  ],
];

for (const [name, lines, said] of attention) {
  test(`what is said about an exception: ${name}`, async () => {
    assert.deepEqual((await versioning(exceptionFiles(lines))).said, said);
  });
}

test('paths of kumomori.yaml count from where it lies, and what a part of the code cannot show is no advice', async () => {
  const files = {
    'infra/main.tf': bucket('orders'),
    'kumomori.yaml': `version: 1\nexclude: ["infra/logs/**"]\nexceptions:\n${['infra/*.tf', 'other/**']
      .map((path) => `  - checks: [CKV_AWS_21]\n    owner: a\n    reason: b\n    expires: 2027-06-30\n    paths: ["${path}"]\n`)
      .join('')}`,
    'infra/logs/main.tf': bucket('logs'),
  };
  const { suppressed, said } = await versioning(files, { targets: ['infra'] });
  assert.deepEqual(
    suppressed.map((each) => each !== null),
    [true],
  );
  assert.deepEqual(said, [
    'info exception-unused kumomori.yaml:9 this exception matches no finding of this scan, which covered a part only',
  ]);
});

test('nothing is said about exceptions for checks that do not run', async () => {
  assert.deepEqual((await versioning(exceptionFiles('    expires: 2026-06-30\n'), { checks: ['CKV_AWS_20'] })).said, []);
});

test('the preview shows what each exception would hide, and hides nothing', async () => {
  const result = await scanFiles(exceptionFiles('    expires: 2027-06-30\n'), { previewExceptions: true });
  assert.equal(result.report.summary.suppressed, 0);
  assert.deepEqual(result.exceptions, [
    {
      file: 'kumomori.yaml',
      line: 3,
      checks: ['aws-s3-bucket-versioning'],
      reason: 'rebuilt weekly',
      owner: 'ec@example.com',
      expires: '2027-06-30',
      expired: false,
      findings: [{ checkId: 'aws-s3-bucket-versioning', status: 'fail', address: 'aws_s3_bucket.orders', file: tagged }],
    },
  ]);
});

test('severity, parameters, selection and paths of kumomori.yaml take effect', async () => {
  const config = 'version: 1\nfailOn: low\nexclude: ["logs/**"]\nchecks: { skip: [CKV_AWS_20] }\nseverity: { CKV: low }\n'.replace(
    'CKV: low',
    'aws-s3-bucket-versioning: critical',
  );
  const files = {
    'main.tf': bucket('orders'),
    'logs/main.tf': bucket('logs'),
    'kumomori.yaml': `${config}parameters: { aws-s3-bucket-required-tags: { keys: [Owner] } }\n`,
  };
  const { report, failOn } = await scanFiles(files);
  assert.equal(failOn, 'low');
  assert.deepEqual(
    report.findings.map((each) => `${each.severity} ${each.checkId} ${each.origin.file}`),
    ['critical aws-s3-bucket-versioning main.tf', 'low aws-s3-bucket-required-tags main.tf'],
  );
  assert.deepEqual([report.summary.resources, report.summary.checks], [1, 2]);
});

test('findings of the baseline do not count, new ones do, and what is gone is reported', async () => {
  const before = await scanFiles({ 'main.tf': bucket('orders') + bucket('logs') });
  const after = await scanFiles(
    { 'main.tf': bucket('logs') + bucket('backups'), 'base.json': [...before.baselinePieces()].join('') },
    { baseline: 'base.json' },
  );
  assert.deepEqual(
    after.report.findings.map((each) => [each.resource.name, each.suppressed?.by ?? null]),
    [
      ['backups-bucket', null],
      ['logs-bucket', 'baseline'],
    ],
  );
  assert.deepEqual(after.report.diagnostics.map(describe), [
    'info baseline-stale base.json:null 1 finding of the baseline no longer occurs; write it anew',
  ]);
});

test('a baseline lists what is open, the same text for the same findings', async () => {
  const files = { 'main.tf': `# kumomori:ignore aws-s3-*\n${bucket('orders')}${bucket('logs')}` };
  const first = await scanFiles(files);
  const second = await scanFiles(files, { at: '2027-01-01T00:00:00Z' });
  assert.equal([...second.baselinePieces()].join(''), [...first.baselinePieces()].join(''));
  assert.deepEqual(JSON.parse([...first.baselinePieces()].join('')), {
    schemaVersion: '1',
    findings: [
      {
        fingerprint: first.report.findings[0]?.fingerprint,
        checkId: 'aws-s3-bucket-versioning',
        address: 'aws_s3_bucket.logs',
        file: 'main.tf',
      },
    ],
  });
});
