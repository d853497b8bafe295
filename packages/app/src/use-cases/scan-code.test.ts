import assert from 'node:assert/strict';
import { symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Finding } from '@kumomori/model';
import { openCatalogue } from '../catalogue/index.ts';
import { AppError } from '../errors.ts';
import { inFolder, scanFiles, smallCatalogue, testCheck } from '../testing/index.ts';

const bucket = (name: string, extra = ''): string => `resource "aws_s3_bucket" "${name}" {\n  bucket = "${name}-bucket"\n${extra}}\n`;
const publicBucket = (name: string): string => bucket(name, '  acl = "public-read"\n');

const short = ({ status, checkId, origin }: Finding): string => `${status} ${checkId} ${origin.address}`;

const moduleCalledTwice = {
  'main.tf': 'module "logs" {\n  source = "./bucket"\n}\nmodule "orders" {\n  source = "./bucket"\n  acl = "public-read"\n}\n',
  'bucket/main.tf':
    'variable "acl" {\n  default = "private"\n}\nresource "aws_s3_bucket" "this" {\n  for_each = toset(["a", "b"])\n  bucket = "x-${each.key}"\n  acl = var.acl\n}\n',
};

test('a block that became four resources in two modules gives one finding, whose instances are those that fail', async () => {
  const { report } = await scanFiles(moduleCalledTwice, { checks: ['CKV_AWS_20'] });
  assert.deepEqual(report.findings.map(short), ['fail aws-s3-bucket-acl-private module.orders.aws_s3_bucket.this["a"]']);
  const [finding] = report.findings;
  assert.deepEqual(
    finding?.instances.map((each) => [each.status, each.address]),
    [
      ['fail', 'module.orders.aws_s3_bucket.this["a"]'],
      ['fail', 'module.orders.aws_s3_bucket.this["b"]'],
    ],
  );
  assert.deepEqual(
    { ...report.summary, bySeverity: report.summary.bySeverity.critical },
    { resources: 4, checks: 1, pass: 0, fail: 1, unknown: 0, notApplicable: 0, suppressed: 0, bySeverity: 1 },
  );
});

test('passing instances are listed behind the failing ones when passes are asked for, in the same finding', async () => {
  const { report } = await scanFiles(moduleCalledTwice, { checks: ['CKV_AWS_20'], include: ['pass'] });
  assert.deepEqual(
    report.findings.map((each) => each.instances.map((instance) => instance.status)),
    [['fail', 'fail', 'pass', 'pass']],
  );
});

test('the place to fix is the module argument that set the value', async () => {
  const { report } = await scanFiles(moduleCalledTwice, { checks: ['CKV_AWS_20'] });
  const fixAt = report.findings[0]?.fixAt;
  assert.equal(fixAt?.source.path, 'main.tf');
  assert.equal(fixAt.source.text.slice(fixAt.start, fixAt.end), '"public-read"');
});

test('an unknown instance beside a failing one joins its finding', async () => {
  const files = { ...moduleCalledTwice, 'more.tf': 'variable "acl" {}\nmodule "later" {\n  source = "./bucket"\n  acl = var.acl\n}\n' };
  const { report } = await scanFiles(files, { checks: ['CKV_AWS_20'] });
  assert.deepEqual(
    report.findings.map((each) => each.instances.map((instance) => instance.status)),
    [['fail', 'fail', 'unknown', 'unknown']],
  );
  assert.equal(report.summary.unknown, 0);
});

test('fingerprints do not change when lines move or the target is called otherwise, and are unique', async () => {
  const before = await scanFiles({ 'main.tf': publicBucket('orders') + publicBucket('logs') });
  const after = await scanFiles({ 'main.tf': `# moved\n\n\n${publicBucket('logs')}\n${publicBucket('orders')}` }, { targets: ['./'] });
  const prints = (findings: readonly Finding[]): readonly string[] =>
    findings.map((each) => `${short(each)} ${each.fingerprint}`).toSorted();
  assert.deepEqual(prints(after.report.findings), prints(before.report.findings));
  assert.equal(new Set(before.report.findings.map((each) => each.fingerprint)).size, before.report.findings.length);
  for (const { fingerprint } of before.report.findings) assert.match(fingerprint, /^[0-9a-f]{32}$/);
});

test('two targets with the same folder names do not share fingerprints', async () => {
  const files = { 'a/main.tf': publicBucket('orders'), 'b/main.tf': publicBucket('orders') };
  const { report } = await scanFiles(files, { targets: ['a', 'b'], checks: ['CKV_AWS_20'] });
  assert.deepEqual(report.targets, [
    { kind: 'terraform', path: 'a' },
    { kind: 'terraform', path: 'b' },
  ]);
  assert.equal(new Set(report.findings.map((each) => each.fingerprint)).size, 2);
});

test('findings come by status, severity, check and address', async () => {
  const files = {
    'main.tf': `variable "acl" {}\n${bucket('unsure', '  acl = var.acl\n')}${publicBucket('orders')}${publicBucket('logs')}`,
  };
  const { report } = await scanFiles(files);
  assert.deepEqual(report.findings.map(short), [
    'fail aws-s3-bucket-acl-private aws_s3_bucket.logs',
    'fail aws-s3-bucket-acl-private aws_s3_bucket.orders',
    'fail aws-s3-bucket-versioning aws_s3_bucket.logs',
    'fail aws-s3-bucket-versioning aws_s3_bucket.orders',
    'fail aws-s3-bucket-versioning aws_s3_bucket.unsure',
    'unknown aws-s3-bucket-acl-private aws_s3_bucket.unsure',
  ]);
});

test('a target that is one file is evaluated with its folder and shows its own findings', async () => {
  const files = {
    'main.tf': `variable "acl" {}\n${bucket('orders', '  acl = var.acl\n')}`,
    'logs.tf': publicBucket('logs'),
    'terraform.tfvars': 'acl = "public-read"\n',
  };
  const { report } = await scanFiles(files, { targets: ['main.tf'], checks: ['CKV_AWS_20'] });
  assert.deepEqual(report.findings.map(short), ['fail aws-s3-bucket-acl-private aws_s3_bucket.orders']);
  assert.equal(report.findings[0]?.origin.file, 'main.tf');
  assert.equal(report.summary.resources, 1);
});

test('files of one folder are evaluated once, each TARGET stays in the report', async () => {
  const files = { 'main.tf': publicBucket('orders'), 'logs.tf': publicBucket('logs'), 'other.tf': publicBucket('other') };
  const { report } = await scanFiles(files, { targets: ['main.tf', 'logs.tf', './main.tf'], checks: ['CKV_AWS_20'] });
  assert.deepEqual(report.findings.map(short), [
    'fail aws-s3-bucket-acl-private aws_s3_bucket.logs',
    'fail aws-s3-bucket-acl-private aws_s3_bucket.orders',
  ]);
  assert.deepEqual(
    report.targets.map((each) => each.path),
    ['main.tf', 'logs.tf', './main.tf'],
  );
});

const vpcLayout = {
  'modules/logs/main.tf': `variable "acl" {}\n${bucket('logs', '  acl = var.acl\n')}`,
  'modules/logs/examples/simple/main.tf': publicBucket('example'),
  'live/production/main.tf': 'module "logs" {\n  source = "../../modules/logs"\n  acl    = "public-read"\n}\n',
  'live/staging/main.tf': 'module "logs" {\n  source = "../../modules/logs/"\n  acl    = "private"\n}\n',
};
const onlyAcl = { checks: ['CKV_AWS_20'] };

test('a module beside the TARGET is evaluated as called when one repository holds both', async () => {
  const { report } = await scanFiles({ ...vpcLayout, '.git/HEAD': '' }, { ...onlyAcl, targets: ['live/production'] });
  assert.deepEqual(report.diagnostics, []);
  assert.deepEqual(report.findings.map(short), ['fail aws-s3-bucket-acl-private module.logs.aws_s3_bucket.logs']);
  const [finding] = report.findings;
  assert.equal(finding?.origin.file, '../../modules/logs/main.tf');
  assert.equal(finding?.evidence[0]?.file, 'main.tf');
});

test('nothing is read outside of the repository, and the call says so', async () => {
  const files = { ...vpcLayout, 'live/.git/HEAD': '' };
  const { report } = await scanFiles(files, { ...onlyAcl, targets: ['live/production'] });
  assert.deepEqual(
    report.diagnostics.map(({ code, file, line }) => [code, file, line]),
    [['outside-root', 'main.tf', 1]],
  );
  assert.deepEqual(report.findings, []);
});

test('several TARGETs give what one TARGET around them gives, with names that tell them apart', async () => {
  const files = { ...vpcLayout, '.git/HEAD': '' };
  const all = await scanFiles(files, { ...onlyAcl, include: ['pass'] });
  const parts = await scanFiles(files, { ...onlyAcl, include: ['pass'], targets: ['live/production', 'live/staging', 'modules'] });
  const view = ({ findings }: typeof all.report): unknown =>
    findings.map(({ origin, instances, evidence }) => [
      origin.file,
      instances.map(({ address, status }) => [address, status]),
      evidence.map(({ file, line }) => [file, line]),
    ]);
  assert.deepEqual(view(parts.report), view(all.report));
  const [finding] = parts.report.findings;
  assert.equal(finding?.origin.target, 'modules');
  assert.equal(parts.relativeToTarget('live/production/main.tf', 'live/production'), 'main.tf');
  assert.match(parts.relativeToTarget('modules/logs/main.tf', 'live/production'), /^\/.*\/modules\/logs\/main\.tf$/);
});

test('the code shown is that of the finding where two TARGETs have files of the same name', async () => {
  const files = { 'a/main.tf': publicBucket('orders'), 'b/main.tf': `# second\n${publicBucket('logs')}` };
  await inFolder(files, async (cwd) => {
    const { report, linesOf } = await scanFiles({}, { ...onlyAcl, cwd, targets: ['a', 'b'] });
    assert.deepEqual(
      report.findings.map(({ origin }) => [origin.file, linesOf(origin.file)?.[0]]),
      [
        ['b/main.tf', '# second'],
        ['a/main.tf', 'resource "aws_s3_bucket" "orders" {'],
      ],
    );
  });
});

test('a TARGET inside another one is not evaluated twice', async () => {
  const files = { 'live/main.tf': publicBucket('orders'), 'live/logs/main.tf': publicBucket('logs') };
  const { report } = await scanFiles(files, { ...onlyAcl, targets: ['live', 'live/logs', 'live/main.tf'] });
  assert.equal(report.findings.length, 2);
});

test('a TARGET that is one file includes the modules it calls', async () => {
  const { report } = await scanFiles({ ...vpcLayout, '.git/HEAD': '' }, { ...onlyAcl, targets: ['live/production/main.tf'] });
  assert.deepEqual(report.findings.map(short), ['fail aws-s3-bucket-acl-private module.logs.aws_s3_bucket.logs']);
  assert.equal(report.summary.resources, 1);
});

test('a path of an exception covers the modules that are called there', async () => {
  const exception = `version: 1
exceptions:
  - checks: [CKV_AWS_20]
    paths: ["live/production/**"]
    owner: web-team@example.com
    reason: reviewed
    expires: 2027-01-31
`;
  const { report } = await scanFiles({ ...vpcLayout, 'kumomori.yaml': exception }, { ...onlyAcl, checks: ['CKV_AWS_20'] });
  const finding = report.findings.find(({ origin }) => origin.address.startsWith('module.logs'));
  assert.deepEqual([finding?.status, finding?.suppressed?.by], ['fail', 'exception']); // although staging passes
});

test('variables of the caller win over those of kumomori.yaml and of variable files', async () => {
  const files = {
    'main.tf': `variable "acl" {}\n${bucket('orders', '  acl = var.acl\n')}`,
    'kumomori.yaml': 'version: 1\nterraform:\n  variables: { acl: private }\n',
    'prod.tfvars': 'acl = "log-delivery-write"\n',
  };
  const statusWith = async (variables: ReadonlyMap<string, string>): Promise<unknown> => {
    const { report } = await scanFiles(files, { variables, varFiles: ['prod.tfvars'], checks: ['CKV_AWS_20'], include: ['pass'] });
    return report.findings.map((each) => [each.status, each.message.en]);
  };
  assert.deepEqual(await statusWith(new Map([['acl', 'public-read']])), [['fail', 'Bucket orders-bucket has the ACL public-read']]);
  assert.deepEqual(await statusWith(new Map()), [['pass', 'orders-bucket: Bucket ACL is private']]);
});

test('coverage counts a control as failing also where its finding is suppressed', async () => {
  const { report } = await scanFiles({ 'main.tf': `# kumomori:ignore CKV_AWS_20\n${publicBucket('orders')}` });
  assert.deepEqual(report.frameworks, [
    {
      framework: 'example-standard',
      version: '2.0',
      name: 'Example Standard',
      controls: 4,
      automated: 3,
      manual: 1,
      passing: 0,
      failing: 2,
      undecided: 0,
      notAssessed: 1,
      results: [
        { control: '1.1', status: 'fail', checks: ['aws-s3-bucket-versioning'] },
        { control: '1.2', status: 'fail', checks: ['aws-s3-bucket-acl-private'] },
        { control: '2.1', status: 'not-assessed', checks: ['aws-s3-bucket-required-tags'] },
        { control: '3.1', status: 'manual', checks: [] },
      ],
    },
  ]);
  assert.deepEqual(report.findings[0]?.frameworks, [{ framework: 'example-standard', version: '2.0', control: '1.2' }]);
});

test('a control passes only when all of its checks ran and nothing about it is undecided', async () => {
  const statusOf = async (code: string, checks: readonly string[] = []): Promise<readonly string[]> => {
    const { report } = await scanFiles({ 'main.tf': code }, { checks });
    return report.frameworks.flatMap(({ results }) => results.map(({ status }) => status));
  };
  const versioned = `${bucket('logs')}resource "aws_s3_bucket_versioning" "logs" {
  bucket = aws_s3_bucket.logs.id
  versioning_configuration {
    status = "Enabled"
  }
}
`;
  assert.deepEqual(await statusOf(versioned), ['pass', 'pass', 'not-assessed', 'manual']);
  assert.deepEqual(await statusOf(versioned, ['aws-s3-bucket-versioning']), ['pass', 'not-assessed', 'not-assessed', 'manual']);
  const unsure = `variable "acl" {}\n${bucket('reports', '  acl = var.acl\n')}${versioned}`;
  assert.deepEqual(await statusOf(unsure), ['fail', 'unknown', 'not-assessed', 'manual']);
});

test('a bug in a check costs its own verdict and is named', async () => {
  const crash = testCheck({
    on: 'aws.s3.bucket',
    evaluate: () => {
      throw new TypeError('no such field');
    },
  });
  const catalogue = openCatalogue([...smallCatalogue.checks, { id: 'aws-s3-bucket-crash', check: crash }], []);
  const { report } = await scanFiles({ 'main.tf': publicBucket('orders') }, { catalogue });
  assert.deepEqual(
    report.findings.map((each) => each.checkId),
    ['aws-s3-bucket-acl-private', 'aws-s3-bucket-versioning'],
  );
  assert.deepEqual(report.diagnostics, [
    {
      severity: 'error',
      file: 'main.tf',
      line: 1,
      column: null,
      code: 'internal',
      message: 'check aws-s3-bucket-crash failed on aws_s3_bucket.orders: no such field',
    },
  ]);
});

test('secrets are in no evidence, no message and no code frame', async () => {
  const key = `AKIA${'Z'.repeat(16)}`; // built here so that no scanner trips over this file
  const files = { 'main.tf': bucket('orders', `  acl = "${key}"\n`) };
  const { report, linesOf } = await scanFiles(files, { checks: ['CKV_AWS_20'] });
  assert.deepEqual(
    report.findings[0]?.evidence.map((each) => [each.state, each.value]),
    [['redacted', null]],
  );
  // fixAt holds the whole source; it stays inside the process.
  assert.ok(!JSON.stringify(report.findings.map((each) => ({ ...each, fixAt: null }))).includes(key));
  assert.equal(linesOf('main.tf')?.[2], '  acl = "••••••"');
});

const broken: readonly {
  readonly name: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly prepare?: (folder: string) => void;
  readonly expected: readonly string[];
}[] = [
  { name: 'a binary file named .tf', files: { 'bad.tf': new Uint8Array([1, 0, 2]) }, expected: ['error binary bad.tf:null'] },
  { name: 'a block that is no HCL', files: { 'bad.tf': 'locals {\n  a = = 1\n}\n' }, expected: ['error hcl-syntax bad.tf:2'] },
  {
    name: 'a link to nowhere',
    files: {},
    prepare: (folder) => symlinkSync('gone.tf', join(folder, 'bad.tf')),
    expected: ['error unreadable bad.tf:null'],
  },
  {
    name: 'a link in a circle',
    files: { 'sub/x.txt': '' },
    prepare: (folder) => symlinkSync('..', join(folder, 'sub/loop')),
    expected: [],
  },
  {
    name: 'a file over 16 MiB',
    files: { 'bad.tf': '' },
    prepare: (folder) => truncateSync(join(folder, 'bad.tf'), 17 * 1024 * 1024),
    expected: ['error too-large bad.tf:null'],
  },
];

for (const { name, files, prepare, expected } of broken) {
  test(`one diagnostic, and the rest is scanned: ${name}`, async () => {
    const { report } = await scanFiles(
      { 'main.tf': publicBucket('orders'), ...files },
      { checks: ['CKV_AWS_20'], ...(prepare ? { prepare } : {}) },
    );
    assert.equal(report.summary.fail, 1);
    assert.deepEqual(
      report.diagnostics.map((each) => `${each.severity} ${each.code} ${each.file}:${each.line}`),
      expected,
    );
  });
}

for (const [name, text] of Object.entries({
  'a byte order mark': `\uFEFF${publicBucket('orders')}`,
  CRLF: publicBucket('orders').replaceAll('\n', '\r\n'),
})) {
  test(`lines and columns are right in a file with ${name}`, async () => {
    const { report } = await scanFiles({ 'main.tf': text }, { checks: ['CKV_AWS_20'] });
    assert.deepEqual(
      report.findings.map(({ evidence: [first], origin }) => [first?.line, first?.column, origin.startLine, origin.endLine]),
      [[3, 3, 1, 4]],
    );
    assert.deepEqual(report.diagnostics, []);
  });
}

const refused: readonly {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly options: object;
  readonly code: string;
  readonly message: string;
}[] = [
  {
    name: 'a target that is not there',
    files: {},
    options: { targets: ['infra'] },
    code: 'target-missing',
    message: 'there is no file or folder infra',
  },
  {
    name: 'a folder without infrastructure code',
    files: { 'README.md': '' },
    options: {},
    code: 'target-empty',
    message:
      'no infrastructure code in . (looked for Terraform, plan and state JSON, CloudFormation, ARM, Bicep, Kubernetes, Dockerfiles, compose files, also in its subfolders)',
  },
  {
    name: 'a variable file that is not there',
    files: {},
    options: { varFiles: ['prod.tfvars'] },
    code: 'variable-file-missing',
    message: 'there is no variable file prod.tfvars',
  },
  {
    name: 'a misspelt check',
    files: {},
    options: { checks: ['aws-s3-bucket-versionning'] },
    code: 'unknown-check',
    message: 'there is no check "aws-s3-bucket-versionning"; did you mean aws-s3-bucket-versioning?',
  },
  {
    name: 'a misspelt framework',
    files: {},
    options: { frameworks: ['example-standrad'] },
    code: 'unknown-framework',
    message: 'there is no framework "example-standrad"; did you mean example-standard?',
  },
  {
    name: 'a baseline that is none',
    files: { 'base.json': '[]' },
    options: { baseline: 'base.json' },
    code: 'baseline-invalid',
    message: 'base.json is no baseline (make one with --write-baseline)',
  },
  {
    name: 'a configuration that is not there',
    files: {},
    options: { configFile: 'k.yaml' },
    code: 'config-missing',
    message: 'k.yaml cannot be read',
  },
];

for (const { name, files, options, code, message } of refused) {
  test(`refused with one sentence: ${name}`, async () => {
    const all = name === 'a folder without infrastructure code' ? files : { 'main.tf': bucket('orders'), ...files };
    await assert.rejects(scanFiles(all, options), (error) => {
      assert.ok(error instanceof AppError);
      assert.deepEqual({ code: error.code, message: error.message }, { code, message });
      return true;
    });
  });
}
