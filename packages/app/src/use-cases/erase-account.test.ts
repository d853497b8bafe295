import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openSnapshot } from '../snapshots/index.ts';
import { bucketAnswers, inFolder, inSnapshots, writeSnapshot } from '../testing/index.ts';
import type { EraseOptions } from './erase-account.ts';
import { eraseAccount, verifyErasureProof } from './erase-account.ts';

const account = '123456789012';
const other = '210987654321';
const now = (): Date => new Date('2026-11-22T10:00:00Z');

function optionsIn(folder: string, more: Partial<EraseOptions> = {}): EraseOptions {
  const variables = { KUMOMORI_DATA_DIR: join(folder, 'data') };
  return {
    account,
    snapshots: 'snapshots',
    proof: null,
    by: 'auditor',
    isTrial: false,
    cwd: folder,
    variables,
    language: 'en',
    now,
    ...more,
  };
}

async function estate(folder: string): Promise<void> {
  const trust = { response: { Roles: [{ RoleName: 'audit', AssumeRolePolicyDocument: `arn:aws:iam::${account}:root` }] } };
  await writeSnapshot(
    inSnapshots(folder, 'a'),
    { ...bucketAnswers({}), ...bucketAnswers({}, { account: other, name: 'mails' }), [`aws:${other}:global:iam:ListRoles`]: [trust] },
    {
      principals: [{ provider: 'aws', principal: `arn:aws:iam::${account}:user/alice` }],
      gaps: [account, other].map((each) => ({
        scope: `aws:${each}:global:s3`,
        operation: 'GetBucketAcl',
        reason: 'AccessDenied',
        permission: null,
      })),
    },
  );
  await writeSnapshot(inSnapshots(folder, 'b'), bucketAnswers({}, { account: other, name: 'mails' }));
}

test('what is stored of an account is deleted, the rest stays sealed, and the proof is genuine', async () => {
  await inFolder({}, async (folder) => {
    await estate(folder);
    const { proof, proofFile } = await eraseAccount(optionsIn(folder));
    assert.deepEqual(
      proof.snapshots.map((each) => [each.folder, each.files.map(({ path }) => path.slice('raw/aws/123456789012/global/s3/'.length))]),
      [['snapshots/a', ['GetBucketLocation.jsonl.gz', 'GetBucketVersioning.jsonl.gz', 'ListBuckets.jsonl.gz']]],
    );
    assert.ok(proof.snapshots[0]?.files.every(({ sha256, bytes }) => /^[0-9a-f]{64}$/.test(sha256 ?? '') && bytes > 0));
    assert.deepEqual(proof.snapshots[0]?.mentions, [{ path: `raw/aws/${other}/global/iam/ListRoles.jsonl.gz`, lines: 1 }]);
    const snapshot = openSnapshot(inSnapshots(folder, 'a'));
    assert.deepEqual(
      snapshot.accounts().map((each) => each.account),
      [other],
    );
    assert.deepEqual((await snapshot.verify()).problems, []);
    const { principals, scopes, gaps } = snapshot.manifest ?? { principals: null, scopes: null, gaps: null };
    assert.equal(JSON.stringify({ principals, scopes, gaps }).includes(account), false);
    const checked = verifyErasureProof(proofFile ?? '', { ...optionsIn(folder), key: null });
    assert.deepEqual([checked.isValid, checked.isTrusted, checked.files, checked.stillThere], [true, true, 3, []]);
    await assert.rejects(eraseAccount(optionsIn(folder)), { code: 'unknown-id' });
  });
});

test('a trial deletes nothing and writes nothing', async () => {
  await inFolder({}, async (folder) => {
    await estate(folder);
    const { proof, proofFile } = await eraseAccount(optionsIn(folder, { isTrial: true }));
    assert.equal(proofFile, null);
    assert.equal(proof.snapshots[0]?.files.length, 3);
    assert.deepEqual((await openSnapshot(inSnapshots(folder, 'a')).verify()).problems, []);
    assert.equal(existsSync(join(folder, 'data')), false);
  });
});

test('an altered proof, another key, and files that came back are noticed', async () => {
  await inFolder({}, async (folder) => {
    await estate(folder);
    const options = optionsIn(folder, { proof: 'proof.json' });
    await eraseAccount(options);
    const check = (file: string, more: object = {}): ReturnType<typeof verifyErasureProof> =>
      verifyErasureProof(file, { ...options, key: null, ...more });
    const text = readFileSync(join(folder, 'proof.json'), 'utf8');
    writeFileSync(join(folder, 'altered.json'), text.replace('auditor', 'nobody'));
    assert.equal(check('altered.json').isValid, false);
    const elsewhere = { variables: { KUMOMORI_DATA_DIR: join(folder, 'other') } };
    const stranger = check('proof.json', elsewhere);
    assert.deepEqual([stranger.isValid, stranger.isTrusted], [true, false]);
    assert.equal(check('proof.json', { ...elsewhere, key: stranger.key }).isTrusted, true);
    assert.equal(check('proof.json', { key: '0'.repeat(64) }).isTrusted, false);
    const path = `snapshots/a/raw/aws/${account}/global/s3/ListBuckets.jsonl.gz`;
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), '');
    assert.deepEqual(check('proof.json').stillThere, [path]);
    for (const bad of ['{}', 'no', text.replace('BEGIN PUBLIC KEY', 'BEGIN NOTHING')]) {
      writeFileSync(join(folder, 'bad.json'), bad);
      if (bad.includes('NOTHING')) assert.equal(check('bad.json').isValid, false);
      else assert.throws(() => check('bad.json'), { code: 'report-invalid' });
    }
  });
});

test('links in a snapshot are removed, never followed', async () => {
  await inFolder({ 'outside/keep.txt': 'keep', 'elsewhere/aws/123456789012/global/s3/ListBuckets.jsonl.gz': '' }, async (folder) => {
    await estate(folder);
    symlinkSync(join(folder, 'outside'), join(inSnapshots(folder, 'a'), `raw/aws/${account}/global/linked`));
    mkdirSync(inSnapshots(folder, 'c'));
    symlinkSync(join(folder, 'elsewhere'), join(inSnapshots(folder, 'c'), 'raw'));
    const { proof } = await eraseAccount(optionsIn(folder));
    assert.deepEqual(
      proof.snapshots.map((each) => each.folder),
      ['snapshots/a'],
    );
    assert.equal(readFileSync(join(folder, 'outside/keep.txt'), 'utf8'), 'keep');
    assert.equal(existsSync(join(folder, 'elsewhere/aws/123456789012/global/s3/ListBuckets.jsonl.gz')), true);
  });
});

test('an account whose name is a path cannot reach out of the snapshot', async () => {
  await inFolder({ 'outside/keep.txt': 'keep' }, async (folder) => {
    await estate(folder);
    for (const hostile of ['../../../../outside', '..', '.', ''])
      await assert.rejects(eraseAccount(optionsIn(folder, { account: hostile })), { code: 'unknown-id' });
    assert.equal(existsSync(join(folder, 'outside/keep.txt')), true);
    assert.equal(openSnapshot(inSnapshots(folder, 'a')).accounts().length, 2);
  });
});
