/** The age of temporary rules, as a user meets it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { inFolder, runInFolder } from '../testing/index.ts';
import { readPorcelain } from '../use-cases/git-blame.ts';

const rule = (name: string, note: string): string => `
resource "aws_vpc_security_group_ingress_rule" "${name}" {
  security_group_id = "sg-0123456789abcdef0"
  description       = "${note}"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "198.51.100.0/24"
}
`;

async function messages(cwd: string, ...more: readonly string[]): Promise<readonly string[]> {
  const argv = ['scan', '.', '--check', 'aws-ec2-sg-no-temporary-rules', '--format', 'json', ...more];
  const { stdout } = await runInFolder(cwd, argv);
  const { findings, diagnostics } = JSON.parse(stdout) as {
    findings: readonly { readonly message: string; readonly origin: { readonly address: string } }[];
    diagnostics: readonly { readonly message: string }[];
  };
  return [...findings.map(({ message, origin }) => `${origin.address}: ${message}`), ...diagnostics.map(({ message }) => message)];
}

function commit(cwd: string, day: string): void {
  const env = { ...process.env, GIT_AUTHOR_DATE: `${day}T09:00:00Z`, GIT_COMMITTER_DATE: `${day}T09:00:00Z` };
  const git = (...args: readonly string[]): unknown =>
    spawnSync('git', ['-c', 'user.name=Operator', '-c', 'user.email=operator@example.com', ...args], { cwd, env });
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', day);
}

test('git says which temporary rules are old', async () => {
  await inFolder({ 'main.tf': rule('vendor', 'temporary') }, async (folder) => {
    commit(folder, '2026-05-01');
    appendFileSync(join(folder, 'main.tf'), rule('partner', 'temporary') + rule('late', 'until 2026-10-01'));
    commit(folder, '2026-11-10');
    appendFileSync(join(folder, 'main.tf'), rule('new', 'temporary'));
    const group = 'Security group sg-0123456789abcdef0 has a rule that should be gone: it says';
    const found = await messages(folder, '--blame');
    assert.deepEqual(found.map((each) => each.replace(/Security group \S+ has/, 'Security group sg-0123456789abcdef0 has')).toSorted(), [
      `aws_vpc_security_group_ingress_rule.late: ${group} "until", and 2026-10-01 passed 52 days ago`,
      `aws_vpc_security_group_ingress_rule.vendor: ${group} "temporary" and has been there since 2026-05-01 (205 days)`,
    ]);
    assert.equal((await messages(folder)).length, 4);
  });
});

test('without a repository the findings stay, and the report says why', async () => {
  await inFolder({ 'main.tf': rule('vendor', 'temporary') }, async (folder) => {
    const [finding, diagnostic] = await messages(folder, '--blame');
    assert.match(finding ?? '', /it says "temporary"$/);
    assert.match(diagnostic ?? '', /^the age of lines is not known: not a git repository/);
  });
});

test('what git prints is read line by line', () => {
  const commits = ['a'.repeat(40), '0'.repeat(40)];
  const text = [
    `${commits[0]} 1 3 1`,
    'author-time 1767225600',
    'boundary',
    '\tx',
    `${commits[1]} 4 4 1`,
    'author-time 1795305600',
    '\ty',
    `${commits[0]} 5 7`,
    '\tz',
  ];
  assert.deepEqual(readPorcelain(text.join('\n')), [
    { line: 3, day: '2026-01-01', isCommitted: true, isBoundary: true },
    { line: 4, day: '2026-11-22', isCommitted: false, isBoundary: false },
    { line: 7, day: '2026-01-01', isCommitted: true, isBoundary: true },
  ]);
});
