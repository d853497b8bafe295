/** Heads kept outside of a lake, and a trail proved in its bucket. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import {
  fakeTrailService,
  inFolder,
  runInFolder,
  serve,
  signInToAws,
  startFakeS3,
  trailObject,
  trailRecord,
  TrailTree,
} from '../testing/index.ts';
import type { CliRun, FakeTrailService } from '../testing/index.ts';

const logs = (from: number): Uint8Array => trailObject([trailRecord(from), trailRecord(from + 1)]);

/** A lake of one object, sealed; `grow` adds and seals another. */
async function withLake(use: (folder: string, run: (...argv: string[]) => Promise<CliRun>) => Promise<void>): Promise<void> {
  await inFolder({ 'a/a.json.gz': logs(0), 'b/b.json.gz': logs(10) }, async (folder) => {
    const variables = { KUMOMORI_DATA_DIR: join(folder, 'data'), KUMOMORI_RETRY_PAUSE_MS: '1' };
    const run = (...argv: string[]): Promise<CliRun> => runInFolder(folder, argv, { variables });
    await run('lake', 'ingest', 'a', '--lake', 'lake');
    await use(folder, run);
  });
}

/** Takes the last head and what it sealed back, as somebody with the key could. */
function forget(folder: string): void {
  rmSync(join(folder, 'lake', '_kumomori', 'chain'), { recursive: true });
}

before(signInToAws);

test('a head is a commit in the repository that is named; a chain that was begun anew does not agree with it', async () => {
  await withLake(async (folder, run) => {
    const git = (...argv: string[]): string => execFileSync('git', ['-C', join(folder, 'heads'), ...argv], { encoding: 'utf8' });
    mkdirSync(join(folder, 'heads'));
    git('init', '--quiet');
    git('config', 'user.name', 'Alice');
    git('config', 'user.email', 'alice@example.com');
    writeFileSync(join(folder, 'heads', 'other.txt'), 'not ours');
    const sealed = await run('lake', 'seal', 'lake', '--anchor', 'git:heads');
    assert.equal(sealed.exitCode, 0, sealed.stderr);
    assert.match(sealed.stdout, /git:heads [0-9a-f]{40}/);
    assert.match(git('show', '--stat', 'HEAD'), /kumomori: head of 1 entry|kumomori: head of 1 entries/);
    assert.match(git('status', '--porcelain'), /\?\? other\.txt/);
    assert.equal((await run('lake', 'verify', 'lake', '--anchor', 'git:heads')).exitCode, 0);
    // What is committed counts, not what the file says now.
    writeFileSync(join(folder, 'heads', 'kumomori-heads.jsonl'), '');
    forget(folder);
    await run('lake', 'ingest', 'b', '--lake', 'lake');
    rmSync(join(folder, 'data'), { recursive: true, force: true });
    await run('lake', 'seal', 'lake');
    const verified = await run('lake', 'verify', 'lake', '--anchor', 'git:heads');
    assert.equal(verified.exitCode, 1, verified.stdout);
    const nowhere = await run('lake', 'seal', 'lake', '--anchor', 'git:lake');
    assert.equal(nowhere.exitCode, 2, nowhere.stdout);
  });
});

test('a head is an object that cannot be removed, and is read from the bucket again', async () => {
  const service = fakeTrailService(new Map(), '{}');
  const bucket = await startFakeS3('orders-worm', { queue: service });
  try {
    await withLake(async (_folder, run) => {
      const at = ['--anchor', 's3://orders-worm/heads', '--endpoint-url', bucket.url];
      const sealed = await run('lake', 'seal', 'lake', ...at, '--retain-days', '30', '--retain-mode', 'governance');
      assert.equal(sealed.exitCode, 0, sealed.stderr);
      const [stored] = service.stored;
      assert.match(stored?.key ?? '', /^heads\/000000000001-[0-9a-f]{64}\.json$/);
      assert.deepEqual([stored?.mode, stored?.until], ['GOVERNANCE', '2026-12-22T09:00:00Z']);
      assert.match(sealed.stdout, /s3:\/\/orders-worm\/heads\/000000000001-/);
      bucket.objects.set(stored?.key ?? '', Buffer.from(stored?.text ?? ''));
      const verified = await run('lake', 'verify', 'lake', ...at);
      assert.equal(verified.exitCode, 0, verified.stderr + verified.stdout);
    });
  } finally {
    bucket.stop();
  }
});

describe('time stamps', { skip: spawnSync('openssl', ['version']).status === 0 ? false : 'openssl is not installed' }, () => {
  test('an authority says when a head was there; answers of others and altered ones are refused', async () => {
    await inFolder({ 'tsa.cnf': CONFIG }, async (authority) => {
      makeAuthority(authority);
      let mangle = (reply: Buffer): Buffer => reply;
      const server = await serve((request, response) => {
        const chunks: Buffer[] = [];
        request.on('data', (chunk: Buffer) => chunks.push(chunk));
        request.on('end', () => {
          writeFileSync(join(authority, 'q.tsq'), Buffer.concat(chunks));
          openssl(authority, 'ts -reply -config tsa.cnf -queryfile q.tsq -out r.tsr');
          response.writeHead(200, { 'content-type': 'application/timestamp-reply' });
          response.end(mangle(readFileSync(join(authority, 'r.tsr'))));
        });
      });
      try {
        await withLake(async (folder, run) => {
          const sealed = await run('lake', 'seal', 'lake', '--anchor', `${server.url}/tsr`);
          assert.equal(sealed.exitCode, 0, sealed.stderr);
          assert.match(sealed.stdout, /chain\/stamps\/[0-9a-f]{64}\.tsr \(Orders TSA, /);
          const certificates = join(authority, 'ca.pem');
          const trusted = await run('lake', 'verify', 'lake', '--tsa-certs', certificates, '--format', 'json');
          assert.equal(trusted.exitCode, 0, trusted.stdout);
          const { lake } = JSON.parse(trusted.stdout) as {
            lake: { stamps: readonly { authority: string; isTrusted: boolean; size: number }[] };
          };
          assert.deepEqual(
            lake.stamps.map(({ authority: name, isTrusted, size }) => [name, isTrusted, size]),
            [['Orders TSA', true, 1]],
          );
          assert.match(
            (await run('lake', 'verify', 'lake')).stdout,
            /1 entry was there at .* says Orders TSA \(whose certificate was not checked/,
          );
          const other = await run('lake', 'verify', 'lake', '--tsa-certs', join(authority, 'other.pem'));
          assert.equal(other.exitCode, 1);
          mangle = (reply) => Buffer.from(reply.map((byte, index) => (index === reply.length - 3 ? byte ^ 1 : byte)));
          assert.equal((await run('lake', 'seal', 'lake', '--anchor', `tsa:${server.url}`)).exitCode, 2);
          const stamps = join(folder, 'lake', '_kumomori', 'chain', 'stamps');
          const [name = ''] = readdirSync(stamps);
          const bytes = readFileSync(join(stamps, name));
          writeFileSync(join(stamps, `${'0'.repeat(64)}.tsr`), bytes);
          const moved = await run('lake', 'verify', 'lake');
          assert.equal(moved.exitCode, 1);
          assert.match(moved.stdout, /time stamp is not of this head/);
        });
      } finally {
        server.stop();
      }
    });
  });
});

const CONFIG = `[tsa]
default_tsa = t
[t]
serial = ./serial
signer_cert = ./tsa.pem
certs = ./ca.pem
signer_key = ./tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
[ext]
extendedKeyUsage = critical,timeStamping
basicConstraints = CA:FALSE
`;

function openssl(folder: string, command: string, ...more: readonly string[]): void {
  execFileSync('openssl', [...command.split(' '), ...more], { cwd: folder, stdio: 'ignore' });
}

function makeAuthority(folder: string): void {
  const fresh = '-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes';
  openssl(folder, `req -x509 ${fresh} -keyout ca.key -out ca.pem -days 3650 -subj`, '/CN=Orders CA');
  openssl(folder, `req -x509 ${fresh} -keyout other.key -out other.pem -days 3650 -subj`, '/CN=Other CA');
  openssl(folder, `req ${fresh} -keyout tsa.key -out tsa.csr -subj`, '/CN=Orders TSA');
  openssl(
    folder,
    'x509 -req -in tsa.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out tsa.pem -days 3650 -extfile tsa.cnf -extensions ext',
  );
  writeFileSync(join(folder, 'serial'), '01');
}

describe('a trail in its bucket', () => {
  async function withTrail(
    alter: (tree: TrailTree) => void,
    use: (run: (...argv: string[]) => Promise<CliRun>, service: FakeTrailService) => Promise<void>,
  ): Promise<void> {
    await inFolder({}, async (folder) => {
      const tree = new TrailTree(join(folder, 'tree'), { hours: 3, prefix: 'trails/' });
      tree.write();
      alter(tree);
      const files = readdirSync(tree.root, { recursive: true, withFileTypes: true }).filter(
        (entry) => entry.isFile() && entry.name.endsWith('.gz'),
      );
      const paths = files.map((entry) => join(entry.parentPath, entry.name));
      const objects = Object.fromEntries(paths.map((path) => [path.slice(tree.root.length + 1), readFileSync(path)]));
      const service = fakeTrailService(new Map(tree.digests.map(({ key, signature }) => [key, signature])), tree.publicKeys());
      const bucket = await startFakeS3('orders-trail', { objects, pageSize: 5, queue: service });
      const variables = { KUMOMORI_RETRY_PAUSE_MS: '1' };
      try {
        await use((...argv) => runInFolder(folder, ['lake', 'verify', ...argv, '--endpoint-url', bucket.url], { variables }), service);
      } finally {
        bucket.stop();
      }
    });
  }

  test('is proved with the signatures of its metadata and the keys that CloudTrail lists for its region', async () => {
    await withTrail(
      () => undefined,
      async (run, service) => {
        const { exitCode, stdout, stderr } = await run('s3://orders-trail/trails/', '--format', 'json');
        assert.equal(exitCode, 0, stderr + stdout);
        const { signatures, checked } = JSON.parse(stdout) as { signatures: string; checked: unknown };
        assert.deepEqual([signatures, checked], ['checked', { objects: 9, digests: 3 }]);
        assert.deepEqual(service.keysAsked, ['ap-northeast-1']);
      },
    );
  });

  test('names an object that was altered; a bucket that cannot be read is no tampering', async () => {
    await withTrail(
      (tree) => tree.writeObject([...tree.logs.keys()][4] ?? '', '{"Records":[]}'),
      async (run) => {
        const altered = await run('s3://orders-trail/trails');
        assert.equal(altered.exitCode, 1, altered.stderr);
        assert.match(altered.stdout, /edited/);
        const missing = await run('s3://orders-other/trails');
        assert.equal(missing.exitCode, 2);
        assert.match(missing.stderr, /s3:\/\/orders-other\/trails/);
      },
    );
  });
});
