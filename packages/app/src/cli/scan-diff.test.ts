/** What a change does to the findings, as a reviewer meets it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { FolderFiles } from '../testing/index.ts';
import { inFolder, runInFolder } from '../testing/index.ts';

const group = (name: string, ...ports: readonly number[]): string => `
resource "aws_security_group" "${name}" {
  name        = "${name}"
  description = "servers"
  vpc_id      = "vpc-0123456789abcdef0"
${ports.map((port) => rule(port)).join('')}}
`;
const rule = (port: number): string => `  ingress {
    description = "in"
    from_port   = ${port}
    to_port     = ${port}
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
`;
const SSH = 'aws-ec2-sg-no-ssh-from-internet';
const RDP = 'aws-ec2-sg-no-rdp-from-internet';
const CHECKS = ['--check', `${SSH},${RDP}`];

interface DiffJson {
  readonly findings: readonly { readonly checkId: string; readonly change: string; readonly origin: { readonly address: string } }[];
  readonly diff: Readonly<Record<'new' | 'changed' | 'unchanged' | 'newUnknown', number>> &
    Readonly<Record<'resolved' | 'silenced' | 'moved', readonly { readonly checkId: string; readonly file: string }[]>> & {
      readonly commit: string | null;
    };
  readonly diagnostics: readonly { readonly message: string }[];
}

function git(cwd: string, ...args: readonly string[]): string {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' };
  const done = spawnSync('git', ['-c', 'user.name=Operator', '-c', 'user.email=operator@example.com', ...args], {
    cwd,
    env,
    encoding: 'utf8',
  });
  assert.equal(done.status, 0, done.stderr);
  return done.stdout.trim();
}

function commit(cwd: string, message = 'state'): string {
  git(cwd, 'add', '--all');
  git(cwd, 'commit', '--quiet', '--allow-empty', '--message', message);
  return git(cwd, 'rev-parse', 'HEAD');
}

function write(folder: string, files: Readonly<Record<string, string | null>>): void {
  for (const [path, text] of Object.entries(files)) {
    const place = join(folder, path);
    mkdirSync(join(place, '..'), { recursive: true });
    if (text === null) rmSync(place);
    else writeFileSync(place, text);
  }
}

/** A repository with a committed base and a working folder in which some files are others; null: gone. */
function inRepository<T>(
  base: FolderFiles,
  change: Readonly<Record<string, string | null>>,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  return inFolder(base, async (folder) => {
    git(folder, 'init', '--quiet', '--initial-branch', 'main');
    commit(folder);
    write(folder, change);
    return use(folder);
  });
}

async function diffOf(
  folder: string,
  base = 'HEAD',
  more: readonly string[] = ['.', ...CHECKS],
): Promise<DiffJson & { readonly exitCode: number }> {
  const { stdout, stderr, exitCode } = await runInFolder(folder, ['scan', ...more, '--diff', base, '--format', 'json']);
  assert.notEqual(stdout, '', stderr);
  const report: DiffJson = JSON.parse(stdout);
  return { ...report, exitCode };
}

const told = ({ findings, diff: { new: added, changed, unchanged, resolved, silenced, moved } }: DiffJson): unknown => ({
  findings: findings.map(({ checkId, change, origin }) => `${change} ${checkId} ${origin.address}`),
  counts: [added, changed, unchanged, resolved.length, silenced.length, moved.length],
});

test('only what the change adds is reported and fails the run', async () => {
  await inRepository({ 'main.tf': group('web', 22) }, { 'more.tf': group('desk', 3389) }, async (folder) => {
    const diff = await diffOf(folder);
    assert.deepEqual(told(diff), { findings: [`new ${RDP} aws_security_group.desk`], counts: [1, 0, 1, 0, 0, 0] });
    assert.equal(diff.exitCode, 1);
  });
});

test('a failure that was there before does not fail the run', async () => {
  await inRepository({ 'main.tf': group('web', 22) }, { 'note.tf': '# nothing\n' }, async (folder) => {
    const diff = await diffOf(folder);
    assert.deepEqual(told(diff), { findings: [], counts: [0, 0, 1, 0, 0, 0] });
    assert.equal(diff.exitCode, 0);
  });
});

test('what the change repairs or takes away is resolved', async () => {
  const change = { 'main.tf': group('web', 443), 'desk.tf': null };
  await inRepository({ 'main.tf': group('web', 22), 'desk.tf': group('desk', 3389) }, change, async (folder) => {
    const diff = await diffOf(folder);
    assert.deepEqual(told(diff), { findings: [], counts: [0, 0, 0, 2, 0, 0] });
    assert.deepEqual(diff.diff.resolved.map(({ checkId, file }) => `${checkId} ${file}`).toSorted(), [`${RDP} desk.tf`, `${SSH} main.tf`]);
  });
});

test('another value behind the same failure is a change, and fails nothing', async () => {
  const wide = group('web', 22).replace('from_port   = 22', 'from_port   = 20');
  await inRepository(
    { 'main.tf': group('web', 22) },
    { 'main.tf': wide.replace('0.0.0.0/0', '::/0').replace('cidr_blocks', 'ipv6_cidr_blocks') },
    async (folder) => {
      const diff = await diffOf(folder);
      assert.deepEqual(told(diff), { findings: [`changed ${SSH} aws_security_group.web`], counts: [0, 1, 0, 0, 0, 0] });
      assert.equal(diff.exitCode, 0);
    },
  );
});

test('a suppression that comes with the change is shown', async () => {
  const ignored = `# kumomori:ignore ${SSH} until=2027-06-01 reason="for a test"`;
  await inRepository({ 'main.tf': group('web', 22) }, { 'main.tf': `${ignored}${group('web', 22)}` }, async (folder) => {
    const diff = await diffOf(folder);
    assert.deepEqual(told(diff), { findings: [`silenced ${SSH} aws_security_group.web`], counts: [0, 0, 0, 0, 1, 0] });
    const { stdout } = await runInFolder(folder, ['scan', '.', ...CHECKS, '--diff', 'HEAD', '--format', 'markdown', '--lang', 'ja']);
    assert.match(stdout, /この変更で抑止されたもの \(1\)/);
  });
});

test('a resource that moves to another folder keeps its failure', async () => {
  await inRepository({ 'main.tf': group('web', 22) }, { 'main.tf': '# moved\n', 'net/main.tf': group('web', 22) }, async (folder) => {
    assert.deepEqual(told(await diffOf(folder)), { findings: [], counts: [0, 0, 0, 0, 0, 1] });
  });
});

test('the base is where the branch left it, not what the base became since', async () => {
  await inRepository({ 'main.tf': group('web', 22) }, {}, async (folder) => {
    const left = git(folder, 'rev-parse', 'HEAD');
    git(folder, 'checkout', '--quiet', '-b', 'feature');
    write(folder, { 'desk.tf': group('desk', 3389) });
    commit(folder);
    git(folder, 'checkout', '--quiet', 'main');
    write(folder, { 'main.tf': group('web', 443) });
    commit(folder);
    git(folder, 'checkout', '--quiet', 'feature');
    const diff = await diffOf(folder, 'main');
    assert.deepEqual(told(diff), { findings: [`new ${RDP} aws_security_group.desk`], counts: [1, 0, 1, 0, 0, 0] });
    assert.equal(diff.diff.commit, left);
  });
});

test('a shallow clone is compared with the named commit, and says so', async () => {
  await inRepository({ 'main.tf': group('web', 22) }, {}, async (folder) => {
    const base = git(folder, 'rev-parse', 'HEAD');
    write(folder, { 'desk.tf': group('desk', 3389) });
    commit(folder);
    commit(folder, 'nothing more');
    const clone = join(folder, 'clone');
    git(folder, 'clone', '--quiet', '--depth=1', `file://${folder}`, clone);
    git(clone, 'fetch', '--quiet', '--depth=1', 'origin', base);
    const diff = await diffOf(clone, base);
    assert.equal(diff.diff.new, 1);
    assert.match(diff.diagnostics.map(({ message }) => message).join('\n'), /where this branch left the base/);
  });
});

test('called modules outside of the TARGET are read in the base too', async () => {
  const call = (ports: string): string => `module "net" {\n  source = "../modules/net"\n  port   = ${ports}\n}\n`;
  const module = `variable "port" {}\n${group('web', 0).replaceAll(/_port( +)= 0/g, '_port$1= var.port')}`;
  await inRepository({ 'infra/main.tf': call('22'), 'modules/net/main.tf': module }, { 'infra/main.tf': call('3389') }, async (folder) => {
    const diff = await diffOf(folder, 'HEAD', ['infra', ...CHECKS]);
    assert.deepEqual(told(diff), { findings: [`new ${RDP} module.net.aws_security_group.web`], counts: [1, 0, 0, 1, 0, 0] });
  });
});

test('a TARGET that the base does not have is all new', async () => {
  await inRepository({ 'README.md': 'nothing yet' }, { 'infra/main.tf': group('web', 22) }, async (folder) => {
    assert.deepEqual(told(await diffOf(folder, 'HEAD', ['infra', ...CHECKS])), {
      findings: [`new ${SSH} aws_security_group.web`],
      counts: [1, 0, 0, 0, 0, 0],
    });
    assert.equal((await diffOf(folder, 'HEAD', ['infra/main.tf', ...CHECKS])).diff.new, 1);
  });
});

test('a folder can be the base', async () => {
  await inFolder({ 'old/main.tf': group('web', 22), 'new/main.tf': group('web', 3389) }, async (folder) => {
    const diff = await diffOf(folder, 'old', ['new', ...CHECKS]);
    assert.deepEqual(told(diff), { findings: [`new ${RDP} aws_security_group.web`], counts: [1, 0, 0, 1, 0, 0] });
    assert.equal(diff.diff.commit, null);
  });
});

test('nothing outside is read through a link of the base, and nothing stays in the temporary folder', async () => {
  await inRepository({ 'main.tf': group('web', 443), 'outside/main.tf': group('far', 22) }, {}, async (folder) => {
    symlinkSync(join(folder, 'outside'), join(folder, 'linked'));
    commit(folder);
    const variables = { TMPDIR: join(folder, 'temporary') };
    mkdirSync(variables.TMPDIR);
    const { exitCode } = await runInFolder(folder, ['scan', 'main.tf', ...CHECKS, '--diff', 'HEAD'], { variables });
    assert.deepEqual({ exitCode, left: readdirSync(variables.TMPDIR) }, { exitCode: 0, left: [] });
  });
});

test('a base that is neither folder nor revision is named', async () => {
  await inRepository({ 'main.tf': group('web', 22) }, {}, async (folder) => {
    for (const [argv, sentence] of [
      [['scan', '.', '--diff', 'no-such-branch'], /no-such-branch is neither a folder nor a revision/],
      [['scan', '.', '--diff=--upload-pack=touch pwned'], /neither a folder nor a revision/],
      [['scan', '.', '--diff', 'HEAD', '--changed-since', 'x'], /two questions/],
    ] as const) {
      const { exitCode, stderr } = await runInFolder(folder, argv);
      assert.equal(exitCode, 2);
      assert.match(stderr, sentence);
    }
  });
});

test('a misspelt branch is answered with the one that is near, an empty one with a complaint', async () => {
  await inRepository({ 'main.tf': group('web', 22) }, {}, async (folder) => {
    git(folder, 'branch', 'release');
    const misspelt = await runInFolder(folder, ['scan', '.', '--diff', 'relaese']);
    assert.equal(misspelt.exitCode, 2);
    assert.match(misspelt.stderr, /; did you mean release\?$/m);
    const empty = await runInFolder(folder, ['scan', '.', '--diff', '']);
    assert.deepEqual([empty.exitCode, empty.stderr], [2, 'kumomori: option --diff <BASE> needs a value\n']);
  });
});
