import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnyNode, AttrMap, Leaf, ListNode, MapNode } from '../node.ts';
import { absent, byDefault, explicit, list, nowhere, object, outside, unresolved } from '../node.ts';
import type { Resource } from '../resource.ts';
import { all, allOf, any, anyOf, find, matching, none, which } from './logic.ts';
import type { Tracker } from './view.ts';
import { Unanswered, resourceView, trackedOf, viewOf, withTracker } from './view.ts';

const why = { code: 'unset-variable', detail: 'var.cidr has no value' } as const;
const unknown: Leaf<never> = unresolved(why, nowhere);
const elsewhere: Leaf<never> = outside('aws_s3_bucket.logs is not in this code', nowhere);

interface Rule {
  readonly port: number;
  readonly cidrs: readonly string[];
}
interface Group {
  readonly rules: readonly Rule[];
  readonly isDefault: boolean;
  readonly owner: string;
  readonly purpose: string | undefined;
  readonly tags: AttrMap<string>;
}

const rule = (port: Leaf<number>, cidrs: readonly string[] = []): ReturnType<typeof object<Rule>> =>
  object<Rule>(
    {
      port,
      cidrs: list<string>(
        cidrs.map((cidr) => explicit(cidr, nowhere)),
        nowhere,
      ),
    },
    nowhere,
  );

const tags: MapNode<string> = {
  node: 'map',
  entries: new Map([
    ['team', explicit('orders', nowhere)],
    ['stage', unknown],
  ]),
  rest: null,
  place: nowhere,
};

interface Parts {
  readonly rules?: ListNode<Rule>;
  readonly tags?: MapNode<string>;
  readonly isDefault?: Leaf<boolean>;
  readonly owner?: Leaf<string>;
}

const groupOf = (parts: Parts = {}): Extract<AnyNode, { node: 'object' }> =>
  object<Group>(
    {
      rules:
        parts.rules ?? list<Rule>([rule(explicit(22, nowhere), ['192.0.2.0/24']), rule(explicit(443, nowhere), ['0.0.0.0/0'])], nowhere),
      isDefault: parts.isDefault ?? byDefault(false, nowhere),
      owner: parts.owner ?? explicit('123456789012', nowhere),
      purpose: absent(nowhere),
      tags: parts.tags ?? tags,
    },
    nowhere,
  );

interface Told {
  readonly answer: unknown;
  readonly reads: readonly string[];
}

/** The answer, or `unresolved at PATH: reason`; and what was read. */
function ask(question: (group: Group) => unknown, parts: Parts = {}, hidden: readonly string[] = []): Told {
  const tracker: Tracker = { reads: [], hidden: new Set(hidden), lookup: () => undefined };
  const reads = (): readonly string[] => tracker.reads.map(({ path }) => path);
  try {
    // The view of an object node is a proxy over the very fields of Group.
    const answer = withTracker(tracker, () => question(viewOf(groupOf(parts), '', tracker) as Group));
    return { answer, reads: reads() };
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    return { answer: `${error.kind} at ${error.path}: ${error.reason.detail}`, reads: reads() };
  }
}

const uncertainRules: ListNode<Rule> = {
  ...list<Rule>([], nowhere),
  items: [
    { node: rule(explicit(22, nowhere)), uncertain: true },
    { node: rule(explicit(443, nowhere)), uncertain: false },
  ],
};
const openRules = list<Rule>([rule(explicit(443, nowhere))], nowhere, unknown);
const rulesWithUnknownPort = list<Rule>([rule(unknown), rule(explicit(443, nowhere))], nowhere);

const hasPort = (port: number) => (group: Group) => any(group.rules, (each) => each.port === port);

const answers: readonly (readonly [string, (group: Group) => unknown, Parts, Told['answer'], Told['reads']])[] = [
  ['a default is a value like any other', (group) => group.isDefault, {}, false, ['isDefault']],
  ['an absent value is undefined', (group) => group.purpose, {}, undefined, ['purpose']],
  [
    'an unknown value ends the evaluation',
    (group) => group.owner,
    { owner: unknown },
    'unresolved at owner: var.cidr has no value',
    ['owner'],
  ],
  [
    'what another configuration manages ends it differently',
    (group) => group.owner,
    { owner: elsewhere },
    'outside at owner: aws_s3_bucket.logs is not in this code',
    ['owner'],
  ],
  ['what the shape does not have is undefined', (group) => Reflect.get(group, 'nothing'), {}, undefined, []],
  ['only the rule that decides is evidence', hasPort(443), {}, true, ['rules[1].port']],
  ['when none decides, all of them and the list are', hasPort(80), {}, false, ['rules[0].port', 'rules[1].port', 'rules']],
  ['an unknown rule does not hide the one that decides', hasPort(443), { rules: rulesWithUnknownPort }, true, ['rules[1].port']],
  [
    'an unknown rule may be the one',
    hasPort(80),
    { rules: rulesWithUnknownPort },
    'unresolved at rules[0].port: var.cidr has no value',
    ['rules[0].port', 'rules[1].port', 'rules'],
  ],
  ['a rule that is certain decides before one that may exist', hasPort(443), { rules: uncertainRules }, true, ['rules[1].port']],
  [
    'a rule that may exist is no certain answer',
    hasPort(22),
    { rules: uncertainRules },
    'unresolved at rules: it is not known how many elements there are',
    ['rules[0].port', 'rules[1].port', 'rules'],
  ],
  [
    'a rule that may exist and does not match changes nothing',
    hasPort(80),
    { rules: uncertainRules },
    false,
    ['rules[0].port', 'rules[1].port', 'rules'],
  ],
  [
    'more rules than are known may hold the one',
    hasPort(80),
    { rules: openRules },
    'unresolved at rules: var.cidr has no value',
    ['rules[0].port', 'rules'],
  ],
  ['a certain rule decides also in an open list', hasPort(443), { rules: openRules }, true, ['rules[0].port']],
  [
    'rules of another configuration do not concern us',
    hasPort(80),
    { rules: list<Rule>([], nowhere, elsewhere) },
    'outside at rules: aws_s3_bucket.logs is not in this code',
    ['rules'],
  ],
  [
    'unknown here wins over outside',
    hasPort(80),
    { rules: list<Rule>([rule(unknown)], nowhere, elsewhere) },
    'unresolved at rules[0].port: var.cidr has no value',
    ['rules[0].port', 'rules'],
  ],
  ['whether there is any element at all shows the element', (group) => any(group.rules, () => true), {}, true, ['rules[0]']],
  [
    'lists inside of lists show the element within the element',
    (group) => find(group.rules, (each) => each.port === 443 && any(each.cidrs, (cidr) => cidr === '0.0.0.0/0')) !== undefined,
    {},
    true,
    ['rules[1].port', 'rules[1].cidrs[0]'],
  ],
  [
    'all matches are shown when all are wanted',
    (group) => matching(group.rules, (each) => each.port > 0).length,
    {},
    2,
    ['rules[0].port', 'rules[1].port'],
  ],
  ['all holds for an empty list', (group) => all(group.rules, () => false), { rules: list<Rule>([], nowhere) }, true, ['rules']],
  ['none holds for an empty list', (group) => none(group.rules, () => true), { rules: list<Rule>([], nowhere) }, true, ['rules']],
  ['one that differs decides over all', (group) => all(group.rules, (each) => each.port === 22), {}, false, ['rules[1].port']],
  [
    'a known false operand decides, its evidence alone stays',
    (group) =>
      allOf(
        () => group.owner === '123456789012',
        () => group.isDefault,
      ),
    { owner: unknown },
    false,
    ['isDefault'],
  ],
  [
    'a known true operand decides, its evidence alone stays',
    (group) =>
      anyOf(
        () => group.isDefault,
        () => group.owner === '123456789012',
      ),
    { isDefault: unknown },
    true,
    ['owner'],
  ],
  [
    'without a deciding operand the unknown one is told',
    (group) =>
      anyOf(
        () => group.isDefault,
        () => group.owner === '111122223333',
      ),
    { isDefault: unknown },
    'unresolved at isDefault: var.cidr has no value',
    ['isDefault', 'owner'],
  ],
  [
    'operands that all hold are all evidence',
    (group) =>
      allOf(
        () => !group.isDefault,
        () => group.owner !== '',
      ),
    {},
    true,
    ['isDefault', 'owner'],
  ],
  ['no operand: all of them hold', () => allOf(), {}, true, []],
  ['no operand: none of them holds', () => anyOf(), {}, false, []],
  [
    'the first condition that certainly holds is named',
    (group) => which({ default: () => group.isDefault, owned: () => group.owner !== '', late: () => true }),
    { isDefault: unknown },
    'owned',
    ['owner'],
  ],
  ['no condition holds', (group) => which({ default: () => group.isDefault }), {}, undefined, ['isDefault']],
  ['a tag that is there', (group) => group.tags.get('team'), {}, 'orders', ['tags.team']],
  ['a tag that is certainly not there', (group) => group.tags.get('cost'), {}, undefined, ['tags']],
  ['a tag of which only the value is unknown is there', (group) => group.tags.has('stage'), {}, true, ['tags']],
  ['its value is unknown', (group) => group.tags.get('stage'), {}, 'unresolved at tags.stage: var.cidr has no value', ['tags.stage']],
  ['a tag that is not there is not there', (group) => group.tags.has('cost'), {}, false, ['tags']],
  ['a known tag of an open map', (group) => group.tags.get('team'), { tags: { ...tags, rest: unknown } }, 'orders', ['tags.team']],
  [
    'an open map may have any tag',
    (group) => group.tags.has('cost'),
    { tags: { ...tags, rest: unknown } },
    'unresolved at tags: var.cidr has no value',
    ['tags'],
  ],
  [
    'tags of another configuration',
    (group) => group.tags.get('cost'),
    { tags: { ...tags, rest: elsewhere } },
    'outside at tags: aws_s3_bucket.logs is not in this code',
    ['tags'],
  ],
  ['keys of a closed map', (group) => group.tags.keys(), {}, { known: ['team', 'stage'], complete: true }, ['tags']],
  [
    'keys of an open map',
    (group) => group.tags.keys(),
    { tags: { ...tags, rest: unknown } },
    { known: ['team', 'stage'], complete: false },
    ['tags'],
  ],
];

for (const [title, question, parts, answer, reads] of answers) {
  test(`view: ${title}`, () => {
    assert.deepEqual(ask(question, parts), { answer, reads });
  });
}

const arrayMethods: readonly (readonly [string, (rules: readonly Rule[]) => unknown, unknown])[] = [
  ['length', (rules) => rules.length, 2],
  ['index', (rules) => rules[0]?.port, 22],
  ['index past the end', (rules) => rules[2], undefined],
  ['at', (rules) => rules.at(-1)?.port, 443],
  ['map', (rules) => rules.map(({ port }) => port), [22, 443]],
  ['filter', (rules) => rules.filter(({ port }) => port > 100).map(({ port }) => port), [443]],
  ['find', (rules) => rules.find(({ port }) => port === 443)?.port, 443],
  ['some', (rules) => rules.some(({ port }) => port === 443), true],
  ['every', (rules) => rules.every(({ port }) => port === 443), false],
  ['includes', (rules) => rules.flatMap(({ cidrs }) => (cidrs.includes('0.0.0.0/0') ? ['open'] : [])), ['open']],
  ['join', (rules) => rules.map(({ cidrs }) => cidrs.join()), ['192.0.2.0/24', '0.0.0.0/0']],
  ['spread', (rules) => [...rules].length, 2],
  ['destructuring', ([first, ...others]) => [first?.port, others.length], [22, 1]],
  ['concat', (rules) => rules.concat(rules).map(({ port }) => port), [22, 443, 22, 443]],
  ['entries', (rules) => [...rules.entries()].map(([index, { port }]) => index + port), [22, 444]],
  ['toSorted', (rules) => rules.toSorted((a, b) => b.port - a.port).map(({ port }) => port), [443, 22]],
  ['Array.isArray', (rules) => Array.isArray(rules) && Array.from(rules).length, 2],
  [
    'for..of',
    (rules) => {
      let sum = 0;
      for (const { port } of rules) sum += port;
      return sum;
    },
    465,
  ],
];

for (const [method, question, expected] of arrayMethods) {
  test(`list view: ${method} works as on an array`, () => {
    assert.deepEqual(ask((group) => question(group.rules)).answer, expected);
  });

  test(`list view: ${method} of a list with an uncertain element, of an open or of a hidden one is unknown`, () => {
    const uncertain = 'unresolved at rules: it is not known how many elements there are';
    assert.equal(ask((group) => question(group.rules), { rules: uncertainRules }).answer, uncertain);
    assert.equal(ask((group) => question(group.rules), { rules: openRules }).answer, 'unresolved at rules: var.cidr has no value');
    assert.equal(ask((group) => question(group.rules), {}, ['rules']).answer, uncertain);
  });
}

test('an element whose value is absent counts when it matches', () => {
  interface Names {
    readonly names: readonly (string | undefined)[];
  }
  const tracker: Tracker = { reads: [], hidden: new Set(), lookup: () => undefined };
  const names = list<string | undefined>([explicit('orders', nowhere), absent(nowhere)], nowhere);
  const view = viewOf(object<Names>({ names }, nowhere), '', tracker) as Names; // the view of an object node has its shape
  withTracker(tracker, () => {
    assert.equal(
      any(view.names, (each) => each === undefined),
      true,
    );
    assert.equal(
      none(view.names, (each) => each === undefined),
      false,
    );
    assert.equal(
      all(view.names, (each) => each !== undefined),
      false,
    );
  });
  const plain = [undefined, 'orders'];
  assert.equal(
    any(plain, (each) => each === undefined),
    true,
  );
  assert.equal(
    all(plain, (each) => each !== undefined),
    false,
  );
});

test('what was read before a question stays, what its losing operands read does not', () => {
  const { reads } = ask(
    (group) => [
      group.isDefault,
      anyOf(
        () => group.owner === '',
        () => group.rules[0]?.port === 22,
      ),
    ],
    { owner: explicit('123456789012', nowhere) },
  );
  assert.deepEqual(reads, ['isDefault', 'rules[0].port']);
});

test('a bug in a predicate is no unknown', () => {
  const broken = (): boolean => {
    throw new TypeError('no such thing');
  };
  assert.throws(() => ask((group) => any(group.rules, broken)), TypeError);
  assert.throws(() => ask(() => anyOf(broken)), TypeError);
});

test('a view hands out neither its tracking nor what objects inherit', () => {
  const { answer } = ask((group) => [trackedOf(group.rules) !== undefined, trackedOf([22]), trackedOf(null), 'owner' in group]);
  assert.deepEqual(answer, [true, undefined, undefined, false]);
  assert.deepEqual(ask((group) => ['constructor', 'toString', '__proto__'].map((inherited) => Reflect.get(group, inherited))).answer, [
    undefined,
    undefined,
    undefined,
  ]);
});

// Links

interface Trail {
  readonly bucket: { readonly name: string; readonly versioned: boolean } | undefined;
}
const range = { source: { path: 'main.tf', text: '' }, start: 0, end: 0 };
const resource = (key: string, name: string, fields: Resource['fields']): Resource => ({
  ...{ key, name, fields, type: 'aws.s3.bucket', provider: 'aws', account: null, region: null, tags: {}, ownPlaces: [], parts: [] },
  origin: { kind: 'terraform', address: key, definition: `#${key}`, rootDir: '', range, head: range },
});
const bucket = resource('b', 'orders-bucket', object<{ versioned: boolean }>({ versioned: explicit(true, nowhere) }, nowhere));

function askTrail(target: string | null, question: (trail: Trail & { name: string }) => unknown, hidden: readonly string[] = []): Told {
  const link = { node: 'ref' as const, target, place: nowhere, reason: null };
  const trail = resource('t', 'audit-trail', object<Trail>({ bucket: link }, nowhere));
  const tracker: Tracker = { reads: [], hidden: new Set(hidden), lookup: (key) => (key === 'b' ? bucket : undefined) };
  try {
    const answer = question(resourceView(trail, tracker) as Trail & { name: string }); // a resource's view has its shape and a name
    return { answer, reads: tracker.reads.map(({ path }) => path) };
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    return { answer: `${error.kind} at ${error.path}: ${error.reason.detail}`, reads: tracker.reads.map(({ path }) => path) };
  }
}

const links: readonly (readonly [string, string | null, (trail: Trail & { name: string }) => unknown, Told])[] = [
  ['goes to the other resource', 'b', (trail) => trail.bucket?.versioned, { answer: true, reads: ['bucket.versioned'] }],
  ['to nowhere is unknown', null, (trail) => trail.bucket, { answer: 'unresolved at bucket: it is not in this code', reads: ['bucket'] }],
  [
    'to something that was not read is unknown',
    'x',
    (trail) => trail.bucket,
    { answer: 'unresolved at bucket: it is not in this code', reads: ['bucket'] },
  ],
  ['names are never evidence', 'b', (trail) => `${trail.name}, ${trail.bucket?.name}`, { answer: 'audit-trail, orders-bucket', reads: [] }],
];
for (const [title, target, question, told] of links) {
  test(`link: ${title}`, () => {
    assert.deepEqual(askTrail(target, question), told);
  });
}

test('a hidden link is unknown', () => {
  assert.equal(askTrail('b', (trail) => trail.bucket?.versioned, ['bucket']).answer, 'unresolved at bucket: it is not in this code');
  assert.equal(
    askTrail('b', (trail) => trail.bucket?.versioned, ['bucket.versioned']).answer,
    'unresolved at bucket.versioned: hidden by the flip test',
  );
});
