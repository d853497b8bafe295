/** Code → attack paths: every kind of step with what ends it, rules that must end a path, entries from outside; and the estate of the demo. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inFolder } from '../testing/index.ts';
import { findAttackPaths } from './find-paths.ts';
import { edgeCases, policy, ruleCases, user } from '../testing/path-cases/index.ts';

async function told(estate: string): Promise<readonly string[]> {
  return inFolder({ 'main.tf': estate }, async (cwd) => {
    const report = await findAttackPaths({
      ...{ cwd, targets: ['.'], language: 'en', now: () => new Date('2026-11-22T09:00:00Z'), account: '123456789012' },
      ...{ configFile: null, varFiles: [], workspace: null },
    });
    assert.deepEqual(report.diagnostics, []);
    // Of workloads that are administrators, which several cases need, is told besides.
    const asked = report.paths.filter(({ query }) => query !== 'workload-with-admin');
    return asked.map(({ entry, steps }) => `${entry.node}: ${steps.map(({ edge, to }) => `${edge} ${to}`).join(', ')}`);
  });
}

for (const { name, estate, tells, closedBy = [] } of [...edgeCases, ...ruleCases]) {
  test(name, async () => {
    assert.deepEqual(await told(estate), tells === null ? [] : [tells]);
    if (closedBy.length === 0) return;
    let closed = estate;
    for (const [text, other] of closedBy) {
      assert.ok(closed.includes(text), text);
      closed = closed.replaceAll(text, other);
    }
    assert.deepEqual(await told(closed), []);
  });
}

const cases = [...edgeCases, ...ruleCases];

test('the order of blocks makes no difference', async () => {
  for (const { name, estate, tells } of cases) {
    const turned = estate
      .split(/^(?=resource )/m)
      .toReversed()
      .join('\n');
    assert.deepEqual(await told(turned), tells === null ? [] : [tells], name);
  }
});

test('one more port and one more reader take no path away', async () => {
  const reader = user('zoe', policy({ Action: 's3:GetObject' }));
  const port = `resource "aws_vpc_security_group_ingress_rule" "more" {
  security_group_id = aws_security_group.web.id
  ip_protocol       = "tcp"
  from_port         = 8443
  to_port           = 8443
  cidr_ipv4         = "0.0.0.0/0"
}
`;
  for (const { name, estate, tells } of cases) {
    if (tells === null) continue;
    const paths = await told(`${estate}\n${reader}${estate.includes('"aws_security_group" "web"') ? port : ''}`);
    assert.ok(
      paths.includes(tells) || paths.some((path) => path.endsWith(tells.slice(tells.indexOf(': ') + 2))),
      `${name}: ${paths.join('; ')}`,
    );
  }
});
