import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PathEntry, PathNode, PathsDiff, PathsOutputContext, PathsReport } from './index.ts';
import { pathsFormatNames, pathsFormats } from './index.ts';
import { MAX_NODES, mergePaths, picture } from './picture/index.ts';

const context: PathsOutputContext = { language: 'en', color: false, width: 100, limit: 10 };
const node = (kind: PathNode['kind'], name: string, type: string | null = null): PathNode => ({
  kind,
  name,
  type,
  account: null,
  file: null,
  line: null,
});

const stolen: PathEntry = {
  ...{
    id: 'p-1',
    query: 'internet-ssh-to-sensitive-data',
    title: 'From the internet over SSH to personal data',
    severity: 'critical',
    score: 87,
  },
  entry: { kind: 'internet', node: 'internet' },
  goal: { kind: 'data', node: 'aws_s3_bucket.customers' },
  steps: [
    {
      ...{ from: 'internet', to: 'aws_instance.ops', edge: 'NET_REACH', because: 'tcp/22 is open to 0.0.0.0/0' },
      ...{ requires: ['a way past SSH'], condition: null, evidence: [{ file: 'ops.tf', line: 12 }] },
    },
    {
      ...{ from: 'aws_instance.ops', to: 'aws_s3_bucket.customers', edge: 'CAN_READ', because: 's3:GetObject on *' },
      ...{ requires: [], condition: 'aws:SourceVpc = vpc-1', evidence: [{ file: 'iam.tf', line: 3 }] },
    },
  ],
  sideFacts: [{ text: 'access logging is off', evidence: [] }],
  fixes: [{ summary: 'Remove the rule', breaksPaths: 1, patch: null, evidence: [{ file: 'ops.tf', line: 12 }] }],
  ...{ alternatives: 1, alsoFrom: ['aws_iam_user.sato'], alsoReaches: [] },
};
const report: PathsReport = {
  schemaVersion: '1',
  tool: { name: 'kumomori', version: '0.1.0' },
  startedAt: '2026-11-22T09:00:00.000Z',
  finishedAt: '2026-11-22T09:00:01.000Z',
  targets: [{ kind: 'terraform', path: 'infra' }],
  summary: {
    resources: 12,
    principals: 3,
    paths: 1,
    bySeverity: { critical: 1, high: 0, medium: 0, low: 0, info: 0 },
    exposed: 1,
    exposureUnknown: 0,
    unreadGrants: 0,
  },
  paths: [stolen],
  exposure: [
    {
      ...{ node: 'aws_instance.ops', reachable: true, from: 'internet', ports: [{ protocol: 'tcp', from: 22, to: 22 }] },
      ...{ because: ['security group'], steps: [{ text: 'security group', file: 'ops.tf', line: 12 }], oneChangeAway: null },
    },
  ],
  fixes: [],
  nodes: {
    internet: node('internet', 'internet'),
    'aws_instance.ops': node('workload', 'ops', 'aws_instance'),
    'aws_s3_bucket.customers': node('data', 'minato-customers', 'aws_s3_bucket'),
  },
  coverage: [],
  diagnostics: [],
};
const diff: PathsDiff = {
  schemaVersion: '1',
  before: ['a'],
  after: ['b'],
  opened: [stolen],
  closed: [],
  kept: 2,
  exposed: report.exposure,
  noLongerExposed: [],
  nodes: report.nodes,
};

async function rendered(format: string, language: 'en' | 'ja' = 'en'): Promise<string> {
  const load = pathsFormats.get(format);
  assert.ok(load);
  return (await load()).render(report, { ...context, language });
}

test('the table tells the way step by step, with what it needs and where it is written', async () => {
  assert.equal(
    await rendered('table'),
    [
      'Critical  From the internet over SSH to personal data  risk 87 · p-1',
      '  1. Internet',
      '     ─ reaches over the network → aws_instance.ops',
      '       tcp/22 is open to 0.0.0.0/0',
      '       + needs as well: a way past SSH',
      '       ops.tf:12',
      '  2. aws_instance.ops',
      '     ─ can read → aws_s3_bucket.customers',
      '       s3:GetObject on *',
      '       ? as long as: aws:SourceVpc = vpc-1',
      '       iam.tf:3',
      '  What makes it worse:',
      '    - access logging is off',
      '  What closes it:',
      '    - Remove the rule (closes 1 of 1 path)  ops.tf:12',
      '  1 more way from the same start to the same goal: each change above closes it as well',
      '  The same way from: aws_iam_user.sato',
      '',
      'What the internet reaches',
      '  Resource          Ports   Because',
      '  aws_instance.ops  tcp 22  security group',
      '',
      '1 attack path over 12 resources and 3 identities (1 Critical)',
      '1 resource is reachable from the internet',
      '',
    ].join('\n'),
  );
});

test('every format shows paths and what a change opens, in both languages', async () => {
  for (const name of pathsFormatNames) {
    for (const language of ['en', 'ja'] as const) {
      const text = await rendered(name, language);
      assert.match(text, name === 'svg' ? /minato-customers/ : /p-1|From the internet over SSH/, `${name} ${language}`);
      const changed = (await pathsFormats.get(name)?.())?.renderDiff(diff, { ...context, language }) ?? '';
      assert.match(changed, /aws_instance\.ops/, `${name} ${language}`);
    }
  }
  assert.match(await rendered('html', 'ja'), /ネットワークで到達/);
});

test('names of resources stay text in pages, pictures and comments', async () => {
  const evil = '<script>alert(1)</script>"|`\n@team';
  const hostile: PathsReport = {
    ...report,
    paths: [{ ...stolen, title: evil, steps: stolen.steps.map((step) => ({ ...step, because: evil, requires: [evil], condition: evil })) }],
    nodes: { ...report.nodes, 'aws_instance.ops': node('workload', evil, evil) },
  };
  for (const name of ['html', 'svg', 'markdown']) {
    const text = (await pathsFormats.get(name)?.())?.render(hostile, context) ?? '';
    assert.doesNotMatch(text, /<script/i, name);
    assert.doesNotMatch(text, /\S@team/, name);
  }
});

test('the picture holds no more boxes than people can read, and says how many paths it leaves out', async () => {
  const long = Array.from({ length: 50 }, (_, index): PathEntry => {
    const to = `aws_iam_role.r${index}`;
    const [first] = stolen.steps;
    assert.ok(first);
    return {
      ...stolen,
      id: `p-${index}`,
      goal: { kind: 'principal', node: to },
      steps: [first, { ...first, from: 'aws_instance.ops', to: `${to}a` }, { ...first, from: `${to}a`, to }],
    };
  });
  const graph = mergePaths(long, report.nodes);
  assert.ok(graph.nodes.length <= MAX_NODES);
  assert.equal(graph.drawn, 29);
  assert.match((await pathsFormats.get('html')?.())?.render({ ...report, paths: long }, context) ?? '', /29 of 50 paths/);
});

test('ways that several paths share are drawn once', () => {
  const graph = mergePaths([stolen, { ...stolen, id: 'p-2', severity: 'low' }], report.nodes);
  assert.deepEqual(
    graph.edges.map(({ from, to, paths, severity }) => [from, to, paths, severity]),
    [
      ['internet', 'aws_instance.ops', 2, 'critical'],
      ['aws_instance.ops', 'aws_s3_bucket.customers', 2, 'critical'],
    ],
  );
  assert.match(picture(graph, { language: 'ja', prefix: 'x', label: '図' }), /ネットワークで到達 ×2/);
});
