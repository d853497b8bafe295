/** The launcher under a Node that claims to be old, with another Node where npm would have put one. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from './support/temporary.ts';

const LAUNCHER = fileURLToPath(new URL('../packages/app/bin/kumomori.js', import.meta.url));

/** Makes the Node that starts the launcher say that it is Node 20; the one it hands over to says the truth. */
const AS_NODE_20 = `data:text/javascript,${encodeURIComponent(`
  if (!process.env.HANDED_OVER) Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } });
  process.env.HANDED_OVER = '1';
`)}`;

const PROGRAM = `
const [command, ...args] = process.argv.slice(2);
if (command === 'wait') setInterval(() => {}, 1000), console.log('waiting');
else { console.log(JSON.stringify({ node: process.versions.node, args })); process.exitCode = 7; }
`;

/** An installed package: the launcher, a bundle that is PROGRAM, and a packaged Node beside the package when asked for. */
function installed(options: { readonly packagedNode: boolean }): string {
  const root = temporaryFolder('launcher', {
    'node_modules/kumomori/package.json': '{ "type": "module" }',
    'node_modules/kumomori/dist/cli.js': PROGRAM,
    'node_modules/kumomori/bin/empty': '',
  });
  const launcher = join(root, 'node_modules/kumomori/bin/kumomori.js');
  copyFileSync(LAUNCHER, launcher);
  if (options.packagedNode) {
    const node = join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
    mkdirSync(dirname(node), { recursive: true });
    symlinkSync(process.execPath, node);
  }
  return launcher;
}

function asNode20(launcher: string, ...args: readonly string[]): readonly string[] {
  return ['--import', AS_NODE_20, launcher, ...args];
}

test('a new enough Node runs the program itself, with its arguments and exit code', () => {
  const { status, stdout } = spawnSync(process.execPath, [installed({ packagedNode: false }), 'scan', 'a b', '--quiet'], {
    encoding: 'utf8',
  });
  assert.deepEqual({ status, ...JSON.parse(stdout) }, { status: 7, node: process.versions.node, args: ['a b', '--quiet'] });
});

test('an old Node hands over to the packaged one, with arguments and exit code', () => {
  const { status, stdout } = spawnSync(process.execPath, asNode20(installed({ packagedNode: true }), 'scan', 'a b', '--quiet'), {
    encoding: 'utf8',
  });
  assert.deepEqual({ status, ...JSON.parse(stdout) }, { status: 7, node: process.versions.node, args: ['a b', '--quiet'] });
});

test('an old Node without a packaged one says which Node is needed and exits 2', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, asNode20(installed({ packagedNode: false }), 'scan'), {
    encoding: 'utf8',
  });
  assert.deepEqual(
    { status, stdout, stderr },
    { status: 2, stdout: '', stderr: 'kumomori needs Node 24.11 or newer; this is Node 20.20.2 (see https://nodejs.org).\n' },
  );
});

test('a signal reaches the program behind the launcher and ends both', async () => {
  const child = spawn(process.execPath, asNode20(installed({ packagedNode: true }), 'wait'), { stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.once('data', () => child.kill('SIGTERM'));
  const signal = await new Promise((resolve) => {
    child.on('exit', (_code, name) => resolve(name));
  });
  assert.equal(signal, 'SIGTERM');
});
