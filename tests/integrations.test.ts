/**
 * The GitHub Action, the pre-commit hook and the GitLab job: their files are read, and what they would run is run against the built package.
 * Running is skipped unless KUMOMORI_TEST_PACKAGE=1 (see tests/support).
 */
import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import type { Outcome } from './support/installed-package.ts';
import { ROOT, installedPackage, run, skipPackageTests } from './support/installed-package.ts';
import { writeFiles } from './support/temporary.ts';

const options = { skip: skipPackageTests };

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly steps: readonly { readonly env: Readonly<Record<string, string>>; readonly run: string }[] };
}

interface Hook {
  readonly entry: string;
  readonly args: readonly string[];
}

// What the tests need of the files; a file that differs fails them.
const action: Action = parse(text('action.yml'));
const [hook]: readonly Hook[] = parse(text('.pre-commit-hooks.yaml'));
const gitlab: Readonly<Record<'kumomori' | 'kumomori-paths', { readonly script: readonly string[] }>> = parse(text('docs/ci/gitlab.yml'));

test('every integration asks for the version that this repository builds', () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'packages/app/package.json'), 'utf8'));
  const asked = [
    action.inputs['version']?.default,
    /kumomori@(\S+)/.exec(hook?.entry ?? '')?.[1],
    ...Object.values(gitlab).map(({ script }) => /kumomori@([^\s)]+)/.exec(script.join('\n'))?.[1]),
  ];
  assert.deepEqual(asked, [version, version, version, version]);
});

test('the GitHub Action writes SARIF and a summary, sets its outputs and fails on a finding', options, () => {
  const { folder, outcome, outputs } = runAction({ path: 'infra' }, { 'infra/main.tf': PUBLIC_SSH });
  const sarif = JSON.parse(readFileSync(join(folder, 'kumomori.sarif'), 'utf8'));
  assert.deepEqual({ status: outcome.status, outputs }, { status: 1, outputs: 'diff=\npaths-diff=\nreport=kumomori.sarif\nexit-code=1\n' });
  assert.equal(sarif.version, '2.1.0');
  assert.ok(sarif.runs[0].results.length > 0);
  assert.match(readFileSync(join(folder, 'summary.md'), 'utf8'), /aws_security_group\.bastion/);
});

test('the GitHub Action passes when nothing is at or above fail-on', options, () => {
  const { outcome, outputs } = runAction({ path: 'infra\nmore', 'fail-on': 'critical' }, { 'infra/main.tf': PLAIN, 'more/main.tf': PLAIN });
  assert.deepEqual({ status: outcome.status, outputs }, { status: 0, outputs: 'diff=\npaths-diff=\nreport=kumomori.sarif\nexit-code=0\n' });
});

test('the GitHub Action tells the attack paths that a pull request opens, and fails only for those', options, () => {
  const open = { 'infra/main.tf': openRole('*') };
  const opened = runAction(
    { path: 'infra', 'paths-base': 'main', 'fail-on': 'critical' },
    open,
    inBranch({ 'infra/main.tf': openRole('123456789012') }),
  );
  const kept = runAction({ path: 'infra', 'paths-base': 'main', 'fail-on': 'critical' }, open, inBranch(open));
  const added = runAction({ path: 'infra', 'paths-base': 'main', 'fail-on': 'critical' }, open, inBranch({ 'README.md': 'nothing yet' }));
  const summary = ({ folder }: typeof opened): string => readFileSync(join(folder, 'summary.md'), 'utf8').split('## Attack paths')[1] ?? '';
  assert.match(summary(opened), /1 path opened[^]*Anybody may assume/);
  assert.match(summary(kept), /opens and closes no attack path/);
  assert.match(summary(added), /1 path opened/);
  assert.deepEqual(
    [opened, kept, added].map(({ outcome, outputs }) => [outcome.status, /^paths-diff=.+kumomori-paths\.md$/m.test(outputs)]),
    [
      [1, true],
      [statusOfScan(open), true],
      [1, true],
    ],
  );
});

test('the GitHub Action fails only for findings that a pull request adds, and reports all', options, () => {
  const both = { 'infra/main.tf': `${PUBLIC_SSH}\n${PLAIN}` };
  const kept = runAction({ path: 'infra', 'diff-base': 'main' }, both, inBranch({ 'infra/main.tf': PUBLIC_SSH }));
  const added = runAction({ path: 'infra', 'diff-base': 'main' }, both, inBranch({ 'infra/main.tf': PLAIN }));
  const comment = ({ folder }: typeof added): string => readFileSync(join(folder, 'summary.md'), 'utf8');
  assert.deepEqual([kept.outcome.status, added.outcome.status], [0, 1]);
  assert.doesNotMatch(comment(kept), /aws_security_group\.bastion/);
  assert.match(comment(added), /aws_security_group\.bastion/);
  assert.match(added.outputs, /^diff=.+kumomori-diff\.md$/m);
  const sarif = JSON.parse(readFileSync(join(kept.folder, 'kumomori.sarif'), 'utf8'));
  assert.ok(sarif.runs[0].results.length > 0);
});

test('a commit to compare with is data as well', options, () => {
  for (const input of ['paths-base', 'diff-base']) {
    const { folder, outcome } = runAction({ [input]: '--upload-pack=touch pwned' }, { 'main.tf': PLAIN });
    assert.deepEqual({ status: outcome.status, pwned: existsSync(join(folder, 'pwned')) }, { status: 2, pwned: false });
  }
});

test('the GitLab job for merge requests leaves the markdown and fails for opened paths', options, () => {
  const folder = project({ 'main.tf': openRole('*') });
  inBranch({ 'main.tf': openRole('123456789012') })(folder);
  const { status } = shell(folder, gitlab['kumomori-paths'].script.join('\n'), {
    KUMOMORI_HOME: installedPackage(),
    CI_MERGE_REQUEST_DIFF_BASE_SHA: 'main',
  });
  assert.equal(status, 1);
  assert.match(readFileSync(join(folder, 'kumomori-paths.md'), 'utf8'), /1 path opened/);
});

test('the GitHub Action takes its inputs as data, not as code', options, () => {
  const { folder, outcome } = runAction({ path: '$(touch pwned); touch pwned' }, { 'main.tf': PLAIN });
  assert.deepEqual({ status: outcome.status, pwned: existsSync(join(folder, 'pwned')) }, { status: 2, pwned: false });
});

test('programs that the scanned code brings along are not run', options, () => {
  const traps = Object.fromEntries(
    ['node', 'npm', 'npx', 'kumomori', 'sh'].map((name) => [`node_modules/.bin/${name}`, '#!/bin/sh\ntouch pwned\n']),
  );
  const files = { 'main.tf': PLAIN, '.npmrc': 'registry=http://192.0.2.1/\nscript-shell=./node_modules/.bin/sh\n', ...traps };
  const inAction = runAction({}, files, (folder) => Object.keys(traps).forEach((path) => chmodSync(join(folder, path), 0o755)));
  const inGitlab = shell(inAction.folder, gitlab.kumomori.script.join('\n'), { KUMOMORI_HOME: installedPackage() });
  assert.deepEqual([inAction.outcome.status, inGitlab.status, existsSync(join(inAction.folder, 'pwned'))], [0, 0, false]);
});

test('the pre-commit hook stops a commit with a finding and lets a clean one through', options, () => {
  const command = [hook?.entry, ...(hook?.args ?? [])].join(' ');
  const dirty = shell(project({ 'main.tf': PUBLIC_SSH }), command);
  const clean = shell(project({ 'main.tf': PLAIN }), command);
  assert.deepEqual([dirty.status, clean.status], [1, 0]);
  assert.match(dirty.stdout, /aws_security_group\.bastion/);
});

test('the GitLab job fails on a finding and leaves the report GitLab reads', options, () => {
  const folder = project({ 'main.tf': PUBLIC_SSH });
  const { status } = shell(folder, gitlab.kumomori.script.join('\n'), { KUMOMORI_HOME: installedPackage() });
  const report = JSON.parse(readFileSync(join(folder, 'gl-sast-report.json'), 'utf8'));
  assert.equal(status, 1);
  assert.ok(report.vulnerabilities.some((each: { location: { file: string } }) => each.location.file === 'main.tf'));
});

/** Substitutes the inputs the way the runner does and runs the steps the way `shell: bash` does. */
function runAction(
  inputs: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>>,
  prepare: (folder: string) => void = () => {},
): { readonly folder: string; readonly outcome: Outcome; readonly outputs: string } {
  const folder = project(files);
  prepare(folder);
  const [step] = action.runs.steps;
  assert.ok(step && action.runs.steps.length === 1);
  const value = (name: string): string => inputs[name] ?? action.inputs[name]?.default ?? '';
  const substituted = Object.entries(step.env).map(([name, text]) => [
    name,
    text.replaceAll(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, input) => value(input)),
  ]);
  const outputFile = join(folder, 'github-output.txt');
  const outcome = shell(folder, step.run, {
    ...Object.fromEntries(substituted),
    RUNNER_TEMP: runnerTemp(),
    GITHUB_OUTPUT: outputFile,
    GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
  });
  return { folder, outcome, outputs: existsSync(outputFile) ? readFileSync(outputFile, 'utf8') : '' };
}

/** A repository whose branch `main` holds other files than the working tree. */
function inBranch(files: Readonly<Record<string, string>>): (folder: string) => void {
  return (folder) => {
    const kept = mkdtempSync(join(tmpdir(), 'kumomori-main-'));
    writeFiles(kept, files);
    const git = `git -c user.name=sato -c user.email=sato@example.com --git-dir="$1/.git" --work-tree="$2"`;
    const script = `git init -q -b main "$1" && ${git} add -A && ${git} commit -q -m base`;
    const { status, stderr } = run(folder, 'bash', ['-c', script, 'git', folder, kept], {});
    assert.equal(status, 0, stderr);
  };
}

function statusOfScan(files: Readonly<Record<string, string>>): number | null {
  return runAction({ path: 'infra', 'fail-on': 'critical' }, files).outcome.status;
}

/** Where the action finds the package as if it had installed it: the tests have no registry. */
function runnerTemp(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kumomori-runner-'));
  symlinkSync(installedPackage(), join(folder, `kumomori-${action.inputs['version']?.default}`));
  return folder;
}

/** A folder below the installed package, so that `npx kumomori@VERSION` finds it without the registry. */
function project(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(installedPackage(), 'project-'));
  writeFiles(folder, files);
  return folder;
}

function shell(cwd: string, script: string, env: Readonly<Record<string, string>> = {}): Outcome {
  return run(cwd, 'bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], env);
}

function text(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

const PUBLIC_SSH = `resource "aws_security_group" "bastion" {
  name = "orders-bastion"
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
`;

/** A resource no check of high severity has anything to say about. */
const PLAIN = `resource "aws_ssm_document" "restart" {
  name          = "restart-orders"
  document_type = "Command"
  content       = jsonencode({ schemaVersion = "2.2", description = "restart", mainSteps = [] })
}
`;

/** A role with every right, and who may assume it. */
function openRole(principal: string): string {
  return `resource "aws_iam_role" "deploy" {
  name = "orders-deploy"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "${principal}" } }]
  })
}
resource "aws_iam_role_policy" "deploy" {
  role   = aws_iam_role.deploy.name
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })
}
`;
}
