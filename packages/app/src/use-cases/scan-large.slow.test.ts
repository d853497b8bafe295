/** Scans whose findings do not fit into memory: the same report as if they did. */
import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Findings } from '@kumomori/model';
import { AppError } from '../errors.ts';
import { messagesIn } from '../i18n/index.ts';
import { formatNames } from '../outputs/index.ts';
import { SpoolError } from '../spool/index.ts';
import type { FolderFiles } from '../testing/index.ts';
import { bucketAnswers, inFolder, smallCatalogue, writeSnapshot } from '../testing/index.ts';
import { reportPieces } from './render-report.ts';
import { scanCode, scanLarge } from './scan-code.ts';
import type { ScanOptions, ScanResult } from './scan-options.ts';
import { explainedSpool } from './spool-errors.ts';

/** A module that three roots call, so that instances of one finding lie far apart; each kind of suppression; a secret in a tag. */
const files: FolderFiles = {
  'modules/bucket/main.tf': `
variable "acl" {}
variable "status" {}
resource "aws_s3_bucket" "this" {
  bucket = "orders-\${var.acl}"
  tags   = { Owner = "shop" }
}
resource "aws_s3_bucket_acl" "this" {
  bucket = aws_s3_bucket.this.id
  acl    = var.acl
}
resource "aws_s3_bucket_versioning" "this" {
  bucket = aws_s3_bucket.this.id
  versioning_configuration { status = var.status }
}`,
  ...Object.fromEntries(
    [
      ['dev', 'private', 'Suspended'],
      ['stage', 'public-read', 'Enabled'],
      ['prod', 'public-read-write', 'Suspended'],
    ].map(([root, acl, status]) => [
      `${root}/main.tf`,
      `module "orders" {\n  source = "../modules/bucket"\n  acl    = "${acl}"\n  status = "${status}"\n}
resource "aws_s3_bucket" "mails" {\n  bucket = "mails-${root}"\n}
# kumomori:ignore aws-s3-bucket-versioning -- rebuilt nightly
resource "aws_s3_bucket" "cache" {\n  bucket = "cache-${root}"\n}
resource "aws_s3_bucket" "waiting" {\n  bucket = "waiting-${root}"\n  tags = var.unset\n}\nvariable "unset" {}\n`,
    ]),
  ),
  'kumomori.yaml': `version: 1
parameters:
  aws-s3-bucket-required-tags: { keys: [Owner] }
exceptions:
  - checks: [aws-s3-bucket-versioning]
    resources: [aws_s3_bucket.mails]
    owner: ec@example.com
    reason: copies of mails
    expires: 2027-01-31
`,
};

interface Seen {
  readonly report: unknown;
  readonly texts: Readonly<Record<string, string>>;
  readonly baseline: string;
}

async function seen(result: ScanResult<Findings>): Promise<Seen> {
  const { findings, ...rest } = result.report;
  const texts: Record<string, string> = {};
  for (const format of formatNames) {
    const options = { format, language: 'ja', color: false, width: 100, limit: 3, htmlReport: null } as const;
    texts[format] = [...(await reportPieces(result, options))].join('');
  }
  assert.equal([...findings].length, findings.length);
  return { report: { ...rest, findings: [...findings] }, texts, baseline: [...result.baselinePieces()].join('') };
}

async function inEstate(use: (options: ScanOptions, folder: string) => Promise<void>): Promise<void> {
  await inFolder({ ...files, 'temporary/.keep': '' }, async (cwd) => {
    for (const account of ['123456789012', '210987654321'])
      await writeSnapshot(join(cwd, `snapshot-${account}`), bucketAnswers({ Status: 'Suspended' }, { account, name: `orders-${account}` }));
    const now = (): Date => new Date('2026-11-22T09:00:00Z');
    await use({ targets: ['.'], cwd, language: 'en', catalogue: smallCatalogue, now }, join(cwd, 'temporary'));
  });
}

const variants: Readonly<Record<string, Partial<ScanOptions>>> = {
  'failures and unknowns': {},
  'passes too': { include: ['pass'] },
  'what does not apply, without passes': { include: ['not-applicable'] },
  everything: { include: ['pass', 'not-applicable'] },
  'a snapshot alone': { targets: ['snapshot-123456789012'] },
  'several targets': { targets: ['dev', 'stage', 'prod', 'snapshot-123456789012', 'snapshot-210987654321'], include: ['pass'] },
  'exceptions that hide nothing': { previewExceptions: true },
};

for (const [name, variant] of Object.entries(variants)) {
  test(`findings on the disk give the same report, the same files and the same baseline: ${name}`, async () => {
    await inEstate(async (given, folder) => {
      const options = { ...given, ...variant };
      const inMemory = await seen(await scanCode(options));
      for (const bound of [1, 3, 7]) {
        const result = await scanLarge(options, { folder, inMemory: bound });
        assert.ok(bound > 1 || !Array.isArray(result.report.findings), 'nothing was put on the disk');
        assert.deepEqual(await seen(result), inMemory);
        assert.deepEqual(result.exceptions, (await scanCode(options)).exceptions);
        result.close();
      }
    });
  });
}

test('a baseline hides on the disk what it hides in memory, and what it holds stays in the next one', async () => {
  await inEstate(async (options, folder) => {
    const first = [...(await scanCode(options)).baselinePieces()].join('');
    const [kept] = (JSON.parse(first) as { findings: object[] }).findings;
    const gone = { ...kept, fingerprint: '0'.repeat(32) };
    for (const findings of [JSON.parse(first).findings, [kept, gone]]) {
      writeFileSync(join(options.cwd, 'base.json'), JSON.stringify({ schemaVersion: '1', findings }));
      const result = await scanLarge({ ...options, baseline: 'base.json' }, { folder, inMemory: 2 });
      assert.deepEqual(await seen(result), await seen(await scanCode({ ...options, baseline: 'base.json' })));
      assert.equal([...result.baselinePieces()].join(''), first);
      result.close();
    }
  });
});

test('findings of other tools are compared with what lies on the disk', async () => {
  await inEstate(async (options, folder) => {
    const finding = (arn: string): object => ({
      SchemaVersion: '2018-10-08',
      Id: `1/${arn}`,
      GeneratorId: 'prowler-s3_bucket_object_versioning',
      ProductFields: { ProviderName: 'Prowler' },
      AwsAccountId: '123456789012',
      Title: 'versioning',
      Description: 'off',
      Severity: { Label: 'HIGH' },
      Compliance: { Status: 'FAILED', SecurityControlId: 'CKV_AWS_21' },
      Resources: [{ Type: 'AwsS3Bucket', Id: arn }],
    });
    const all = ['arn:aws:s3:::orders-123456789012', 'arn:aws:s3:::nobody'].map(finding);
    writeFileSync(join(options.cwd, 'other.json'), JSON.stringify(all));
    const both = { ...options, targets: ['snapshot-123456789012'], external: ['other.json'] };
    const [large, small] = [await scanLarge(both, { folder, inMemory: 1 }), await scanCode(both)];
    assert.deepEqual(
      large.report.external?.map(({ comparisons }) => comparisons.map(({ status, outcome }) => [status, outcome])),
      [[['fail', 'agrees']], [[null, 'not-judged']]],
    );
    assert.deepEqual(large.report.external, small.report.external);
    large.close();
  });
});

test('few findings never touch the disk', async () => {
  await inEstate(async (options) => {
    const { report, close } = await scanLarge(options, { folder: '/nowhere/at/all' });
    assert.ok(Array.isArray(report.findings));
    close();
  });
});

test('nothing is left in the folder for temporary files, not even while the findings are read', async () => {
  await inEstate(async (options, folder) => {
    const result = await scanLarge(options, { folder, inMemory: 1 });
    assert.deepEqual(readdirSync(folder), ['.keep']);
    assert.ok([...result.report.findings].length > 3);
    result.close();
    result.close();
    assert.deepEqual(readdirSync(folder), ['.keep']);
  });
});

test('what is wrong with the folder for temporary files is said in one sentence, in both languages', async () => {
  await inEstate(async (options, folder) => {
    for (const [language, words] of [
      ['en', /do not fit into memory.*set TMPDIR/],
      ['ja', /メモリに収まらず.*TMPDIR/],
    ] as const) {
      const scan = scanLarge({ ...options, language }, { folder: `${folder}/missing`, inMemory: 1 });
      await assert.rejects(scan, (error) => error instanceof AppError && error.code === 'temporary-failed' && words.test(error.message));
      const full = new SpoolError(folder, Object.assign(new Error('no space'), { code: 'ENOSPC' }));
      const said = explainedSpool(full, messagesIn(language));
      assert.match(said instanceof AppError ? said.message : '', /ENOSPC/);
      assert.match(said instanceof AppError ? said.message : '', language === 'en' ? /the disk is full/ : /ディスクがいっぱい/);
    }
  });
});

test('a report that cannot be read back ends in the same sentence', async () => {
  await inEstate(async (options, folder) => {
    const result = await scanLarge(options, { folder, inMemory: 1 });
    const pieces = await reportPieces(result, { format: 'csv', language: 'en', color: false, width: 100, limit: 3, htmlReport: null });
    result.close();
    assert.throws(
      () => [...pieces],
      (error) => error instanceof AppError && error.code === 'temporary-failed',
    );
  });
});
