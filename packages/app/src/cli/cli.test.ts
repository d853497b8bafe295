import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { CliRun, CliRunOptions, FolderFiles } from '../testing/index.ts';
import { inFolder, recordingEnvironment, runWithFiles } from '../testing/index.ts';
import { runCli } from './run.ts';

const clean = `resource "aws_s3_bucket_versioning" "orders" {\n  bucket = aws_s3_bucket.orders.id\n  versioning_configuration {\n    status = "Enabled"\n  }\n}\n`;
const bucket = 'resource "aws_s3_bucket" "orders" {\n  bucket = "orders-bucket"\n}\n';
const files: FolderFiles = { 'infra/main.tf': bucket };
/** One check of the product, medium, that fails on the bucket. */
const one = ['--check', 'aws-s3-bucket-versioning'];

const run = (argv: readonly string[], given: FolderFiles = files, options: CliRunOptions = {}): Promise<CliRun> =>
  runWithFiles(given, argv, options);

const exitCodes: readonly (readonly [name: string, argv: readonly string[], expected: number, files?: FolderFiles])[] = [
  ['a medium finding is below the default level', ['scan', 'infra', ...one], 0],
  ['a finding at the level', ['scan', 'infra', ...one, '--fail-on', 'medium'], 1],
  ['a finding above the level', ['scan', 'infra', ...one, '--fail-on', 'low'], 1],
  ['no level at all', ['scan', 'infra', '--fail-on', 'none'], 0],
  ['the level of kumomori.yaml', ['scan', 'infra', ...one], 1, { ...files, 'kumomori.yaml': 'version: 1\nfailOn: medium\n' }],
  [
    'the option goes before kumomori.yaml',
    ['scan', 'infra', ...one, '--fail-on', 'critical'],
    0,
    { ...files, 'kumomori.yaml': 'version: 1\nfailOn: medium\n' },
  ],
  ['nothing found', ['scan', 'infra', ...one, '--fail-on', 'info'], 0, { 'infra/main.tf': bucket + clean }],
  [
    'an undecided finding',
    ['scan', 'infra', ...one, '--fail-on', 'info'],
    0,
    { 'infra/main.tf': `variable "status" {}\n${bucket}${clean.replace('"Enabled"', 'var.status')}` },
  ],
  [
    'an undecided finding that shall fail',
    ['scan', 'infra', ...one, '--fail-on-unknown'],
    1,
    { 'infra/main.tf': `variable "status" {}\n${bucket}${clean.replace('"Enabled"', 'var.status')}` },
  ],
  [
    'a suppressed finding',
    ['scan', 'infra', ...one, '--fail-on', 'info'],
    0,
    { 'infra/main.tf': `# kumomori:ignore aws-s3-bucket-versioning\n${bucket}` },
  ],
  ['a target that is not there', ['scan', 'infrastructure'], 2],
  ['no command', [], 2],
  ['help', ['scan', '--help'], 0],
];

for (const [name, argv, expected, given] of exitCodes) {
  test(`exit code ${expected}: ${name}`, async () => {
    const { exitCode, stderr } = await run([...argv, ...(argv.length > 0 ? ['--lang', 'en'] : [])], given);
    assert.equal(exitCode, expected, stderr);
  });
}

const complaints: readonly (readonly [argv: readonly string[], expected: string])[] = [
  [['scna', 'infra'], 'unknown command "scna"; did you mean scan?'],
  [['scan'], 'scan needs a TARGET; see kumomori scan --help'],
  [['scan', 'infra', '--fromat', 'json'], 'unknown option --fromat; did you mean --format?'],
  [['scan', 'infra', '--format'], 'option --format <FORMAT> needs a value'],
  [['scan', 'infra', '--format', 'sarf'], 'there is no format "sarf"; did you mean sarif?'],
  [['scan', 'infra', '--fail-on', 'hihg'], '--fail-on cannot be "hihg"; did you mean high?'],
  [['scan', 'infra', '--include', 'pas'], '--include cannot be "pas"; did you mean pass?'],
  [['scan', 'infra', '--limit', 'all'], '--limit needs a whole number, not "all"'],
  [['scan', 'infra', '--var', 'acl'], '--var needs NAME=VALUE, not "acl"'],
  [
    ['scan', 'infra', '--check', 'aws-s3-bucket-versionig'],
    'there is no check "aws-s3-bucket-versionig"; did you mean aws-s3-bucket-versioning?',
  ],
  [['scan', 'infra', '--lang', 'jp'], '--lang cannot be "jp"; did you mean ja?'],
  [['scan', 'infra', '--check', 'CKV_AWS_99999'], 'there is no check "CKV_AWS_99999"; kumomori checks lists all'],
  [['scan', 'infra', '--severity', 'urgent'], 'there is no severity "urgent"; there are critical, high, medium, low, info'],
  [['scan', 'infra', '--framework', 'xyz'], 'there is no framework "xyz"; kumomori frameworks lists all'],
  [['scan', 'infra/main.tf/x'], 'there is no file or folder infra/main.tf/x'],
  [['explain'], 'explain needs an ID; see kumomori explain --help'],
  [['checks', '--type', 'aws.s3.bucke'], 'there is no resource type "aws.s3.bucke"; did you mean aws.s3.bucket?'],
  [['checks', 'aws'], 'unknown command "aws" (there are new, test, shape)'],
  [
    ['explain', 'aws-s3-bucket-versionig'],
    'nothing is known by the name "aws-s3-bucket-versionig"; did you mean aws-s3-bucket-versioning?',
  ],
  [
    ['explain', '0123456789abcdef'],
    'to explain the finding 0123456789abcdef, name the report it is in: --report FILE (made with scan --format json)',
  ],
  [['scan', 'infra', '--output', 'infra/main.tf/report.txt'], 'infra/main.tf/report.txt cannot be written'],
];

test('a live account without credentials: who is missing, where they were looked for, exit code 2', async () => {
  const before = { ...process.env };
  try {
    // The chain of the SDK reads the environment of the process. No machine of a test has an instance role.
    for (const name of Object.keys(process.env)) if (/^(?:AWS_|ECS_)/.test(name)) delete process.env[name];
    Object.assign(process.env, {
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_CONFIG_FILE: '/nonexistent/config',
      AWS_SHARED_CREDENTIALS_FILE: '/nonexistent/credentials',
    });
    const { exitCode, stdout, stderr } = await run(['scan', 'aws']);
    assert.equal(exitCode, 2);
    assert.equal(stdout, '');
    const [first, second, ...more] = stderr.trimEnd().split('\n');
    assert.equal(first, 'kumomori: nobody is signed in to AWS, or the credentials do not work');
    assert.match(second ?? '', /^ {2}no credentials for AWS were found in the environment, profiles, SSO or on this machine \(/);
    assert.deepEqual(more, []);
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
});

for (const [argv, expected] of complaints) {
  test(`one line and exit code 2: ${argv.join(' ')}`, async () => {
    assert.deepEqual(await run(argv), { exitCode: 2, stdout: '', stderr: `kumomori: ${expected}\n` });
  });
}

test('an invalid kumomori.yaml is named with line and column', async () => {
  const { exitCode, stderr } = await run(['scan', 'infra'], { ...files, 'infra/kumomori.yaml': 'version: 1\n\nexeptions: []\n' });
  assert.deepEqual([exitCode, stderr], [2, 'kumomori: kumomori.yaml:3:1: unknown key "exeptions"; did you mean exceptions?\n']);
});

test('a target of which no file can be read gives the report with the reasons, and exit code 2', async () => {
  const { exitCode, stdout, stderr } = await run(['scan', 'infra', '--format', 'json'], { 'infra/main.tf': new Uint8Array([0, 1, 2]) });
  assert.deepEqual([exitCode, stderr], [2, 'kumomori: nothing in infra could be read; the diagnostics say why\n']);
  assert.deepEqual(
    JSON.parse(stdout).diagnostics.map((each: { code: string; file: string }) => `${each.code} ${each.file}`),
    ['binary main.tf'],
  );
});

test('the kumomori.yaml of the target goes before the one of the working folder', async () => {
  const both = { ...files, 'kumomori.yaml': 'version: 2\n', 'infra/kumomori.yaml': 'version: 1\nfailOn: info\n' };
  assert.equal((await run(['scan', 'infra', ...one], both)).exitCode, 1);
});

test('each format goes to the output that follows it, the one without goes to standard output', async () => {
  await inFolder(files, async (folder) => {
    const { environment, text } = recordingEnvironment(folder);
    await runCli(['scan', 'infra', ...one, '--format', 'json', '--format', 'csv', '--output', 'out/findings.csv'], environment);
    assert.equal(JSON.parse(text.stdout).summary.fail, 1);
    assert.match(readFileSync(join(folder, 'out/findings.csv'), 'utf8'), /aws-s3-bucket-versioning/);
    assert.equal(text.stderr, 'wrote out/findings.csv\n');
  });
});

test('quiet says nothing beside the result', async () => {
  const { stdout, stderr } = await run(['scan', 'infra', '--format', 'csv', '--output', 'x.csv', '--quiet']);
  assert.deepEqual({ stdout, stderr }, { stdout: '', stderr: '' });
});

test('variables come from options, and from the environment only when asked for', async () => {
  const code = { 'infra/main.tf': `variable "status" {}\n${bucket}${clean.replace('"Enabled"', 'var.status')}` };
  const failures = async (...options: readonly string[]): Promise<unknown> => {
    const { stdout } = await run(['scan', 'infra', ...one, '--format', 'json', ...options], code, {
      variables: { TF_VAR_status: 'Suspended' },
    });
    const { fail, unknown, pass } = JSON.parse(stdout).summary;
    return { fail, unknown, pass };
  };
  assert.deepEqual(await failures(), { fail: 0, unknown: 1, pass: 0 });
  assert.deepEqual(await failures('--tf-var-env'), { fail: 1, unknown: 0, pass: 0 });
  assert.deepEqual(await failures('--tf-var-env', '--var', 'status=Enabled'), { fail: 0, unknown: 0, pass: 1 });
});

test('a baseline that was just written leaves nothing open', async () => {
  await inFolder(files, async (folder) => {
    const { environment } = recordingEnvironment(folder);
    assert.equal(await runCli(['scan', 'infra', '--write-baseline', 'base.json', '--fail-on', 'info'], environment), 0);
    assert.equal(await runCli(['scan', 'infra', '--baseline', 'base.json', '--fail-on', 'info'], environment), 0);
    writeFileSync(join(folder, 'infra/logs.tf'), bucket.replaceAll('orders', 'logs'));
    assert.equal(await runCli(['scan', 'infra', '--baseline', 'base.json', '--fail-on', 'info'], environment), 1);
  });
});

test('the preview of exceptions lists what each hides', async () => {
  const config =
    'version: 1\nexceptions:\n  - checks: [aws-s3-bucket-versioning]\n    reason: nightly\n    owner: data@example.com\n    expires: 2027-01-31\n';
  const { stdout, exitCode } = await run(['scan', 'infra', '--preview-exceptions'], { ...files, 'kumomori.yaml': config });
  assert.equal(exitCode, 0);
  assert.match(stdout, /^kumomori\.yaml:3 {2}aws-s3-bucket-versioning\n {2}data@example\.com, until 2027-01-31: nightly\n/);
  assert.match(stdout, /fail +aws-s3-bucket-versioning +aws_s3_bucket\.orders +main\.tf/);
});

test('a finding of a report is explained by the beginning of its fingerprint', async () => {
  await inFolder(files, async (folder) => {
    const { environment, text } = recordingEnvironment(folder);
    await runCli(['scan', 'infra', ...one, '--format', 'json', '--output', 'report.json'], environment);
    const [finding] = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')).findings;
    assert.equal(await runCli(['explain', finding.fingerprint.slice(0, 10), '--report', 'report.json'], environment), 0);
    assert.match(text.stdout, /orders-bucket has versioning[^]*main\.tf:1[^]*aws-s3-bucket-versioning/);
  });
});

test('checks are explained by the id of another scanner, in Japanese too', async () => {
  const english = await run(['explain', 'CKV_AWS_21', '--format', 'json']);
  assert.equal(JSON.parse(english.stdout).checks[0].id, 'aws-s3-bucket-versioning');
  assert.match((await run(['explain', 'avd-aws-0090', '--lang', 'ja'])).stdout, /\n理由\n/);
  for (const id of ['tfsec:aws-s3-enable-versioning', 'aws-s3-enable-versioning', 's3-enable-versioning', 'AC_AWS_0214'])
    assert.equal((await run(['explain', id, '--format', 'json'])).stdout, english.stdout.replace('CKV_AWS_21', id), id);
});

test('checks --format json holds what contracts.md promises', async () => {
  const { stdout } = await run(['checks', '--format', 'json', '--check', 'CKV_AWS_21']);
  const [row] = JSON.parse(stdout);
  assert.deepEqual(Object.keys(row), [
    'id',
    'aliases',
    'title',
    'severity',
    'priority',
    'resourceType',
    'sources',
    'controlType',
    'frameworks',
    'equivalents',
    'params',
    'deprecated',
  ]);
  assert.deepEqual(
    [row.id, row.resourceType, new Set([row.sources].flat())],
    ['aws-s3-bucket-versioning', 'aws.s3.bucket', new Set(['terraform', 'cloudformation', 'live'])],
  );
});

test('the language follows option, KUMOMORI_LANG and locale, in this order', async () => {
  const firstLine = async (argv: readonly string[], variables: Readonly<Record<string, string>>): Promise<string> =>
    (await run([...argv, '--help'], files, { variables })).stdout.split('\n')[0] ?? '';
  assert.match(await firstLine([], { LANG: 'ja_JP.UTF-8' }), /^使い方:/);
  assert.match(await firstLine([], { LANG: 'C.UTF-8' }), /^Usage:/);
  assert.match(await firstLine([], { LANG: 'ja_JP.UTF-8', LC_ALL: 'en_US.UTF-8' }), /^Usage:/);
  assert.match(await firstLine([], { LANG: 'ja_JP.UTF-8', KUMOMORI_LANG: 'en' }), /^Usage:/);
  assert.match(await firstLine(['--lang', 'ja'], { KUMOMORI_LANG: 'en' }), /^使い方:/);
});

test('colors are for terminals that want them', async () => {
  const isColored = async (
    variables: Readonly<Record<string, string>>,
    isTerminal: boolean,
    ...options: readonly string[]
  ): Promise<boolean> => {
    let stdout = '';
    const stream = { write: (text: string) => void (stdout += text), isTerminal, columns: 100 };
    await run(['scan', 'infra', ...options], files, { variables, stdout: stream });
    return stdout.includes('\u001B[');
  };
  assert.equal(await isColored({}, true), true);
  assert.equal(await isColored({}, false), false);
  assert.equal(await isColored({ NO_COLOR: '1' }, true), false);
  assert.equal(await isColored({}, true, '--no-color'), false);
  assert.equal(await isColored({ FORCE_COLOR: '1' }, false), true);
});

test('watching scans again when a file is saved', async () => {
  await inFolder(files, async (folder) => {
    const ending = new AbortController();
    const { environment, text } = recordingEnvironment(folder, { signal: ending.signal });
    const done = runCli(['scan', 'infra', ...one, '--format', 'csv', '--watch'], environment);
    const waitFor = async (holds: () => boolean): Promise<void> => {
      for (let tries = 0; tries < 200 && !holds(); tries++) await sleep(20);
    };
    await waitFor(() => text.stderr.includes('watching'));
    writeFileSync(join(folder, 'infra/main.tf'), bucket.replaceAll('orders', 'invoices'));
    await waitFor(() => text.stdout.includes('invoices'));
    ending.abort();
    await done;
    assert.match(text.stdout, /orders-bucket[^]*invoices-bucket/);
  });
});

const main = fileURLToPath(new URL('main.ts', import.meta.url));

test('the process ends with the exit code, and says its version', async () => {
  await inFolder(files, (folder) => {
    const start = (...argv: readonly string[]): ReturnType<typeof spawnSync> =>
      spawnSync(process.execPath, [main, ...argv], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, LANG: 'C', LC_ALL: 'C', KUMOMORI_LANG: 'en' },
      });
    assert.match(String(start('--version').stdout), /^\d+\.\d+\.\d+\n$/);
    assert.equal(start('scan', 'infra', ...one, '--fail-on', 'medium').status, 1);
    const wrong = start('scan', 'nowhere');
    assert.deepEqual([wrong.status, wrong.stdout, wrong.stderr], [2, '', 'kumomori: there is no file or folder nowhere\n']);
  });
});

test('a reader that closes the pipe early is no error', { skip: existsSync('/bin/sh') ? false : 'needs /bin/sh' }, async () => {
  const many = Array.from({ length: 400 }, (_, index) => bucket.replaceAll('orders', `orders-${index}`)).join('');
  await inFolder({ 'infra/main.tf': many }, (folder) => {
    const script = `"$0" "$1" scan infra --format json --fail-on none | head -c 20`;
    const { stderr, stdout } = spawnSync('/bin/sh', ['-c', script, process.execPath, main], { cwd: folder, encoding: 'utf8' });
    assert.deepEqual([stderr, stdout.length], ['', 20]);
  });
});
