/** Credentials in files, history and snapshots, as a user meets them. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { writeFileSync } from 'node:fs';
import type { FolderFiles } from '../testing/index.ts';
import { inFolder, runInFolder } from '../testing/index.ts';

const key = ['AK', 'IA', 'Q3EGR7XKWT5YZ2NB'].join('');
const bucket = 'resource "aws_s3_bucket" "orders" {\n  bucket = "orders-bucket"\n}\n';
const only = ['--check', 'secrets-*', '--format', 'json'];

interface Found {
  readonly fingerprint: string;
  readonly checkId: string;
  readonly message: string;
  readonly origin: { readonly file: string; readonly startLine: number };
}

async function scan(
  cwd: string,
  argv: readonly string[],
): Promise<{ readonly findings: readonly Found[]; readonly text: string; readonly exitCode: number }> {
  const { exitCode, stdout, stderr } = await runInFolder(cwd, argv);
  return {
    findings: stdout.startsWith('{') ? (JSON.parse(stdout) as { findings: readonly Found[] }).findings : [],
    text: stdout + stderr,
    exitCode,
  };
}

const files: FolderFiles = { 'main.tf': bucket, 'deploy.sh': `#!/bin/sh\nexport AWS_ACCESS_KEY_ID=${key}\n` };

test('a credential in a script is a finding with its line, and is shown nowhere', async () => {
  await inFolder(files, async (folder) => {
    const { findings, text } = await scan(folder, ['scan', '.', ...only]);
    assert.deepEqual(
      findings.map(({ checkId, origin }) => [checkId, origin.file, origin.startLine]),
      [['secrets-code-aws-access-key', 'deploy.sh', 2]],
    );
    assert.equal(text.includes(key), false);
    for (const format of ['table', 'sarif', 'html', 'markdown', 'csv', 'junit', 'ocsf', 'gitlab'])
      assert.equal((await scan(folder, ['scan', '.', '--check', 'secrets-*', '--format', format])).text.includes(key), false, format);
  });
});

test('its fingerprint does not depend on the line; --no-secrets looks for none; a comment suppresses it', async () => {
  const moved = { ...files, 'deploy.sh': `#!/bin/sh\n\n# moved\nexport AWS_ACCESS_KEY_ID=${key}\n` };
  const before = await inFolder(files, (folder) => scan(folder, ['scan', '.', ...only]));
  const after = await inFolder(moved, (folder) => scan(folder, ['scan', '.', ...only]));
  assert.equal(before.findings[0]?.fingerprint, after.findings[0]?.fingerprint);
  assert.deepEqual((await inFolder(files, (folder) => scan(folder, ['scan', '.', '--no-secrets', ...only]))).findings, []);
  const ignored = {
    ...files,
    'deploy.sh': `export AWS_ACCESS_KEY_ID=${key} # kumomori:ignore secrets-code-aws-access-key reason="revoked"\n`,
  };
  const { exitCode } = await inFolder(ignored, (folder) => scan(folder, ['scan', '.', ...only]));
  assert.equal(exitCode, 0);
});

test('a snapshot says whose the key is and whether it works', async () => {
  await inFolder({ ...files, 'snap/raw/aws/123456789012/global/iam/ListAccessKeys.jsonl': '' }, async (folder) => {
    const at = join(folder, 'snap/raw/aws/123456789012/global/iam');
    const line = (value: object): string => `${JSON.stringify(value)}\n`;
    rmSync(join(at, 'ListAccessKeys.jsonl'));
    const list = line({
      request: { UserName: 'alice' },
      response: { AccessKeyMetadata: [{ UserName: 'alice', AccessKeyId: key, Status: 'Active' }] },
    });
    writeFileSync(join(at, 'ListAccessKeys.jsonl.gz'), gzipSync(`not json\n${list}`));
    writeFileSync(
      join(at, 'GetAccessKeyLastUsed.jsonl.gz'),
      gzipSync(line({ request: { AccessKeyId: key }, response: { AccessKeyLastUsed: { LastUsedDate: '2026-11-20T00:00:00Z' } } })),
    );
    const { findings } = await scan(folder, ['scan', '.', '--snapshot', 'snap', ...only]);
    assert.match(findings[0]?.message ?? '', /belongs to alice \(123456789012\), is active, was last used 2026-11-20/);
    assert.equal((await scan(folder, ['scan', '.', '--snapshot', 'nowhere', ...only])).exitCode, 2);
  });
});

test('--git-history finds what was taken out again, once', async () => {
  await inFolder(files, async (folder) => {
    const git = (...args: readonly string[]): void => {
      const { status, stderr } = spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], {
        cwd: folder,
        encoding: 'utf8',
      });
      assert.equal(status, 0, stderr);
    };
    git('init', '-q');
    git('add', '.');
    git('commit', '-q', '-m', 'first');
    writeFileSync(join(folder, 'deploy.sh'), '#!/bin/sh\n');
    git('commit', '-q', '-a', '-m', 'second');
    assert.deepEqual((await scan(folder, ['scan', '.', ...only])).findings, []);
    const { findings, text } = await scan(folder, ['scan', '.', '--git-history', ...only]);
    assert.deepEqual(
      findings.map(({ checkId }) => checkId),
      ['secrets-code-aws-access-key'],
    );
    assert.match(findings[0]?.origin.file ?? '', /^deploy\.sh \([0-9a-f]{7,}\)$/);
    assert.equal(text.includes(key), false);
  });
});

test('a folder without repository says so and is scanned all the same', async () => {
  const { text, findings } = await inFolder(files, (folder) => scan(folder, ['scan', '.', '--git-history', ...only]));
  assert.equal(findings.length, 1);
  assert.match(text, /history cannot be read/);
});
