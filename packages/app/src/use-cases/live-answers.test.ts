/** A snapshot on disk → what the formats say of its answers, and the exit code. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bucketAnswers, inFolder, runInFolder, writeSnapshot } from '../testing/index.ts';
import { scanCode } from './scan-code.ts';

const now = (): Date => new Date('2026-11-22T09:30:00Z');
const file = 'raw/aws/123456789012/global/s3/GetBucketVersioning.jsonl.gz';

test('the line of a snapshot is the call that was answered, with its time; nothing else is', async () => {
  await inFolder({}, async (cwd) => {
    await writeSnapshot(`${cwd}/snapshot`, bucketAnswers({ Status: 'Suspended' }));
    const { answerAt } = await scanCode({ targets: ['snapshot'], cwd, now, language: 'en' });
    const call = { call: 's3:GetBucketVersioning', account: '123456789012', region: 'global' };
    assert.deepEqual(
      [answerAt(file, 1), answerAt(file, 7), answerAt(file.replace('Versioning', 'Tagging'), 1), answerAt('main.tf', 1)],
      [{ ...call, at: '2026-11-22T09:00:00.000Z' }, { ...call, at: null }, { ...call, call: 's3:GetBucketTagging', at: null }, null],
    );
  });
});

test('beside code the files of a snapshot begin with its folder', async () => {
  await inFolder({ 'infra/main.tf': 'resource "aws_s3_bucket" "orders" {}\n' }, async (cwd) => {
    await writeSnapshot(`${cwd}/snapshot`, bucketAnswers({ Status: 'Suspended' }));
    const { answerAt, report } = await scanCode({ targets: ['infra', 'snapshot'], cwd, now, language: 'en' });
    assert.equal(answerAt(`snapshot/${file}`, 1)?.call, 's3:GetBucketVersioning');
    assert.equal(answerAt('infra/main.tf', 1), null);
    const kinds = new Set(report.findings.map(({ origin }) => origin.kind));
    assert.deepEqual([...kinds].toSorted(), ['live', 'terraform']);
  });
});

test('what the cloud did not answer fails a run only when asked', async () => {
  await inFolder({}, async (cwd) => {
    await writeSnapshot(`${cwd}/snapshot`, bucketAnswers({ Status: 'Enabled' }));
    const exitCode = async (...more: readonly string[]): Promise<number> =>
      (await runInFolder(cwd, ['scan', 'snapshot', '--check', 'aws-s3-bucket-no-public-read', ...more], { now })).exitCode;
    assert.deepEqual([await exitCode(), await exitCode('--fail-on-unknown')], [0, 1]);
  });
});
