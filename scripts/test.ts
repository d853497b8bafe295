/**
 * Runs every `*.test.ts` of the repository with node:test in one process (isolation costs about 80 ms a file) and shows the ten slowest.
 * `npm test -- PART…` runs the files whose path contains one of the parts; options go to node itself: `npm test -- --test-name-pattern=CIDR`.
 */
import { spawnSync } from 'node:child_process';
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
const REPORTER = 'scripts/test-reporter.ts';

generate();
process.exit(runTests(process.argv.slice(2)));

function runTests(args: readonly string[]): number {
  const options = args.filter((arg) => arg.startsWith('--'));
  const parts = args.filter((arg) => !arg.startsWith('--')).map((part) => part.replace(/^\.\//, ''));
  const files = testFiles().filter((file) => parts.length === 0 || parts.some((part) => file.includes(part)));
  if (files.length === 0) {
    console.error(
      parts.length === 0 ? 'There are no test files.' : `No test file has ${parts.map((part) => `"${part}"`).join(' or ')} in its path.`,
    );
    return 1;
  }
  const reporter = options.some((option) => option.startsWith('--test-reporter')) ? [] : [`--test-reporter=./${REPORTER}`];
  const command = ['--test', '--test-isolation=none', ...reporter, ...options, ...files];
  const result = spawnSync(process.execPath, command, { cwd: ROOT, stdio: 'inherit' });
  if (result.error) throw result.error;
  return result.status ?? 1;
}

function testFiles(): readonly string[] {
  return globSync(PATTERNS, { cwd: ROOT }).toSorted();
}
