import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { FolderFiles } from '../testing/index.ts';
import { inFolder, runInFolder, runWithFiles } from '../testing/index.ts';

const bucket = `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
  tags   = { team = "web" }
}
resource "aws_s3_bucket_versioning" "orders" {
  bucket = aws_s3_bucket.orders.id
  versioning_configuration {
    status = "Suspended"
  }
}
`;
const versioned = `id: acme-bucket-versioned
title: { en: Bucket keeps old versions, ja: バケットが古い版を残す }
severity: high
resourceType: aws.s3.bucket
condition: resource.versioning.status == 'Enabled'
message:
  en: Bucket {{resource.name}} has versioning {{resource.versioning.status}}
  ja: バケット {{resource.name}} のバージョニングは {{resource.versioning.status}} です
`;

interface ReportedFinding {
  readonly checkId: string;
  readonly status: string;
  readonly severity: string;
  readonly message: string;
  readonly evidence: readonly { readonly path: string; readonly value: unknown; readonly file: string; readonly line: number }[];
  readonly frameworks: readonly { readonly framework: string; readonly control: string }[];
}
interface Report {
  readonly findings: readonly ReportedFinding[];
  readonly diagnostics: readonly {
    readonly code: string;
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly message: string;
  }[];
}

async function scan(files: FolderFiles, ...argv: readonly string[]): Promise<Report> {
  const { stdout, stderr } = await runWithFiles(files, ['scan', 'infra', '--check', 'acme-*', '--format', 'json', ...argv]);
  assert.ok(stdout !== '', stderr);
  const report: Report = JSON.parse(stdout);
  return report;
}

test('a check in YAML gives a finding with message, evidence and place like one of ours', async () => {
  const files = { 'infra/main.tf': bucket, 'rules/versioned.yaml': versioned };
  const { findings, diagnostics } = await scan(files, '--checks', 'rules');
  assert.deepEqual(diagnostics, []);
  assert.equal(findings.length, 1);
  const [finding] = findings;
  assert.deepEqual([finding?.checkId, finding?.status, finding?.severity], ['acme-bucket-versioned', 'fail', 'high']);
  assert.match(JSON.stringify(finding?.message), /Bucket orders-bucket has versioning Suspended/);
  assert.deepEqual(
    finding?.evidence.map(({ path, value, file, line }) => [path, value, file, line]),
    [['versioning.status', 'Suspended', 'main.tf', 8]],
  );
});

const verdicts: readonly (readonly [name: string, lines: string, status: string])[] = [
  ['a condition that holds', "condition: resource.tags.team == 'web'", 'pass'],
  ['a value that nobody knows', "condition: resource.tags.team == 'web' && origin.region == 'ap-northeast-1'", 'unknown'],
  ['what is missing', 'condition: resource.tags.owner == "web"', 'unknown'],
  ['a resource that is left out', "when: resource.name == 'other'\ncondition: 'false'", 'not-applicable'],
  ['a parameter', 'condition: resource.tags.team in params.teams\nparams: { teams: [data] }', 'fail'],
];
for (const [name, lines, status] of verdicts) {
  test(`a check of one's own is ${status} for ${name}`, async () => {
    const check = `id: acme-bucket-team\ntitle: Team is known\nresourceType: aws.s3.bucket\n${lines}\n`;
    const { findings } = await scan(
      { 'infra/main.tf': bucket, 'rules/team.yaml': check },
      '--checks',
      'rules',
      '--include',
      'pass,not-applicable',
    );
    assert.deepEqual(
      findings.map((finding) => finding.status),
      [status],
    );
  });
}

test('kumomori.yaml names folders, severities and parameters of own checks, and exceptions to them', async () => {
  const config = `version: 1
checks: { folders: [rules] }
severity: { acme-bucket-team: critical }
parameters: { acme-bucket-team: { teams: [data] } }
`;
  const check =
    'id: acme-bucket-team\ntitle: Team is known\nresourceType: aws.s3.bucket\ncondition: resource.tags.team in params.teams\nparams: { teams: [web] }\nframeworks: ["cis-aws@5.0:2.1.1"]\n';
  const { findings } = await scan({ 'infra/main.tf': bucket, 'rules/team.yaml': check, 'kumomori.yaml': config });
  assert.deepEqual(
    findings.map(({ status, severity, frameworks }) => [status, severity, frameworks.map(({ control }) => control)]),
    [['fail', 'critical', ['2.1.1']]],
  );
});

const mistakes: readonly (readonly [name: string, text: string, place: readonly [number, number], message: RegExp])[] = [
  [
    'a misspelt attribute',
    versioned.replace('resource.versioning.status ==', 'resource.versoning.status =='),
    [5, 21],
    /did you mean versioning\?/,
  ],
  [
    'the same in a block of several lines',
    versioned.replace(
      "condition: resource.versioning.status == 'Enabled'",
      "condition: |\n  resource.versioning.status == 'Enabled' &&\n  resource.objectLok",
    ),
    [7, 12],
    /did you mean objectLock\?/,
  ],
  ['types that differ', versioned.replace("'Enabled'", '1'), [5, 12], /string == int/],
  ['a syntax error', versioned.replace('==', '='), [5, 39], /comparing is ==/],
  ['a key that is not known', versioned.replace('severity', 'severty'), [3, 1], /did you mean severity\?/],
  ['a resource type that is not known', versioned.replace('aws.s3.bucket', 'aws.s3.buckt'), [4, 15], /did you mean aws\.s3\.bucket\?/],
  ['a mistake in the message', versioned.replace('Bucket {{resource.name}}', 'Bucket {{resource.nme}}'), [7, 25], /did you mean name\?/],
  [
    'a condition that is no question',
    versioned.replace("resource.versioning.status == 'Enabled'", 'resource.acl'),
    [5, 12],
    /true or false/,
  ],
  ['an id that is taken', versioned.replace('acme-bucket-versioned', 'aws-s3-bucket-versioning'), [0, 0], /another check/],
];
for (const [name, text, [line, column], message] of mistakes) {
  test(`a mistake in a file of checks is said with its place, and the others run: ${name}`, async () => {
    const files = { 'infra/main.tf': bucket, 'rules/bad.yaml': text, 'rules/good.yaml': versioned.replace('versioned', 'kept') };
    const { findings, diagnostics } = await scan(files, '--checks', 'rules');
    assert.deepEqual(
      findings.map(({ checkId }) => checkId),
      ['acme-bucket-kept'],
    );
    assert.deepEqual(
      diagnostics.map((each) => [each.file, each.line ?? 0, each.column ?? 0]),
      [['rules/bad.yaml', line, column]],
    );
    assert.match(diagnostics[0]?.message ?? '', message);
  });
}

const program = `import { defineCheck, fail, pass } from 'kumomori/checks';
import { writeFileSync } from 'node:fs';
writeFileSync(new URL('../ran', import.meta.url), '');
const text = { en: 'x', ja: 'x' };
export const check = defineCheck({
  title: text, severity: 'high', priority: 'P1', controlType: 'preventive', on: 'aws.s3.bucket', why: text, fix: { summary: text },
  references: [], equivalents: [], examples: [],
  evaluate: (bucket) => (bucket.versioning.status === 'Enabled' ? pass() : fail({ en: bucket.name, ja: bucket.name })),
});
`;
const config = 'version: 1\nchecks: { folders: [rules] }\n';
const trust: readonly (readonly [name: string, files: FolderFiles, argv: readonly string[], runs: boolean])[] = [
  ['a folder outside of the TARGET that is named on the command line', { 'rules/acme-check.ts': program }, ['--checks', 'rules'], true],
  ['a folder within the TARGET', { 'infra/rules/acme-check.ts': program }, ['--checks', 'infra/rules'], false],
  [
    'the same, when it is allowed',
    { 'infra/rules/acme-check.ts': program },
    ['--checks', 'infra/rules', '--allow-typescript-checks'],
    true,
  ],
  ['a kumomori.yaml in the TARGET', { 'infra/kumomori.yaml': config, 'infra/rules/acme-check.ts': program }, [], false],
  ['a kumomori.yaml that was found in the working folder', { 'kumomori.yaml': config, 'rules/acme-check.ts': program }, [], false],
  ['a kumomori.yaml that was given', { 'kumomori.yaml': config, 'rules/acme-check.ts': program }, ['--config', 'kumomori.yaml'], true],
  [
    'a kumomori.yaml in the TARGET that was given',
    { 'infra/kumomori.yaml': config, 'infra/rules/acme-check.ts': program },
    ['--config', 'infra/kumomori.yaml'],
    false,
  ],
];
for (const [name, files, argv, runs] of trust) {
  test(`a check in TypeScript is ${runs ? 'run' : 'not run, and that is said'}: ${name}`, async () => {
    await inFolder({ 'infra/main.tf': bucket, ...files }, async (folder) => {
      const { stdout } = await runInFolder(folder, [
        'scan',
        'infra',
        '--check',
        'aws-s3-bucket-versioning,acme-*',
        '--format',
        'json',
        ...argv,
      ]);
      const ran = existsSync(join(folder, 'ran')) || existsSync(join(folder, 'infra/ran'));
      assert.equal(ran, runs);
      const report: Report = JSON.parse(stdout || '{"findings":[],"diagnostics":[]}');
      assert.equal(
        report.findings.some(({ checkId }) => checkId === 'acme-check'),
        runs,
      );
    });
  });
}

test('a kumomori.yaml that was found reads no folder outside of its own', async () => {
  const files = {
    'infra/main.tf': bucket,
    'infra/kumomori.yaml': 'version: 1\nchecks: { folders: [../rules] }\n',
    'rules/versioned.yaml': versioned,
  };
  const { stdout } = await runWithFiles(files, ['scan', 'infra', '--check', 'aws-s3-bucket-versioning', '--format', 'json']);
  assert.match(stdout, /lies outside of the folder of kumomori\.yaml/);
});

for (const format of ['yaml', 'ts']) {
  test(`checks new writes a ${format} file whose examples hold, checks test runs it, checks and explain know it`, async () => {
    await inFolder({}, async (folder) => {
      const flag = format === 'ts' ? ['--typescript'] : [];
      const made = await runInFolder(folder, ['checks', 'new', 'acme-bucket-lock', '--type', 'aws.s3.bucket', ...flag]);
      assert.deepEqual([made.exitCode, made.stderr], [0, '']);
      const tested = await runInFolder(folder, ['checks', 'test', 'checks']);
      assert.match(tested.stdout, /1 check, 2 examples: all right/);
      assert.equal(tested.exitCode, 0);
      const listed = await runInFolder(folder, ['checks', '--checks', 'checks', '--check', 'acme-*', '--allow-typescript-checks']);
      assert.match(listed.stdout, /acme-bucket-lock/);
      assert.match((await runInFolder(folder, ['explain', 'acme-bucket-lock', '--checks', 'checks'])).stdout, /aws\.s3\.bucket/);
      const again = await runInFolder(folder, ['checks', 'new', 'acme-bucket-lock', '--type', 'aws.s3.bucket', ...flag]);
      assert.deepEqual([again.exitCode, /already there/.test(again.stderr)], [2, true]);
    });
  });
}

test('checks test fails on a verdict that is not expected, and on a file with a mistake', async () => {
  const wrong = `${versioned}examples:\n  - { name: plain, expect: pass, terraform: 'resource "aws_s3_bucket" "a" {}' }\n`;
  const { exitCode, stdout } = await runWithFiles({ 'rules/a.yaml': wrong, 'rules/b.yaml': 'id: x' }, ['checks', 'test', 'rules']);
  assert.equal(exitCode, 1);
  assert.match(stdout, /example "plain": expected pass, terraform gives fail/);
  assert.match(stdout, /no example that must fail/);
  assert.match(stdout, /rules\/b\.yaml:1:5: the id "x" must be words/);
});

test('checks shape prints the fields of a type and helps with its name', async () => {
  const { stdout } = await runWithFiles({}, ['checks', 'shape', 'aws.s3.bucket']);
  assert.match(stdout, /resource\.grants\[\]\.permission\s+string/);
  const { exitCode, stderr } = await runWithFiles({}, ['checks', 'shape', 'aws.s3.buckt']);
  assert.deepEqual([exitCode, stderr], [2, 'kumomori: there is no resource type "aws.s3.buckt"; did you mean aws.s3.bucket?\n']);
});

test('the examples of docs/own-checks.md hold', async () => {
  const folder = fileURLToPath(new URL('../../../../examples', import.meta.url));
  const { exitCode, stdout } = await runInFolder(folder, ['checks', 'test', 'own-checks']);
  assert.equal(exitCode, 0, stdout);
  assert.ok(readFileSync(join(folder, 'own-checks/tags.yaml'), 'utf8').includes('acme-bucket-owner'));
});

test('a folder of checks that is not there stops the run; an empty one is told', async () => {
  const files = { 'infra/main.tf': bucket, 'empty/README.md': 'no check yet\n' };
  await inFolder(files, async (folder) => {
    for (const argv of [
      ['scan', 'infra', '--checks', 'ruels'],
      ['checks', 'test', 'ruels'],
    ]) {
      const { exitCode, stdout, stderr } = await runInFolder(folder, argv);
      assert.deepEqual([exitCode, stdout, stderr], [2, '', 'kumomori: there is no folder of checks ruels\n']);
    }
    const { stdout } = await runInFolder(folder, ['scan', 'infra', '--checks', 'empty', '--format', 'json']);
    const { diagnostics }: Report = JSON.parse(stdout);
    assert.deepEqual(
      diagnostics.map(({ message }) => message),
      ['there are no checks in empty'],
    );
  });
});

test('checks new says in a sentence where it cannot write', async () => {
  const { exitCode, stderr } = await runWithFiles({ taken: '' }, [
    'checks',
    'new',
    'acme-lock',
    '--type',
    'aws.s3.bucket',
    '--folder',
    'taken',
  ]);
  assert.equal(exitCode, 2);
  assert.equal(stderr, 'kumomori: taken/acme-lock.yaml cannot be written\n');
});
