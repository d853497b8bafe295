import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cases, cluster } from './cases.test-helper.ts';
import type { KubernetesRequest } from './index.ts';
import { decideKubernetes } from './index.ts';

for (const { name, request, expected, by } of cases) {
  test(`Kubernetes, ${expected}: ${name} (${request.user} ${request.verb} ${request.path ?? request.resource})`, () => {
    const { decision, conditional, because } = decideKubernetes(cluster, request);
    assert.equal(decision === 'allow' && conditional !== null ? 'if' : decision, expected);
    if (by !== undefined) assert.equal(because[0]?.by, by);
  });
}

test('there are at least 100 cases, and no two ask the same', () => {
  assert.ok(cases.length >= 100, String(cases.length));
  assert.equal(new Set(cases.map(({ request }) => JSON.stringify(request))).size, cases.length);
});

const request = fc.record<KubernetesRequest>({
  user: fc.constantFrom('alice', 'bob', 'oscar', 'root-ops', 'uma', 'system:serviceaccount:shop:deployer'),
  verb: fc.constantFrom('get', 'list', 'create', 'delete', 'impersonate'),
  apiGroup: fc.constantFrom('', 'apps', 'batch'),
  resource: fc.constantFrom('pods', 'secrets', 'deployments', 'nodes'),
  namespace: fc.constantFrom('shop', 'hr', null),
  name: fc.constantFrom('api-key', null),
});
const rank = ({ decision, conditional }: ReturnType<typeof decideKubernetes>): number => (decision !== 'allow' ? 0 : conditional ? 1 : 2);

test('taking a binding away never allows more, and the order of bindings does not matter', () => {
  fc.assert(
    fc.property(request, fc.nat({ max: cluster.bindings.length - 1 }), (asked, index) => {
      const before = rank(decideKubernetes(cluster, asked));
      assert.ok(rank(decideKubernetes({ ...cluster, bindings: cluster.bindings.filter((_each, at) => at !== index) }, asked)) <= before);
      assert.equal(rank(decideKubernetes({ ...cluster, bindings: cluster.bindings.toReversed() }, asked)), before);
    }),
    { numRuns: 300 },
  );
});
