/**
 * `npm run check`: what a change must pass before it is committed, two steps at a time; `npm test` has the slow tests too. One line for each step; the output of the failing ones at the end.
 * `--skip-tests` leaves the tests out (CI runs them as a stage of their own); `--only NAME` runs one step.
 */
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { generate } from './generate.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const AT_A_TIME = 2;

interface Step {
  readonly name: string;
  readonly command: readonly string[];
}

interface Outcome {
  readonly name: string;
  readonly ok: boolean;
  readonly seconds: number;
  readonly output: string;
}

/** Tests run in one process, which keeps one core busy: two halves keep two. */
const OTHER_TESTS = readdirSync(`${ROOT}packages`).flatMap((name) => (name === 'app' ? [] : [`packages/${name}/`]));

/** Longest first, so that the short ones fill the gaps. */
const STEPS: readonly Step[] = [
  { name: 'tests: app', command: ['scripts/test.ts', '--quick', 'packages/app/'] },
  { name: 'tests: rest', command: ['scripts/test.ts', '--quick', ...OTHER_TESTS, 'scripts/', 'tests/'] },
  { name: 'types', command: [tool('tsc'), '--noEmit'] },
  { name: 'types: web', command: ['scripts/web.ts', 'types'] },
  { name: 'lint', command: [tool('oxlint'), '--type-aware', '--deny-warnings'] },
  { name: 'unused', command: [tool('knip'), '--no-progress', '--no-gitignore', '--no-config-hints'] },
  { name: 'format', command: [tool('oxfmt'), '--check'] },
];

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const started = Date.now();
  generate(ROOT);
  const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined;
  const isTests = ({ name }: Step): boolean => name.startsWith('tests');
  const steps = STEPS.filter((step) =>
    only === undefined ? !isTests(step) || !args.includes('--skip-tests') : step.name === only || step.name.startsWith(`${only}:`),
  );
  if (steps.length === 0) {
    console.error(`There is no step "${only}"; there are ${STEPS.map((step) => step.name).join(', ')}.`);
    return 2;
  }
  const outcomes = [...(await runAll(steps)), treeOutcome()];
  const failed = outcomes.filter((outcome) => !outcome.ok);
  for (const { name, output } of failed) console.log(`\n──── ${name}\n${output.trimEnd()}`);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`\n${failed.length === 0 ? 'check passed' : `check failed: ${failed.map((each) => each.name).join(', ')}`} in ${seconds} s`);
  return failed.length === 0 ? 0 : 1;
}

async function runAll(steps: readonly Step[]): Promise<readonly Outcome[]> {
  const waiting = [...steps];
  const outcomes: Outcome[] = [];
  const worker = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const outcome = await run(step);
      report(outcome);
      outcomes.push(outcome);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
  return outcomes;
}

function run({ name, command }: Step): Promise<Outcome> {
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    const finish = (ok: boolean, error = ''): void =>
      resolve({ name, ok, seconds: (Date.now() - started) / 1000, output: Buffer.concat(chunks).toString() + error });
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error) => finish(false, String(error)));
    child.on('close', (code) => finish(code === 0));
  });
}

function report({ name, ok, seconds }: Outcome): void {
  console.log(`${ok ? '✔' : '✖'} ${name.padEnd(12)} ${seconds.toFixed(1).padStart(5)} s`);
}

/** What is generated or ignored must not be committed. Nothing to say outside a git checkout. */
function treeOutcome(): Outcome {
  const started = Date.now();
  const result = spawnSync('git', ['ls-files', '--cached', '--ignored', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' });
  const ok = result.status !== 0 || result.stdout === '';
  const outcome = {
    name: 'tree',
    ok,
    seconds: (Date.now() - started) / 1000,
    output: `These files are ignored, and committed all the same:\n${result.stdout}`,
  };
  report(outcome);
  return outcome;
}

/** The script behind a command of node_modules/.bin, to be started with the Node that runs now. */
function tool(name: string): string {
  return realpathSync(`${ROOT}node_modules/.bin/${name}`);
}
