import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runWithFiles } from '../testing/index.ts';

const object = (kind: string, name: string, spec: object): string =>
  JSON.stringify({ apiVersion: 'admissionregistration.k8s.io/v1', kind, metadata: { name }, spec });
const rules = (group: string, resource: string): object => ({
  resourceRules: [{ apiGroups: [group], apiVersions: ['v1'], operations: ['CREATE'], resources: [resource] }],
});
const policy = (spec: object, match: object = rules('', 'pods')): string =>
  object('ValidatingAdmissionPolicy', 'house-rule', { matchConstraints: match, ...spec });
const bound = (spec: object = {}): string =>
  object('ValidatingAdmissionPolicyBinding', 'house-rule', { policyName: 'house-rule', validationActions: ['Deny'], ...spec });
const pod = `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
  namespace: shop
spec:
  hostNetwork: true
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
`;
const namespace = (labels: string): string => `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels: ${labels}\n`;

interface Report {
  readonly summary: Readonly<Record<string, number>>;
  readonly entries: readonly {
    readonly status: string;
    readonly message: { readonly en: string };
    readonly evidence: { readonly file: string; readonly line: number };
  }[];
  readonly diagnostics: readonly { readonly file: string; readonly line: number; readonly message: string }[];
}

async function simulated(
  policies: readonly string[],
  objects: string,
  flags: readonly string[] = [],
): Promise<Report & { exitCode: number }> {
  const files = { 'policies/all.yaml': policies.join('\n---\n'), 'apps/objects.yaml': objects };
  const { stdout, exitCode } = await runWithFiles(files, [
    'admission',
    'simulate',
    'apps',
    '--policy',
    'policies',
    '--format',
    'json',
    ...flags,
  ]);
  const report: Report = JSON.parse(stdout);
  return { ...report, exitCode };
}

const noHostNetwork = { validations: [{ expression: '!object.spec.?hostNetwork.orValue(false)', message: 'no host network' }] };
const inProd = { ...rules('', 'pods'), namespaceSelector: { matchLabels: { stage: 'prod' } } };

/** Name, policies, objects, what is answered. */
const cases: readonly (readonly [string, readonly string[], string, readonly string[]])[] = [
  ['a validation that does not hold', [policy(noHostNetwork), bound()], pod, ['denied']],
  ['a warning', [policy(noHostNetwork), bound({ validationActions: ['Audit', 'Warn'] })], pod, ['warned']],
  ['no binding', [policy(noHostNetwork)], pod, ['unbound']],
  ['another kind', [policy(noHostNetwork, rules('apps', 'deployments')), bound()], pod, []],
  [
    'the pods of a workload',
    [policy(noHostNetwork), bound()],
    `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: orders-api}\nspec:\n  template:\n    spec: {hostNetwork: true, containers: []}\n`,
    ['denied'],
  ],
  ['a namespace that is not there', [policy(noHostNetwork, inProd), bound()], pod, ['unknown']],
  ['a namespace with the label', [policy(noHostNetwork, inProd), bound()], `${pod}---\n${namespace('{stage: prod}')}`, ['denied']],
  ['a namespace with another label', [policy(noHostNetwork, inProd), bound()], `${pod}---\n${namespace('{stage: test}')}`, []],
  ['a field that is missing', [policy({ validations: [{ expression: 'object.spec.hostPID' }] }), bound()], pod, ['denied']],
  [
    'a field that is missing, ignored',
    [policy({ failurePolicy: 'Ignore', validations: [{ expression: 'object.spec.hostPID' }] }), bound()],
    pod,
    [],
  ],
  ['who asks is not known', [policy({ validations: [{ expression: "request.userInfo.username == 'alice'" }] }), bound()], pod, ['unknown']],
  [
    'an authorizer',
    [policy({ validations: [{ expression: "authorizer.group('').resource('pods').check('create').allowed()" }] }), bound()],
    pod,
    ['unknown'],
  ],
  [
    'a condition that is not met',
    [
      policy({ matchConditions: [{ name: 'a', expression: "request.namespace != 'shop'" }], validations: [{ expression: 'false' }] }),
      bound(),
    ],
    pod,
    [],
  ],
  [
    'a variable',
    [
      policy({ variables: [{ name: 'own', expression: 'object.spec.hostNetwork' }], validations: [{ expression: '!variables.own' }] }),
      bound(),
    ],
    pod,
    ['denied'],
  ],
  [
    'a default of the server',
    [policy({ validations: [{ expression: "object.spec.containers.all(c, c.imagePullPolicy == 'IfNotPresent')" }] }), bound()],
    pod,
    [],
  ],
  [
    'params that are not there',
    [
      policy({ paramKind: { apiVersion: 'v1', kind: 'ConfigMap' }, validations: [{ expression: "params.data.allowed == 'yes'" }] }),
      bound({ paramRef: { name: 'settings', namespace: 'shop' } }),
    ],
    pod,
    ['unknown'],
  ],
  [
    'params',
    [
      policy({ paramKind: { apiVersion: 'v1', kind: 'ConfigMap' }, validations: [{ expression: "params.data.allowed == 'yes'" }] }),
      bound({ paramRef: { name: 'settings', namespace: 'shop' } }),
    ],
    `${pod}---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings, namespace: shop}\ndata: {allowed: 'no'}\n`,
    ['denied'],
  ],
];

for (const [name, policies, objects, expected] of cases) {
  test(`admission simulate: ${name}`, async () => {
    const { entries, exitCode } = await simulated(policies, objects);
    assert.deepEqual(
      entries.map(({ status }) => status),
      expected,
    );
    assert.equal(exitCode, expected.includes('denied') ? 1 : 0);
  });
}

test('a refusal names the line of the object, and what the cluster would say', async () => {
  const spec = {
    validations: [{ expression: '!object.spec.hostNetwork', messageExpression: "'%s uses its host'.format([object.metadata.name])" }],
  };
  const { entries, summary } = await simulated([policy(spec), bound()], pod);
  assert.deepEqual(entries[0]?.message.en, 'orders-api uses its host');
  assert.deepEqual([entries[0]?.evidence.file, entries[0]?.evidence.line], ['apps/objects.yaml', 7]);
  assert.deepEqual([summary['objects'], summary['denied'], summary['allowed']], [1, 1, 0]);
});

test('mistakes in policies are diagnostics; one that cannot be read is told by the exit code', async () => {
  const wrong = await simulated([policy({ validations: [{ expression: 'objekt.spec == 1' }] }), bound()], pod);
  assert.match(wrong.diagnostics[0]?.message ?? '', /there is no "objekt"; did you mean object/);
  const broken = await simulated([policy({ validations: [{ expression: 'object.spec ==' }] }), bound()], pod);
  assert.equal(broken.exitCode, 2);
  assert.deepEqual(broken.entries, []);
});

test('every format renders, in both languages', async () => {
  const files = { 'policies/all.yaml': [policy(noHostNetwork), bound()].join('\n---\n'), 'apps/objects.yaml': pod };
  for (const format of ['table', 'markdown', 'sarif']) {
    const { stdout } = await runWithFiles(files, [
      'admission',
      'simulate',
      'apps',
      '--policy',
      'policies',
      '--format',
      format,
      '--lang',
      'ja',
    ]);
    assert.match(stdout, /no host network/);
    if (format !== 'sarif') assert.match(stdout, /拒否/);
  }
});

test('an exported policy refuses what the check fails', async () => {
  const exported = await runWithFiles({}, ['admission', 'export', '--check', 'k8s-workload-host-network,k8s-etcd-client-auth']);
  assert.match(exported.stderr, /k8s-etcd-client-auth: is about files or settings/);
  const { entries } = await simulated([exported.stdout], pod);
  assert.deepEqual(
    entries.map(({ status, message }) => [status, message.en]),
    [['denied', 'Pods do not share the network of their node (k8s-workload-host-network)']],
  );
});

const onUpdate = (operations: readonly string[], group = '', resource = 'pods'): object => ({
  resourceRules: [{ apiGroups: [group], apiVersions: ['v1'], operations, resources: [resource] }],
});

/** Operations of the rule, its expression, what there was, whether deletions are asked about; what is answered, and about what. */
const operations: readonly (readonly [
  name: string,
  operations: readonly string[],
  expression: string,
  before: string,
  deletions: boolean,
  expected: readonly string[],
])[] = [
  [
    'an object that was there is updated',
    ['UPDATE'],
    'object.spec == oldObject.spec',
    pod.replace('1.4.2', '1.4.1'),
    false,
    ['denied UPDATE orders-api'],
  ],
  ['an update that changes nothing', ['UPDATE'], 'object.spec == oldObject.spec', pod, false, []],
  ['no creation where only updates are asked', ['UPDATE'], 'false', pod.replace('orders-api', 'other'), false, []],
  ['no update where only creations are asked', ['CREATE'], 'false', pod, false, []],
  [
    'a creation has no object before it',
    ['CREATE', 'UPDATE'],
    'oldObject != null',
    pod.replace('orders-api', 'other'),
    false,
    ['denied CREATE orders-api'],
  ],
  [
    'a deletion has only the object before it',
    ['DELETE'],
    "object != null || oldObject.metadata.name != 'other'",
    pod.replace('orders-api', 'other'),
    true,
    ['denied DELETE other'],
  ],
  ['without --deletions nothing is deleted', ['DELETE'], 'false', pod.replace('orders-api', 'other'), false, []],
  ['the request says which', ['*'], "request.operation != 'UPDATE'", pod, false, ['denied UPDATE orders-api']],
];
for (const [name, asked, expression, before, deletions, expected] of operations) {
  test(`updates and deletions: ${name}`, async () => {
    const files = {
      'policies/all.yaml': [policy({ validations: [{ expression }] }, onUpdate(asked)), bound()].join('\n---\n'),
      'apps/objects.yaml': pod,
      'before/objects.yaml': before,
    };
    const argv = ['admission', 'simulate', 'apps', '--policy', 'policies', '--previous', 'before', ...(deletions ? ['--deletions'] : [])];
    const { stdout } = await runWithFiles(files, [...argv, '--format', 'json']);
    const { entries }: { readonly entries: readonly { status: string; object: { operation: string; name: string } }[] } =
      JSON.parse(stdout);
    assert.deepEqual(
      entries.map(({ status, object: { operation, name: of } }) => `${status} ${operation} ${of}`),
      expected,
    );
  });
}

test('--deletions without --previous is a mistake', async () => {
  const { exitCode, stderr } = await runWithFiles({ 'apps/objects.yaml': pod }, ['admission', 'simulate', 'apps', '--deletions']);
  assert.equal(exitCode, 2);
  assert.match(stderr, /--deletions needs --previous/);
});

test('a misspelt attribute of a kind that is known is told with the right one', async () => {
  const of = async (expression: string, match?: object): Promise<readonly string[]> => {
    const { diagnostics } = await simulated([policy({ validations: [{ expression }] }, match), bound()], pod);
    return diagnostics.map(({ line, message }) => `${line}: ${message}`);
  };
  assert.deepEqual(await of('object.spec.?hostnetwork.orValue(false) == false'), [
    '1: PodSpec has no attribute "hostnetwork"; did you mean hostNetwork?',
  ]);
  assert.deepEqual(await of('object.spec.containers.all(c, !has(c.securityContext.privilegd))'), [
    '1: SecurityContext has no attribute "privilegd"; did you mean privileged?',
  ]);
  assert.deepEqual(await of("object.metadata.labels.team == 'orders' || object.spec.volumes.exists(v, has(v.hostPath.path))"), []);
  // Of several kinds nothing is known.
  assert.deepEqual(
    await of('has(object.spec.template)', {
      resourceRules: [{ apiGroups: ['', 'apps'], apiVersions: ['v1'], operations: ['*'], resources: ['pods', 'deployments'] }],
    }),
    [],
  );
});
