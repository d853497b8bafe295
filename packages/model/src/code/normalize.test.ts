import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnyNode, FieldsOf, ListNode, MapNode } from '../node.ts';
import { object } from '../node.ts';
import type { Resource } from '../resource.ts';
import type { DeclaredResource } from '../declared.ts';
import type { Value } from '../value.ts';
import { mapValue, stringValue } from '../value.ts';
import { normalizeCode } from './normalize.ts';
import type { CodeRoot } from './normalize.ts';
import type { RegisteredReader, CodeReader } from './reader.ts';
import { defineTerraform } from './reader.ts';
import type { Written } from './testing.ts';
import { blockOf, computed, resourceAt, sensitive, template, unset, valueOf } from './testing.ts';

interface Bucket {
  readonly acl: string;
  readonly policy: string | undefined;
  readonly rules: readonly { readonly id: string }[];
  readonly tags: MapNode<string>;
}

const bucketReader: CodeReader<Bucket> = {
  types: ['aws_s3_bucket'],
  satellites: { aws_s3_bucket_policy: 'bucket', aws_s3_bucket_acl: 'bucket', aws_s3_bucket_rule: 'bucket' },
  single: ['aws_s3_bucket_policy'],
  identity: ['bucket', 'id'],
  read: (bucket, context) =>
    ({
      acl: context.satellite('aws_s3_bucket_acl').string('acl', { default: 'private' }),
      policy: context.satellite('aws_s3_bucket_policy').string('policy'),
      rules: {
        node: 'list',
        items: context.satellites('aws_s3_bucket_rule').map((rule) => ({
          node: object({ id: rule.string('rule', { default: '' }) }, rule.place),
          uncertain: rule.uncertain,
        })),
        rest: null,
        place: bucket.place,
      },
      tags: context.tags(bucket),
      // The test reads the nodes themselves; what the shape makes of them does not matter.
    }) as unknown as FieldsOf<Bucket>,
};

interface Trail {
  readonly bucket: { readonly acl: string } | undefined;
  readonly buckets: readonly { readonly acl: string }[];
  readonly used: boolean;
}
const trailReader = defineTerraform<Trail>({
  types: ['aws_cloudtrail'],
  read: (trail, context) =>
    ({
      bucket: context.ref(trail, 's3_bucket_name', 'aws.s3.bucket'),
      buckets: context.refs(trail, 'buckets', 'aws.s3.bucket'),
    }) as unknown as FieldsOf<Trail>,
});

const registered = <T>(type: string, terraform: CodeReader<T>): RegisteredReader => ({ type, terraform });
const readers = [registered('aws.s3.bucket', bucketReader), registered('aws.cloudtrail.trail', trailReader)];

function normalized(resources: readonly DeclaredResource[], root: Partial<CodeRoot> = {}): readonly Resource[] {
  return normalizeCode({ kind: 'terraform', dir: '', resources, ...root }, readers);
}

/** A field in one word: value, or state and reason; links by the key they go to. */
function told(of: unknown): unknown {
  const node = of as AnyNode; // fields of the readers above
  switch (node.node) {
    case 'leaf':
      return node.value ?? (node.reason ? `${node.state}: ${node.reason.detail}` : node.state);
    case 'list':
      return (node satisfies ListNode<unknown>).items
        .map((item) => `${String(told(item.node))}${item.uncertain ? ' perhaps' : ''}`)
        .concat(node.rest ? ['…'] : []);
    case 'map':
      return Object.fromEntries([...[...node.entries].map(([key, leaf]) => [key, told(leaf)]), ...(node.rest ? [['…', true]] : [])]);
    case 'object':
      return told(Object.values(node.fields)[0]);
    case 'ref':
      return node.target?.split('|').at(-1) ?? `nowhere: ${node.reason?.detail ?? 'it is not in this code'}`;
  }
}

const field = (resource: Resource | undefined, name: string): unknown => told(Reflect.get(resource?.fields.fields ?? {}, name));
const policyOf = (bucket: Written, name = 'aws_s3_bucket_policy.p'): DeclaredResource => resourceAt(name, { bucket, policy: 'P' });
const addresses = (resources: readonly Resource[]): readonly string[] => resources.map(({ origin }) => origin.address);

/** Bucket addresses → what the policy that names `value` makes of each. */
function policies(
  buckets: readonly DeclaredResource[],
  named: Written,
  from = 'aws_s3_bucket_policy.p',
): Readonly<Record<string, unknown>> {
  const resources = normalized([...buckets, policyOf(named, from)]);
  return Object.fromEntries(resources.map((resource) => [resource.origin.address, field(resource, 'policy')]));
}

const perhaps = 'unresolved: it is not known whether aws_s3_bucket_policy.p belongs to it';
const [orders, logs] = [resourceAt('aws_s3_bucket.orders', { bucket: 'orders-bucket' }), resourceAt('aws_s3_bucket.logs')];
const keyed = ['a]b', 'q\\"x', 'n.m'].map((key) => resourceAt(`module.m["eu.west"].aws_s3_bucket.b["${key}"]`));
const [odd = '', quoted = '', dotted = ''] = keyed.map(({ address }) => address);
const byVariable = resourceAt('aws_s3_bucket.named', { bucket: unset('name', 5) });
const byTemplate = resourceAt('aws_s3_bucket.named', { bucket: template('logs-', unset('env', 5)) });
const byAccount = resourceAt('aws_s3_bucket.named', { bucket: template('logs-', computed('data.aws_caller_identity.me#account_id')) });

const links: readonly (readonly [string, readonly DeclaredResource[], Written, Readonly<Record<string, unknown>>])[] = [
  ['by reference', [orders, logs], computed('aws_s3_bucket.logs#id'), { 'aws_s3_bucket.orders': 'absent', 'aws_s3_bucket.logs': 'P' }],
  [
    'by a reference whose value is known',
    [orders],
    { ...stringValue('orders-bucket'), refs: [{ address: 'aws_s3_bucket.orders', attribute: 'bucket' }] },
    { 'aws_s3_bucket.orders': 'P' },
  ],
  ['by its literal name', [orders, logs], 'orders-bucket', { 'aws_s3_bucket.orders': 'P', 'aws_s3_bucket.logs': 'absent' }],
  ['to the very instance', keyed, computed(`${odd}#id`), { [odd]: 'P', [quoted]: 'absent', [dotted]: 'absent' }],
  ['to an instance with quotes in its key', keyed, computed(`${quoted}#id`), { [odd]: 'absent', [quoted]: 'P', [dotted]: 'absent' }],
  [
    'to one of several, nobody knows which',
    keyed,
    computed('module.m["eu.west"].aws_s3_bucket.b#id'),
    { [odd]: perhaps, [quoted]: perhaps, [dotted]: perhaps },
  ],
  [
    'to an instance that is not there',
    keyed,
    computed('module.m["eu.west"].aws_s3_bucket.b["other"]#id'),
    { [odd]: 'absent', [quoted]: 'absent', [dotted]: 'absent', 'aws_s3_bucket_policy.p': 'P' },
  ],
  [
    'to a module instance that is not there',
    keyed,
    computed('module.m["us"].aws_s3_bucket.b["n.m"]#id'),
    { [odd]: 'absent', [quoted]: 'absent', [dotted]: 'absent', 'aws_s3_bucket_policy.p': 'P' },
  ],
  ['to the only instance a key may mean', [resourceAt('aws_s3_bucket.b')], computed('aws_s3_bucket.b[0]#id'), { 'aws_s3_bucket.b': 'P' }],
  [
    'to one of two that a condition chooses',
    [orders, logs],
    computed('aws_s3_bucket.orders#id', 'aws_s3_bucket.logs#id'),
    { 'aws_s3_bucket.orders': perhaps, 'aws_s3_bucket.logs': perhaps },
  ],
  [
    'to every element of a list',
    [orders, logs],
    [computed('aws_s3_bucket.orders#id'), computed('aws_s3_bucket.logs#id')],
    { 'aws_s3_bucket.orders': 'P', 'aws_s3_bucket.logs': 'P' },
  ],
  ['by the same variable', [byVariable], unset('name', 5), { 'aws_s3_bucket.named': 'P' }],
  ['not by another variable', [byVariable], unset('other', 60), { 'aws_s3_bucket.named': 'absent', 'aws_s3_bucket_policy.p': 'P' }],
  ['by a name with the same unknown part', [byTemplate], template('logs-', unset('env', 5)), { 'aws_s3_bucket.named': 'P' }],
  [
    'not by a name with another known part',
    [byTemplate],
    template('orders-', unset('env', 5)),
    { 'aws_s3_bucket.named': 'absent', 'aws_s3_bucket_policy.p': 'P' },
  ],
  [
    'by a name made of the same data source',
    [byAccount],
    template('logs-', computed('data.aws_caller_identity.me#account_id')),
    { 'aws_s3_bucket.named': 'P' },
  ],
  [
    'not by a name made of another data source',
    [byAccount],
    template('logs-', computed('data.aws_caller_identity.other#account_id')),
    { 'aws_s3_bucket.named': 'absent', 'aws_s3_bucket_policy.p': 'P' },
  ],
  [
    'not by an empty name',
    [resourceAt('aws_s3_bucket.b', { bucket: '' })],
    '',
    { 'aws_s3_bucket.b': 'absent', 'aws_s3_bucket_policy.p': 'P' },
  ],
  ['not to a resource of another type', [resourceAt('aws_sqs_queue.q')], computed('aws_sqs_queue.q#id'), { 'aws_s3_bucket_policy.p': 'P' }],
];

for (const [title, buckets, named, expected] of links) {
  test(`a companion block is linked ${title}`, () => {
    assert.deepEqual(policies(buckets, named), expected);
  });
}

test('of buckets with one name the one in the module of the companion is meant', () => {
  const [a, b] = ['module.a', 'module.b'].map((module) => resourceAt(`${module}.aws_s3_bucket.this`, { bucket: unset('name', 5) }));
  assert.deepEqual(
    policies(
      [a, b].flatMap((each) => each ?? []),
      unset('name', 5),
      'module.b.aws_s3_bucket_policy.p',
    ),
    {
      'module.a.aws_s3_bucket.this': 'absent',
      'module.b.aws_s3_bucket.this': 'P',
    },
  );
});

test('two blocks of one bucket share what names it', () => {
  const twice = ['one', 'two'].map((name) => resourceAt(`aws_s3_bucket.${name}`, { bucket: 'orders-bucket' }));
  assert.deepEqual(policies(twice, 'orders-bucket'), { 'aws_s3_bucket.one': 'P', 'aws_s3_bucket.two': 'P' });
});

test('of a companion that may not exist nothing is certain, in a list it is an uncertain element', () => {
  const maybe = [
    resourceAt('aws_s3_bucket_policy.p', { bucket: 'orders-bucket', policy: 'P' }, { uncertain: true }),
    resourceAt('aws_s3_bucket_rule.r', { bucket: 'orders-bucket', rule: 'R' }, { uncertain: true }),
    resourceAt('aws_s3_bucket_rule.s', { bucket: computed('aws_s3_bucket.orders#id', 'aws_s3_bucket.logs#id'), rule: 'S' }),
  ];
  const [bucket] = normalized([orders, logs, ...maybe]);
  assert.equal(field(bucket, 'policy'), 'unresolved: it is not known whether aws_s3_bucket_policy.p exists');
  assert.deepEqual(field(bucket, 'rules'), ['R perhaps', 'S perhaps']);
});

// Stubs

test('companions of a bucket that is not in the code make one stub of which all else is outside', () => {
  const acl = resourceAt('aws_s3_bucket_acl.a', { bucket: 'shared-bucket', acl: 'public-read' });
  const rule = resourceAt('aws_s3_bucket_rule.r', { bucket: 'shared-bucket', rule: 'R' });
  const [stub, ...others] = normalized([acl, rule]);
  assert.deepEqual(others, []);
  assert.deepEqual(
    {
      name: stub?.name,
      address: stub?.origin.address,
      acl: field(stub, 'acl'),
      rules: field(stub, 'rules'),
      policy: field(stub, 'policy'),
    },
    {
      ...{ name: 'shared-bucket', address: 'aws_s3_bucket_acl.a', acl: 'public-read', rules: ['R'] },
      policy: 'outside: shared-bucket is not in this code',
    },
  );
  assert.equal(stub?.parts.length, 2);
});

test('two companions of which a bucket has one at most are two buckets', () => {
  const resources = normalized(['a', 'b'].map((name) => policyOf(unset('bucket', 5), `aws_s3_bucket_policy.${name}`)));
  assert.deepEqual(addresses(resources), ['aws_s3_bucket_policy.a', 'aws_s3_bucket_policy.b']);
});

test('companions that are judged one by one make a stub each', () => {
  const each = [registered('aws.s3.bucket', { ...bucketReader, lonelySatellites: 'each' as const })];
  const rules = ['a', 'b'].map((name) => resourceAt(`aws_s3_bucket_rule.${name}`, { bucket: 'shared-bucket', rule: name }));
  const resources = normalizeCode({ kind: 'terraform', dir: '', resources: rules }, each);
  assert.deepEqual(
    resources.map((resource) => field(resource, 'rules')),
    [['a'], ['b']],
  );
  assert.equal(new Set(resources.map(({ key }) => key)).size, 2);
});

test('companions that add to other types as well make no stub', () => {
  const ignored = [registered('aws.s3.bucket', { ...bucketReader, lonelySatellites: 'ignored' as const })];
  const rules = ['orders-bucket', 'shared-bucket'].map((bucket, index) =>
    resourceAt(`aws_s3_bucket_rule.r${index}`, { bucket, rule: `r${index}` }),
  );
  const resources = normalizeCode({ kind: 'terraform', dir: '', resources: [orders, ...rules] }, ignored);
  assert.deepEqual(
    resources.map((resource) => field(resource, 'rules')),
    [['r0']],
  );
});

test('companions that people see as things of their own have places of their own, stubs have none', () => {
  const own = [registered('aws.s3.bucket', { ...bucketReader, reportAtSatellites: true })];
  const rules = ['orders-bucket', 'shared-bucket'].map((bucket, index) => resourceAt(`aws_s3_bucket_rule.r${index}`, { bucket }));
  const resources = normalizeCode({ kind: 'terraform', dir: '', resources: [orders, ...rules] }, own);
  assert.deepEqual(
    resources.map(({ ownPlaces }) => ownPlaces.map(({ address }) => address)),
    [['aws_s3_bucket_rule.r0'], []],
  );
});

test('one block may be two resources', () => {
  const twice = [...readers, registered('aws.core.tagged-resource', { ...bucketReader, satellites: {} })];
  const resources = normalizeCode({ kind: 'terraform', dir: '', resources: [orders, policyOf('orders-bucket')] }, twice);
  assert.deepEqual(
    resources.map(({ type }) => type),
    ['aws.s3.bucket', 'aws.core.tagged-resource'],
  );
  assert.equal(new Set(resources.map(({ key }) => key)).size, 2);
  assert.equal(field(resources[1], 'policy'), 'absent');
});

test('a type with an anchor is there once, at the block that it chooses, or not at all', () => {
  const account = registered<{ readonly detectors: number }>('aws.core.account', {
    types: [],
    anchor: (context) => context.all('aws_guardduty_detector')[0] ?? null,
    read: (_block, context) =>
      ({ detectors: { ...valueLeaf, value: context.all('aws_guardduty_detector').length } }) as unknown as FieldsOf<{
        readonly detectors: number;
      }>,
  });
  const detectors = ['a', 'b'].map((name) => resourceAt(`aws_guardduty_detector.${name}`));
  const [found, ...more] = normalizeCode({ kind: 'terraform', dir: '', resources: detectors }, [account]);
  assert.deepEqual([found?.origin.address, field(found, 'detectors'), more.length], ['aws_guardduty_detector.a', 2, 0]);
  assert.deepEqual(normalizeCode({ kind: 'terraform', dir: '', resources: [orders] }, [account]), []);
});

const valueLeaf = { node: 'leaf', state: 'explicit', place: { range: null, via: null }, reason: null, sensitive: false } as const;

// Links

const trailTo = (value: Written): DeclaredResource => resourceAt('aws_cloudtrail.t', { s3_bucket_name: value, buckets: value });
const refs: readonly (readonly [string, Written, unknown, unknown])[] = [
  ['a reference', computed('aws_s3_bucket.orders#id'), 'aws_s3_bucket.orders', ['aws_s3_bucket.orders perhaps', '…']],
  ['a name', 'orders-bucket', 'aws_s3_bucket.orders', ['aws_s3_bucket.orders']],
  ['nothing', null, 'absent', []],
  ['a name from elsewhere', 'other-bucket', 'nowhere: it is not in this code', ['nowhere: it is not in this code']],
  ['a variable', unset('bucket', 70), 'nowhere: variable "bucket" has no value', ['…']],
  ['one of two', computed('aws_s3_bucket.orders#id', 'aws_s3_bucket.logs#id'), 'nowhere: it is not known which one is meant', ['…']],
];
for (const [title, value, one, many] of refs) {
  test(`a link that is written as ${title}`, () => {
    const trail = normalized([orders, logs, trailTo(value)]).find(({ type }) => type === 'aws.cloudtrail.trail');
    assert.deepEqual([field(trail, 'bucket'), field(trail, 'buckets')], [one, many]);
  });
}

test('a list of links has one for each element', () => {
  const listed = trailTo([computed('aws_s3_bucket.logs#id'), 'orders-bucket', null, unset('x', 70)]);
  const trail = normalized([orders, logs, listed]).find(({ type }) => type === 'aws.cloudtrail.trail');
  const unknown = 'nowhere: variable "x" has no value';
  assert.deepEqual(field(trail, 'buckets'), ['aws_s3_bucket.logs', 'aws_s3_bucket.orders', unknown]);
});

test('a block is used when another one refers to it, in any depth, with its key or without', () => {
  const uses: Record<string, unknown> = {};
  const reader = defineTerraform<{ readonly isUsed: boolean }>({
    types: ['data.aws_iam_policy_document'],
    read: (block, context) => {
      uses[block.resource?.address ?? ''] = context.isUsed(block);
      return { isUsed: block.isSet('x') };
    },
  });
  const document = (name: string): DeclaredResource =>
    resourceAt(`data.aws_iam_policy_document.${name}`, { self: computed(`data.aws_iam_policy_document.${name}#json`) });
  const deep = { a: [template('x', computed('data.aws_iam_policy_document.deep#json'))] };
  const user = resourceAt('aws_iam_policy.p', deep, {
    blocks: [blockOf('x', { y: computed('data.aws_iam_policy_document.keyed[1]#json', 'data.aws_iam_policy_document.any#json') })],
  });
  const names = ['deep', 'keyed[0]', 'keyed[1]', 'any[0]', 'lonely'];
  normalizeCode({ kind: 'terraform', dir: '', resources: [...names.map(document), user] }, [registered('aws.iam.policy', reader)]);
  assert.deepEqual(Object.values(uses), [true, false, true, true, false]);
});

// Names, regions, tags

test('a resource is named as the cloud names it, else by its address', () => {
  const ids = resourceAt('aws_s3_bucket.id', { bucket: unset('name'), id: 'by-id' });
  const resources = normalized([orders, logs, byTemplate, ids]);
  assert.deepEqual(
    resources.map(({ name }) => name),
    ['orders-bucket', 'aws_s3_bucket.logs', 'aws_s3_bucket.named', 'by-id'],
  );
});

test('regions that are not written are not guessed', () => {
  const [known, unknown] = normalized([orders, resourceAt('aws_s3_bucket.b', {}, { region: unset('region') })]);
  assert.deepEqual([known?.region, unknown?.region], ['eu-west-1', null]);
});

const providers = [{ key: 'aws', defaultTags: valueOf({ team: 'platform', stage: 'production' }) }];
const openTags: Value = mapValue(new Map([['name', stringValue('orders')]]), null, unset('tags'));
const tagCases: readonly (readonly [string, Written, string, unknown, Readonly<Record<string, string>>])[] = [
  ['none of its own', null, 'aws', { team: 'platform', stage: 'production' }, { team: 'platform', stage: 'production' }],
  [
    'its own before those of the provider',
    { team: 'orders' },
    'aws',
    { team: 'orders', stage: 'production' },
    { team: 'orders', stage: 'production' },
  ],
  ['another provider configuration has no default tags', { team: 'orders' }, 'aws.tokyo', { team: 'orders' }, { team: 'orders' }],
  [
    'tags of its own that are not known may replace those of the provider',
    openTags,
    'aws',
    { team: 'unresolved: variable "tags" has no value', stage: 'unresolved: variable "tags" has no value', name: 'orders', '…': true },
    { name: 'orders' },
  ],
  ['a secret is no tag to show', { token: sensitive(stringValue('t0p')) }, 'aws.tokyo', { token: 't0p' }, {}],
  ['a text with a hole is no tag to show', { name: template('a-', unset('b')) }, 'aws.tokyo', { name: 'a-\uFFFC' }, {}],
];
for (const [title, written, provider, seen, shown] of tagCases) {
  test(`tags: ${title}`, () => {
    const [bucket] = normalized([resourceAt('aws_s3_bucket.b', { tags: written }, { provider })], { providers });
    assert.deepEqual([field(bucket, 'tags'), bucket?.tags], [seen, shown]);
  });
}

// Hostile input

test('twenty thousand companions of one bucket are one bucket', () => {
  const rules = Array.from({ length: 20_000 }, (_, index) => resourceAt(`aws_s3_bucket_rule.r[${index}]`, { bucket: 'orders-bucket' }));
  const [bucket, ...others] = normalized([orders, ...rules]);
  assert.equal(others.length, 0);
  assert.equal(bucket?.parts.length, 20_001);
});

test('thousands of companions of a bucket from elsewhere are one stub, or one for each of a single kind', () => {
  const many = (type: string): DeclaredResource[] =>
    Array.from({ length: 3000 }, (_, index) => resourceAt(`${type}.r[${index}]`, { bucket: 'shared-bucket' }));
  assert.equal(normalized(many('aws_s3_bucket_rule')).length, 1);
  assert.equal(normalized(many('aws_s3_bucket_policy')).length, 3000);
});

test('companions that may belong to any of thousands of buckets are not linked to every one of them', () => {
  const of = (type: string, attributes: Readonly<Record<string, Written>>): DeclaredResource[] =>
    Array.from({ length: 1500 }, (_, index) => resourceAt(`${type}.r[${index}]`, attributes));
  const unknown = normalized([...of('aws_s3_bucket', {}), ...of('aws_s3_bucket_rule', { bucket: computed('aws_s3_bucket.r#id') })]);
  const named = normalized([...of('aws_s3_bucket', { bucket: 'one' }), ...of('aws_s3_bucket_rule', { bucket: 'one' })]);
  for (const resources of [unknown, named]) {
    assert.ok(resources.reduce((sum, { parts }) => sum + parts.length, 0) < 110_000);
    assert.equal(resources.length, 1500);
  }
});

test('a value that thousands of others share is walked once, not once for each way to it', () => {
  let visits = 0;
  const leaf: Value = {
    ...stringValue('orders-bucket'),
    get refs() {
      visits++;
      return [];
    },
  };
  // Each level holds the one below it twice: 2^40 ways to the leaf.
  let shared: Value = leaf;
  for (let level = 0; level < 40; level++) shared = mapValue(new Map([1, 2].map((key) => [String(key), shared])));
  const reader = defineTerraform<{ readonly isUsed: boolean }>({
    types: ['aws_cloudtrail'],
    read: (block, context) => ({ isUsed: context.isUsed(block) ? block.isSet('x') : block.isSet('y') }),
  });
  const user = resourceAt('aws_cloudtrail.orders', { include: shared });
  normalizeCode({ kind: 'terraform', dir: '', resources: [user] }, [registered('aws.cloudtrail.trail', reader)]);
  assert.equal(visits, 1);
});
