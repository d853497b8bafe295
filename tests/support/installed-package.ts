/** The built package, installed the way a user does it: from the tarball, into an empty folder, with the machine's own Node and npm. */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from './temporary.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** For the `skip` of tests that need the tarball and the npm registry; false when they are turned on. */
export const skipPackageTests: string | false =
  process.env['KUMOMORI_TEST_PACKAGE'] === '1'
    ? false
    : 'needs the npm registry: npm run build -- --pack, then KUMOMORI_TEST_PACKAGE=1 npm test';

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

let installed: string | null = null;

/** The folder with the package in its node_modules; installed once a run, removed when the process ends. */
export function installedPackage(): string {
  if (installed !== null) return installed;
  const [tarball, ...others] = globSync('dist/kumomori-*.tgz', { cwd: ROOT });
  if (tarball === undefined || others.length > 0) throw new Error('dist/ must hold exactly one tarball: npm run build -- --pack');
  const folder = temporaryFolder('package', { 'package.json': '{ "private": true }\n' });
  const { status, stderr } = run(folder, 'npm', ['install', '--no-audit', '--no-fund', join(ROOT, tarball)]);
  if (status !== 0) throw new Error(`npm install of the tarball failed:\n${stderr}`);
  installed = folder;
  return folder;
}

/** Runs a command without what `npm run` added to the environment: neither its settings nor the repository's node_modules/.bin. */
export function run(cwd: string, command: string, args: readonly string[], extra: Readonly<Record<string, string>> = {}): Outcome {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    env: { ...plainEnvironment(), ...extra },
  });
  if (error) throw error;
  return { status, stdout, stderr };
}

function plainEnvironment(): Record<string, string> {
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((entry) => !entry.includes('node_modules'));
  const kept = Object.entries(process.env).filter(([name, value]) => value !== undefined && !/^(npm_|NODE_|INIT_CWD)/i.test(name));
  return { ...Object.fromEntries(kept.map(([name, value]) => [name, String(value)])), PATH: path.join(delimiter) };
}
