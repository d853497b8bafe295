#!/usr/bin/env node
// The launcher. Plain ES2020 JavaScript: it must start under any Node, also under one that cannot run the program itself.
// In the repository it runs the sources, in the published package the bundle.
import fs from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const NEEDED = [24, 11];
const BIN = path.dirname(fileURLToPath(import.meta.url));

if (isNewEnough()) {
  // Keeps compiled code (and stripped types) in the temporary folder; NODE_DISABLE_COMPILE_CACHE=1 switches it off.
  if (module.enableCompileCache) module.enableCompileCache();
  run().catch((error) => {
    process.stderr.write(`${error && error.stack ? error.stack : error}\n`);
    process.exit(2);
  });
} else {
  const node = packagedNode();
  if (node === null) {
    process.stderr.write(
      `kumomori needs Node ${NEEDED.join('.')} or newer; this is Node ${process.versions.node} (see https://nodejs.org).\n`,
    );
    process.exit(2);
  }
  void runUnder(node);
}

function isNewEnough() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
}

async function run() {
  const source = new URL('../src/cli/main.ts', import.meta.url);
  if (!fs.existsSync(source)) {
    await import(new URL('../dist/cli.js', import.meta.url).href);
    return;
  }
  const { generate } = await import('../../../scripts/generate.ts');
  generate();
  await import(source.href);
}

/** The Node that npm installed as an optional dependency, looked for the way Node looks for packages; null when there is none. */
function packagedNode() {
  const name = `node-${process.platform}-${process.arch}`;
  for (let folder = BIN; ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'node_modules', name, 'bin', 'node');
    if (fs.existsSync(candidate)) return candidate;
    if (folder === path.dirname(folder)) return null;
  }
}

/** Same arguments, streams, signals and exit code, under another Node. */
async function runUnder(node) {
  const { spawn } = await import('node:child_process');
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) {
    process.on(signal, () => {
      // Ctrl-C on a terminal reaches the child by itself; passing it on would count as a second one.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on('error', (error) => {
    process.stderr.write(`kumomori could not start ${node}: ${error.message}\n`);
    process.exit(2);
  });
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code);
    for (const name of signals) process.removeAllListeners(name);
    process.kill(process.pid, signal);
  });
}
