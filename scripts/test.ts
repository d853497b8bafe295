/**
 * Runs every `*.test.ts` of the repository with node:test in one process (isolation costs about 80 ms a file) and shows the ten slowest.
 * `--quick` leaves out the files `*.slow.test.ts`: what kills processes, fills disks or tries thousands of inputs runs before a push, not before
 * each commit. `npm test -- PART…` runs the files whose path contains one of the parts; options go to node itself: `npm test -- --test-name-pattern=CIDR`.
 */
import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { generate } from './generate.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PATTERNS = [
  'packages/*/src/**/*.test.ts',
  'packages/content/{checks,frameworks}/**/*.test.ts',
  'scripts/**/*.test.ts',
  'tests/**/*.test.ts',
];
/** A test that hangs in a loop cannot be ended from inside its process. */
const LIMIT_MILLISECONDS = 15 * 60 * 1000;
/** Compiled code and stripped types, for the tests and for the processes that they start: without, each of those compiles the sources anew. */
const COMPILE_CACHE = `${ROOT}node_modules/.cache/kumomori-compile`;
const REPORTER = 'scripts/test-reporter.ts';

generate();
process.exitCode = await runTests(process.argv.slice(2));

async function runTests(args: readonly string[]): Promise<number> {
  const isQuick = args.includes('--quick');
  const options = args.filter((arg) => arg.startsWith('--') && arg !== '--quick');
  const parts = args.filter((arg) => !arg.startsWith('--')).map((part) => part.replace(/^\.\//, ''));
  const all = testFiles().filter((file) => !isQuick || !file.endsWith('.slow.test.ts'));
  const files = all.filter((file) => parts.length === 0 || parts.some((part) => matches(file, part)));
  if (files.length === 0) {
    console.error(
      parts.length === 0 ? 'There are no test files.' : `No test file has ${parts.map((part) => `"${part}"`).join(' or ')} in its path.`,
    );
    return 1;
  }
  const reporter = options.some((option) => option.startsWith('--test-reporter')) ? [] : [`--test-reporter=./${REPORTER}`];
  const command = ['--test', '--test-isolation=none', ...reporter, ...options, ...files];
  return runNode(command);
}

/** Ends with the tests or after the limit; what stops this process stops them, too (SIGKILL: a loop hears nothing else). */
function runNode(command: readonly string[]): Promise<number> {
  const env = { ...process.env, NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? COMPILE_CACHE };
  const child = spawn(process.execPath, command, { cwd: ROOT, env, stdio: 'inherit', timeout: LIMIT_MILLISECONDS, killSignal: 'SIGKILL' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      child.kill('SIGKILL');
      process.exit(1);
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (signal !== null)
        console.error(`The tests were ended by ${signal}. To see which file hangs: npm test -- --test-isolation=process`);
      resolve(code ?? 1);
    });
  });
}

/** Every path of a package begins with `packages/`, so that word alone says nothing. */
function matches(file: string, part: string): boolean {
  return file.startsWith(part) || file.replace(/^packages\//, '').includes(part);
}

function testFiles(): readonly string[] {
  return globSync(PATTERNS, { cwd: ROOT }).toSorted();
}
