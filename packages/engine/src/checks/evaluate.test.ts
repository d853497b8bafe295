import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Check, Leaf, ObjectNode, Place, Provenance, Resource, Source, Verdict } from '@kumomori/model';
import {
  absent,
  allOf,
  any,
  byDefault,
  explicit,
  fail,
  list,
  matching,
  notApplicable,
  object,
  outside,
  pass,
  unresolved,
} from '@kumomori/model';
import type { EvaluateOptions, Evaluation } from './evaluate.ts';
import { evaluateCheck } from './evaluate.ts';

const source: Source = { path: 'main.tf', text: 'resource "aws_s3_bucket" "orders" {\n  acl  = var.acl\n  name = "x"\n}\n' };
const variables: Source = { path: 'prod.tfvars', text: '\nacl = "public-read"\n' };
const at = (start: number, end: number, of: Source = source): Place => ({ range: { source: of, start, end }, via: null });
const place = at(38, 52);
const why = { code: 'unset-variable', detail: 'variable "acl" has no value' } as const;

interface Bucket {
  readonly acl: string | undefined;
  readonly aclGrants: readonly { readonly uri: string }[];
  readonly retention: number;
}

interface Fields {
  readonly acl?: Leaf<string>;
  readonly aclGrants?: readonly Leaf<string>[];
  readonly retention?: Leaf<number>;
  readonly owner?: (index: number) => string;
}

function bucketOf({ acl, aclGrants = [], retention, owner }: Fields = {}): Resource {
  const grants = aclGrants.map((uri, index) =>
    object<{ uri: string }>({ uri: owner ? { ...uri, place: { ...uri.place, owner: owner(index) } } : uri }, place),
  );
  const fields = object<Bucket>(
    // The shape's leaf types are narrower than what tests put there.
    {
      acl: (acl ?? explicit('public-read', place)) as never,
      aclGrants: list<{ uri: string }>(grants, place),
      retention: retention ?? byDefault(0, place),
    },
    place,
  ) as ObjectNode<unknown>;
  const range = { source, start: 0, end: source.text.length };
  return {
    ...{ key: '|aws.s3.bucket|aws_s3_bucket.orders', type: 'aws.s3.bucket', provider: 'aws', name: 'orders-bucket', fields },
    ...{ account: null, region: null, tags: {}, ownPlaces: [], parts: [range] },
    origin: { kind: 'terraform', address: 'aws_s3_bucket.orders', definition: '#aws_s3_bucket.orders', rootDir: '', range, head: range },
  };
}

const broken = { en: 'bucket orders-bucket is public', ja: 'orders-bucket は公開されています' };

function judge(
  evaluate: (bucket: Bucket & { name: string }, params: Record<string, unknown>) => Verdict,
  fields: Fields = {},
  options: Partial<EvaluateOptions> = {},
): Evaluation {
  // Only what the runner looks at: the rest of a check is for people.
  const check = { evaluate } as unknown as Check;
  return evaluateCheck(check, bucketOf(fields), { lookup: () => undefined, ...options });
}

const failsOn = (bucket: Bucket): Verdict => (bucket.acl === 'private' ? pass() : fail(broken));
const evidenceOf = (acl: Leaf<string>): unknown => {
  const [first, ...more] = judge(failsOn, { acl }).evidence;
  assert.deepEqual(more, []);
  return [first?.state, first?.value, first?.reason];
};

const states: readonly (readonly [string, Leaf<string>, readonly unknown[]])[] = [
  ['an explicit value is shown', explicit('public-read', place), ['explicit', 'public-read', null]],
  ['a default is shown as one', byDefault('public-read', place), ['default', 'public-read', null]],
  ['an absent value is absent', absent(place), ['absent', null, null]],
  ['an unknown value says why', unresolved(why, place), ['unresolved', null, 'variable "acl" has no value']],
  ['what is elsewhere says where', outside('b is not in this code', place), ['unresolved', null, 'b is not in this code']],
  ['a secret is not shown', explicit('hunter2', place, true), ['redacted', null, null]],
  ['a long text is cut', explicit('x'.repeat(201), place), ['explicit', `${'x'.repeat(200)}…`, null]],
  ['a text of the greatest length is not', explicit('x'.repeat(200), place), ['explicit', 'x'.repeat(200), null]],
  ['a character of two units is not cut in half', explicit(`${'x'.repeat(199)}😀`, place), ['explicit', `${'x'.repeat(199)}…`, null]],
];
for (const [title, leaf, expected] of states) {
  test(`evidence: ${title}`, () => {
    assert.deepEqual(evidenceOf(leaf), expected);
  });
}

test('evidence tells file, line, column and end line, and the way of the value from where it was written', () => {
  const argument: Provenance = { kind: 'module-argument', name: 'module.logs.acl', range: { source, start: 38, end: 52 }, next: null };
  const nowhereStep: Provenance = { kind: 'local', name: 'local.acl', range: null, next: argument };
  const via: Provenance = { kind: 'variable', name: 'var.acl', range: { source, start: 45, end: 52 }, next: nowhereStep };
  const { evidence } = judge(failsOn, { acl: explicit('public-read', { ...at(7, 20, variables), via }) });
  assert.deepEqual(evidence, [
    {
      ...{ path: 'acl', value: 'public-read', state: 'explicit', reason: null },
      ...{ file: 'prod.tfvars', line: 2, column: 7, endLine: 2 },
      provenance: [
        { name: 'module.logs.acl', file: 'main.tf', line: 2 },
        { name: 'var.acl', file: 'main.tf', line: 2 },
      ],
    },
  ]);
});

const verdicts: readonly (readonly [string, (bucket: Bucket) => Verdict, Fields, readonly unknown[]])[] = [
  ['a pass has no message', () => pass(), {}, ['pass', undefined, []]],
  ['a failure has its message', failsOn, {}, ['fail', 'bucket orders-bucket is public', ['acl']]],
  ['a check may not apply', () => notApplicable(broken), {}, ['not-applicable', 'bucket orders-bucket is public', []]],
  [
    'an unknown value is named and its evidence alone shown',
    (bucket) => (bucket.retention > 1 ? pass() : failsOn(bucket)),
    { acl: unresolved(why, place) },
    ['unknown', 'orders-bucket: acl is not known: variable "acl" has no value', ['acl']],
  ],
  [
    'what another configuration manages does not apply',
    failsOn,
    { acl: outside('the bucket is not in this code', place) },
    ['not-applicable', 'orders-bucket: acl is not known: the bucket is not in this code', ['acl']],
  ],
  [
    'evidence is narrowed to whole names, not to names that begin alike',
    (bucket) => (any(bucket.aclGrants, ({ uri }) => uri === 'everyone') && bucket.acl === 'x' ? pass() : fail(broken, { at: ['acl'] })),
    { aclGrants: [explicit('everyone', place)] },
    ['fail', 'bucket orders-bucket is public', ['acl']],
  ],
  [
    'evidence may be narrowed to everything below a name',
    (bucket) =>
      bucket.acl === 'x' || !any(bucket.aclGrants, ({ uri }) => uri === 'everyone') ? pass() : fail(broken, { at: ['aclGrants'] }),
    { aclGrants: [explicit('everyone', place)] },
    ['fail', 'bucket orders-bucket is public', ['aclGrants[0].uri']],
  ],
  [
    'evidence that would be narrowed to nothing stays',
    (bucket) => fail({ ...broken, ja: bucket.acl ?? '' }, { at: ['policy'] }),
    {},
    ['fail', 'bucket orders-bucket is public', ['acl']],
  ],
  [
    'what is read twice is shown once',
    (bucket) => (bucket.acl === bucket.acl ? failsOn(bucket) : pass()),
    {},
    ['fail', 'bucket orders-bucket is public', ['acl']],
  ],
  [
    'a list says nothing beside its elements',
    (bucket) => (bucket.aclGrants.length > 0 && bucket.aclGrants.every(({ uri }) => uri !== '') ? fail(broken) : pass()),
    { aclGrants: [explicit('everyone', place)] },
    ['fail', 'bucket orders-bucket is public', ['aclGrants[0].uri']],
  ],
  [
    'an empty list is shown',
    (bucket) => (bucket.aclGrants.length === 0 ? fail(broken) : pass()),
    {},
    ['fail', 'bucket orders-bucket is public', ['aclGrants']],
  ],
  [
    'a list does not hide behind another whose name begins alike',
    (bucket) =>
      allOf(
        () => bucket.aclGrants.length === 0,
        () => bucket.acl !== undefined,
      )
        ? fail(broken)
        : pass(),
    {},
    ['fail', 'bucket orders-bucket is public', ['aclGrants', 'acl']],
  ],
];
for (const [title, evaluate, fields, expected] of verdicts) {
  test(`verdict: ${title}`, () => {
    const { status, message, evidence } = judge(evaluate, fields);
    assert.deepEqual([status, message?.en, evidence.map(({ path }) => path)], expected);
  });
}

test('an unknown verdict is told in both languages', () => {
  const { message } = judge(failsOn, { acl: unresolved(why, place) });
  assert.equal(message?.ja, 'orders-bucket: acl の値が分かりません (variable "acl" has no value)');
});

test('a bug in a check is no verdict', () => {
  assert.throws(() => judge((bucket) => (Reflect.get(bucket, 'policy').statements ? pass() : fail(broken))), TypeError);
});

test('parameters have their defaults, and those that are set replace them one by one', () => {
  const description = { en: 'days', ja: '日数' };
  const params = {
    days: { type: 'number' as const, default: 30, description },
    names: { type: 'strings' as const, default: ['audit'], description },
  };
  const seen: unknown[] = [];
  const see = (_bucket: Bucket, values: Record<string, unknown>): Verdict => {
    seen.push({ ...values });
    return pass();
  };
  const check = { evaluate: see, params } as unknown as Check; // as in judge
  evaluateCheck(check, bucketOf(), { lookup: () => undefined });
  evaluateCheck(check, bucketOf(), { lookup: () => undefined, params: { days: 90 } });
  assert.deepEqual(seen, [
    { days: 30, names: ['audit'] },
    { days: 90, names: ['audit'] },
  ]);
});

test('hidden attributes are unknown, whatever they hold', () => {
  const { status, readPaths } = judge(failsOn, {}, { hidden: new Set(['acl']) });
  assert.deepEqual([status, readPaths], ['unknown', ['acl']]);
  assert.equal(judge(failsOn, {}, { hidden: new Set(['retention']) }).status, 'fail');
});

const openGrants = (bucket: Bucket): Verdict => (matching(bucket.aclGrants, ({ uri }) => uri !== '').length > 0 ? fail(broken) : pass());

test('of one block at most 24 attributes are shown, with a place for each', () => {
  const aclGrants = Array.from({ length: 60 }, (_, index) => explicit(`grant ${index}`, place));
  const { evidence, places, readPaths } = judge(openGrants, { aclGrants });
  assert.deepEqual([evidence.length, places.length, readPaths.length], [24, 24, 60]);
  assert.equal(evidence[0]?.value, 'grant 0');
});

test('of thousands of blocks each shows its own attributes', () => {
  const aclGrants = Array.from({ length: 5000 }, (_, index) => explicit(`grant ${index}`, place));
  const { evidence, places } = judge(openGrants, { aclGrants, owner: (index) => `aws_s3_bucket_grant.g[${index}]` });
  assert.equal(evidence.length, 5000);
  assert.equal(places.at(-1)?.owner, 'aws_s3_bucket_grant.g[4999]');
});
