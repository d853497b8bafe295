/** The commands around snapshots, against a server that answers like AWS. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { CliRun, CliRunOptions } from '../testing/index.ts';
import { bucketAnswers, inFolder, inSnapshots, runInFolder, signInToAws, writeSnapshot } from '../testing/index.ts';

const account = '123456789012';
const keys = ['orders', 'mails', 'returns', 'invoices'];

const JSON_1_1 = 'application/x-amz-json-1.1';

/** What the server was asked, and what it shall do meanwhile. */
let asked: string[] = [];
let meanwhile: (operation: string) => void = () => {};
let refused = new Set<string>();

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => answer(request, Buffer.concat(chunks).toString('utf8'), response));
});
let endpoint = '';

before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  signInToAws();
});
after(() => {
  server.close();
});

function answer(request: IncomingMessage, body: string, response: ServerResponse): void {
  const target = request.headers['x-amz-target'];
  const operation =
    typeof target === 'string' ? (target.split('.')[1] ?? '') : (new URLSearchParams(body).get('Action') ?? request.url ?? '');
  asked.push(operation);
  meanwhile(operation);
  const send = (status: number, type: string, text: string): void => {
    response.writeHead(status, { 'content-type': type }).end(text);
  };
  if (operation === 'GetCallerIdentity') {
    const identity = `<Arn>arn:aws:iam::${account}:user/alice</Arn><UserId>AIDA</UserId><Account>${account}</Account>`;
    return send(
      refused.has(operation) ? 403 : 200,
      'text/xml',
      refused.has(operation)
        ? '<ErrorResponse><Error><Type>Sender</Type><Code>InvalidClientTokenId</Code><Message>no</Message></Error></ErrorResponse>'
        : `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>${identity}</GetCallerIdentityResult></GetCallerIdentityResponse>`,
    );
  }
  if (refused.has(operation)) {
    return send(400, JSON_1_1, JSON.stringify({ __type: 'AccessDeniedException', message: 'no' }));
  }
  if (operation === 'ListKeys')
    return send(200, JSON_1_1, JSON.stringify({ Keys: keys.map((KeyId) => ({ KeyId, KeyArn: arnOf(KeyId) })) }));
  const { KeyId = '' } = JSON.parse(body === '' ? '{}' : body) as { KeyId?: string };
  const KeyMetadata = {
    KeyId,
    Arn: arnOf(KeyId),
    KeyState: 'Enabled',
    KeyManager: 'CUSTOMER',
    KeySpec: 'SYMMETRIC_DEFAULT',
    Origin: 'AWS_KMS',
  };
  return send(200, JSON_1_1, JSON.stringify(operation === 'DescribeKey' ? { KeyMetadata } : {}));
}

function arnOf(key: string): string {
  return `arn:aws:kms:ap-northeast-1:${account}:key/${key.split('/').at(-1)}`;
}

const run = (folder: string, argv: readonly string[], options: CliRunOptions = {}): Promise<CliRun> =>
  runInFolder(folder, argv, { variables: { KUMOMORI_DATA_DIR: join(folder, 'data') }, ...options });

const collect = (...more: readonly string[]): readonly string[] => [
  'collect',
  'aws',
  '--endpoint-url',
  endpoint,
  '--service',
  'kms',
  '--region',
  'ap-northeast-1',
  ...more,
];

function fresh(): void {
  asked = [];
  meanwhile = () => {};
  refused = new Set();
}

test('collect, verify, scan, erase, verify the proof', async () => {
  fresh();
  await inFolder({}, async (folder) => {
    const collected = await run(folder, collect('--output', 'snapshot'));
    assert.equal(collected.exitCode, 0, collected.stderr);
    assert.match(collected.stdout, /Snapshot snapshot is finished/);
    assert.match(collected.stdout, /123456789012 +ap-northeast-1/);
    assert.match(collected.stdout, /kumomori scan snapshot/);
    assert.equal(collected.stderr, '');
    assert.ok(asked.includes('ListKeys'));
    const verified = await run(folder, ['snapshot', 'verify', 'snapshot']);
    assert.deepEqual([verified.exitCode, /all as collected/.test(verified.stdout)], [0, true]);
    const scanned = await run(folder, ['scan', 'snapshot', '--format', 'json', '--fail-on', 'none', '--include', 'pass']);
    assert.equal(scanned.exitCode, 0, scanned.stderr);
    const { summary } = JSON.parse(scanned.stdout) as { summary: { resources: number } };
    assert.ok(summary.resources >= keys.length);
    const erased = await run(folder, ['erase', '--account', account, '--snapshots', '.', '--output', 'proof.json', '--lang', 'ja']);
    assert.deepEqual([erased.exitCode, /削除しました/.test(erased.stdout)], [0, true]);
    assert.equal(existsSync(join(folder, 'snapshot/raw/aws', account)), false);
    assert.equal((await run(folder, ['erase', 'verify', 'proof.json'])).exitCode, 0);
    writeFileSync(join(folder, 'proof.json'), readFileSync(join(folder, 'proof.json'), 'utf8').replace('"bytes": ', '"bytes": 1'));
    const altered = await run(folder, ['erase', 'verify', 'proof.json', '--format', 'json']);
    assert.equal(altered.exitCode, 1);
    assert.equal((JSON.parse(altered.stdout) as { isValid: boolean }).isValid, false);
  });
});

test('a refused call is a gap with the missing permission, and no failure', async () => {
  fresh();
  refused.add('GetKeyRotationStatus');
  await inFolder({}, async (folder) => {
    const { exitCode, stdout } = await run(folder, collect('--output', 'snapshot'));
    assert.equal(exitCode, 0);
    assert.match(stdout, /1 coverage gap:/);
    assert.match(stdout, /GetKeyRotationStatus +AccessDeniedException +kms:GetKeyRotationStatus/);
    const json = JSON.parse((await run(folder, collect('--output', 'other', '--format', 'json'))).stdout) as { gaps: unknown[] };
    assert.equal(json.gaps.length, 1);
  });
});

test('Ctrl-C leaves a snapshot that --resume goes on with, asking nothing twice', async () => {
  fresh();
  await inFolder({}, async (folder) => {
    let interrupt = (): void => {};
    meanwhile = (operation) => {
      if (operation === 'ListKeys') interrupt();
    };
    const stopped = await run(folder, collect('--output', 'snapshot'), {
      onInterrupt: (callback) => {
        interrupt = callback;
        return () => (interrupt = () => {});
      },
    });
    assert.equal(stopped.exitCode, 130, stopped.stderr);
    assert.match(stopped.stdout, /was stopped; the same command with --resume/);
    assert.match(stopped.stderr, /stopping after the calls in flight/);
    assert.match((await run(folder, ['snapshot', 'list'])).stdout, /unfinished/);
    assert.equal((await run(folder, ['snapshot', 'verify', 'snapshot'])).exitCode, 0);
    const again = await run(folder, collect('--output', 'snapshot'));
    assert.equal(again.exitCode, 2);
    assert.match(again.stderr, /--resume/);
    fresh();
    const resumed = await run(folder, collect('--output', 'snapshot', '--resume'));
    assert.equal(resumed.exitCode, 0, resumed.stderr);
    assert.match(resumed.stdout, /is finished/);
    assert.deepEqual([asked.includes('ListKeys'), asked.filter((each) => each === 'DescribeKey').length], [false, keys.length]);
  });
});

test('a process that is sent SIGINT finishes the manifest and says how to go on', async () => {
  fresh();
  await inFolder({}, async (folder) => {
    const program = fileURLToPath(new URL('./main.ts', import.meta.url));
    const child = spawn(process.execPath, [program, ...collect('--output', 'snapshot')], {
      cwd: folder,
      env: { ...process.env, KUMOMORI_DATA_DIR: join(folder, 'data'), KUMOMORI_LANG: 'en' },
    });
    meanwhile = (operation) => {
      if (operation === 'ListKeys') child.kill('SIGINT');
    };
    let stdout = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString('utf8')));
    const exitCode = await new Promise((resolve) => child.on('close', resolve));
    assert.equal(exitCode, 130);
    assert.match(stdout, /--resume goes on/);
    assert.equal((await run(folder, ['snapshot', 'verify', 'snapshot'])).exitCode, 0);
  });
});

test('progress is drawn on a terminal only, and not when it shall be quiet', async () => {
  fresh();
  await inFolder({}, async (folder) => {
    let drawn = '';
    const stderr = { write: (text: string) => void (drawn += text), isTerminal: true, columns: 60 };
    await run(folder, collect('--output', 'a'), { stderr });
    assert.match(drawn, /collecting .*calls, /);
    assert.ok(drawn.endsWith('\r\u001B[K'));
    drawn = '';
    await run(folder, collect('--output', 'b', '--quiet'), { stderr });
    assert.equal(drawn, '');
  });
});

test('without credentials nothing is written and the exit code is 2', async () => {
  fresh();
  refused.add('GetCallerIdentity');
  await inFolder({}, async (folder) => {
    const { exitCode, stderr } = await run(folder, collect('--output', 'snapshot'));
    assert.equal(exitCode, 2);
    assert.match(stderr, /^kumomori: nobody is signed in to AWS/);
    assert.equal(existsSync(join(folder, 'snapshot')), false);
  });
});

const wrong: readonly (readonly [name: string, argv: readonly string[], expected: RegExp])[] = [
  ['no cloud', ['collect'], /aws, azure, gcp or k8s/],
  ['another cloud', ['collect', 'asw'], /did you mean aws/],
  ['no folder', ['collect', 'aws'], /--output <DIR> is needed/],
  ['regions both ways', ['collect', 'aws', '--output', 'x', '--region', 'eu-west-1', '--all-regions'], /exclude each other/],
  ['a limit that is none', ['collect', 'aws', '--output', 'x', '--max-calls', '0'], /at least 1/],
  ['a rate that is no number', ['collect', 'k8s', '--output', 'x', '--rate', 'fast'], /whole number/],
  ['a format of policies that there is not', ['collect', 'aws', '--print-policy', 'yaml'], /--print-policy cannot be "yaml"/],
  ['a folder that is not empty', ['collect', 'aws', '--output', '.'], /is not empty/],
  ['no command for snapshots', ['snapshot'], /list, verify, history or diff/],
  ['a snapshot that is none', ['snapshot', 'verify', '.'], /no snapshot folder/],
  ['nothing to list', ['snapshot', 'list'], /no snapshot in \./],
  ['an erasure without account', ['erase', '--snapshots', '.'], /--account <ID> is needed/],
  ['an erasure without folder', ['erase', '--account', account], /--snapshots <DIR> is needed/],
  ['a proof that is none', ['erase', 'verify', 'main.tf'], /no proof of erasure/],
  ['the footprint of no snapshot', ['footprint', 'gone'], /no snapshot folder/],
];
for (const [name, argv, expected] of wrong) {
  test(`wrong usage is one sentence and exit code 2: ${name}`, async () => {
    await inFolder({ 'main.tf': '' }, async (folder) => {
      const { exitCode, stderr } = await run(folder, argv);
      assert.equal(exitCode, 2);
      assert.match(stderr, expected);
      assert.equal(stderr.trimEnd().split('\n').length, 1);
    });
  });
}

test('a snapshot that is broken is one sentence; one that is torn is scanned, and says so in the language of the user', async () => {
  await inFolder({ 'bad/manifest.json': '{"schemaVersion":"2"}', 'bad/raw/aws/x/global/s3/ListBuckets.jsonl.gz': '' }, async (folder) => {
    const newer = await run(folder, ['scan', 'bad']);
    assert.deepEqual([newer.exitCode, newer.stderr.trimEnd().split('\n').length], [2, 1]);
    assert.match(newer.stderr, /written by a newer kumomori/);
    await writeSnapshot(inSnapshots(folder, 'a'), bucketAnswers({ Status: 'Enabled' }), { finishedAt: null });
    const torn = join(inSnapshots(folder, 'a'), `raw/aws/${account}/global/s3/GetBucketVersioning.jsonl.gz`);
    writeFileSync(torn, readFileSync(torn).subarray(0, 40));
    const scanned = await run(folder, ['scan', 'snapshots/a', '--lang', 'ja', '--format', 'json', '--check', 'aws-s3-bucket-versioning']);
    assert.equal(scanned.exitCode, 0, scanned.stderr);
    const report = JSON.parse(scanned.stdout) as { findings: { status: string }[]; diagnostics: { message: string }[] };
    assert.deepEqual(
      report.findings.map(({ status }) => status),
      ['unknown'],
    );
    const said = report.diagnostics.map(({ message }) => message).join('\n');
    assert.match(said, /収集が途中で止められた/);
    assert.match(said, /最後の記録が途中で切れました/);
  });
});

test('the policy is printed without any call, in each format', async () => {
  fresh();
  await inFolder({}, async (folder) => {
    const json = JSON.parse((await run(folder, collect('--print-policy', 'json'))).stdout) as { Statement: { Action: string[] }[] };
    assert.ok(json.Statement[0]?.Action.includes('kms:DescribeKey'));
    assert.match((await run(folder, collect('--print-policy', 'terraform'))).stdout, /resource "aws_iam_role"/);
    const stack = (await run(folder, collect('--print-policy', 'cloudformation', '--role-name', 'audit', '--external-id', 'orders')))
      .stdout;
    assert.match(stack, /sts:ExternalId/);
    assert.match((await run(folder, ['collect', 'azure', '--print-policy', 'json'])).stdout, /SUBSCRIPTION_ID/);
    assert.deepEqual(asked, []);
  });
});

test('history, diff and footprint are told as tables and as JSON, in both languages', async () => {
  await inFolder({}, async (folder) => {
    await writeSnapshot(inSnapshots(folder, 'a'), bucketAnswers({ Status: 'Enabled' }), { startedAt: '2026-11-20T09:00:00.000Z' });
    const principals = [{ provider: 'aws' as const, principal: `arn:aws:iam::${account}:user/alice` }];
    await writeSnapshot(inSnapshots(folder, 'b'), bucketAnswers({ Status: 'Suspended' }), { principals });
    const history = await run(folder, ['snapshot', 'history', 'orders-bucket', '--snapshots', 'snapshots']);
    assert.match(history.stdout, /snapshots\/b {2}changed\n {2}versioning\.status: Enabled → Suspended/);
    assert.match((await run(folder, ['snapshot', 'history', 'orders-bucket', '--lang', 'ja'])).stdout, /変更/);
    const diff = await run(folder, ['snapshot', 'diff', 'snapshots/a', 'snapshots/b']);
    assert.match(diff.stdout, /0 added, 0 removed, 1 changed/);
    const json = JSON.parse((await run(folder, ['snapshot', 'diff', 'snapshots/a', 'snapshots/b', '--format', 'json'])).stdout) as {
      changes: unknown[];
    };
    assert.equal(json.changes.length, 1);
    const footprint = await run(folder, ['footprint', 'snapshots/b']);
    assert.match(footprint.stdout, /Created in the cloud: nothing/);
    assert.match(footprint.stdout, /user\/alice/);
    assert.match(footprint.stdout, /3 calls of 3 operations, all reading/);
    assert.match(footprint.stdout, /aws iam delete-role --role-name KumomoriReadOnly/);
    assert.doesNotMatch(footprint.stdout, /kubectl/);
    assert.match((await run(folder, ['footprint', '--lang', 'ja'])).stdout, /クラウドに作ったもの: なし/);
  });
});
