import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnyNode } from '../node.ts';
import { nowhere } from '../node.ts';
import { listValue, mapValue, stringValue, unknownValue } from '../value.ts';
import { BlockReader, HOLE, firstPresent } from './block-reader.ts';
import type { BlockParts, Written } from './testing.ts';
import { blockOf, computed, resourceAt, sensitive, template, unset, valueOf } from './testing.ts';

/** What a node says, in one word or list; `!` after a sensitive value. */
function told(of: unknown): unknown {
  const node = of as AnyNode; // what readers return; its type for check authors does not matter here
  switch (node.node) {
    case 'leaf': {
      if (node.state === 'unresolved' || node.state === 'outside') return `${node.state}: ${node.reason?.detail}`;
      return node.state === 'absent' ? 'absent' : `${node.state} ${JSON.stringify(node.value)}${node.sensitive ? '!' : ''}`;
    }
    case 'list':
      return [...node.items.map((item) => `${told(item.node)}${item.uncertain ? ' perhaps' : ''}`), ...(node.rest ? ['…'] : [])];
    case 'map':
      return [...[...node.entries].map(([key, leaf]) => `${key}: ${told(leaf)}`), ...(node.rest ? ['…'] : [])];
    default:
      return node.node;
  }
}

const bucket = (attributes: Readonly<Record<string, Written>>, parts: BlockParts = {}): BlockReader =>
  BlockReader.of(resourceAt('aws_s3_bucket.orders', attributes, parts));
const absentBlock = bucket({}).block('versioning');
const outsideBlock = BlockReader.outside('aws_s3_bucket.logs is not in this code', nowhere);
const unsureBlock = bucket({ versioning: unset('versioning') }).block('versioning');
const notKnown = 'unresolved: variable "versioning" has no value';
const notHere = 'outside: aws_s3_bucket.logs is not in this code';

const presences: readonly (readonly [string, BlockReader, Readonly<Record<string, unknown>>])[] = [
  [
    'a written block without the attribute',
    bucket({ other: 'x', enabled: null }),
    {
      ...{
        exists: true,
        uncertain: false,
        boolean: 'absent',
        default: 'explicit-or-default true',
        string: 'absent',
        strings: [],
        defaults: ['default "a"'],
      },
      ...{ map: [], has: 'default false', isSet: 'default false', missing: 'absent', list: [], value: undefined, text: 'absent' },
    },
  ],
  [
    'a block that is not written',
    absentBlock,
    {
      ...{
        exists: false,
        uncertain: false,
        boolean: 'absent',
        default: 'explicit-or-default true',
        string: 'absent',
        strings: [],
        defaults: ['default "a"'],
      },
      ...{ map: [], has: 'default false', isSet: 'default false', missing: 'absent', list: [], value: undefined, text: 'absent' },
    },
  ],
  [
    'a block that may exist',
    unsureBlock,
    {
      ...{ exists: true, uncertain: true, boolean: notKnown, default: notKnown, string: notKnown, strings: ['…'], defaults: ['…'] },
      ...{ map: ['…'], has: notKnown, isSet: notKnown, missing: notKnown, list: ['…'], value: undefined, text: notKnown },
    },
  ],
  [
    'a block of another configuration',
    outsideBlock,
    {
      ...{ exists: false, uncertain: false, boolean: notHere, default: notHere, string: notHere, strings: ['…'], defaults: ['…'] },
      ...{ map: ['…'], has: notHere, isSet: notHere, missing: notHere, list: ['…'], value: undefined, text: notHere },
    },
  ],
];

for (const [title, block, expected] of presences) {
  test(`${title}: every question has its answer`, () => {
    const found = {
      exists: block.exists,
      uncertain: block.uncertain,
      boolean: told(block.boolean('enabled')),
      default: String(told(block.boolean('enabled', { default: true }))).replace(/^(explicit|default) /, 'explicit-or-default '),
      string: told(block.string('status')),
      strings: told(block.strings('cidrs')),
      defaults: told(block.strings('cidrs', { default: ['a'] })),
      map: told(block.stringMap('tags')),
      has: told(block.has('rule')),
      isSet: told(block.isSet('target_bucket')),
      missing: told(block.missing('policy')),
      list: told(block.list<string>('rule', (rule) => rule.string('id', { default: '' }))),
      value: block.value('enabled'),
      text: told(block.text('arn')),
    };
    assert.deepEqual(found, expected);
  });
}

const data = unknownValue('data-source', 'data.aws_ip_ranges.all is read from the cloud');
const region = computed('data.aws_region.here#name');
const tagsWithMore = mapValue(new Map([['team', stringValue('orders')]]), null, unset('tags'));

const scalars: readonly (readonly [string, Written, (block: BlockReader) => unknown, unknown])[] = [
  ['a text', 'private', (block) => block.string('x'), 'explicit "private"'],
  ['a text that stands where a default would', 'private', (block) => block.string('x', { default: 'public' }), 'explicit "private"'],
  ['null is not written', null, (block) => block.string('x', { default: 'private' }), 'default "private"'],
  ['a number as text', 8080, (block) => block.string('x'), 'explicit "8080"'],
  ['a boolean as text', true, (block) => block.string('x'), 'explicit "true"'],
  ['an unknown text', unset('acl'), (block) => block.string('x'), 'unresolved: variable "acl" has no value'],
  [
    'a text with a hole is no text',
    template('logs-', unset('env')),
    (block) => block.string('x'),
    'unresolved: variable "env" has no value',
  ],
  ['a text with a hole, read for its known parts', template('logs-', unset('env')), (block) => block.text('x'), `explicit "logs-${HOLE}"`],
  ['an unknown text has no known part', unset('acl'), (block) => block.text('x'), 'unresolved: variable "acl" has no value'],
  ['a list where a text belongs', ['a'], (block) => block.string('x'), 'unresolved: a list stands where a string belongs'],
  ['a sensitive text', sensitive(stringValue('hunter2')), (block) => block.string('x'), 'explicit "hunter2"!'],
  ['a boolean', false, (block) => block.boolean('x', { default: true }), 'explicit false'],
  ['a boolean as text', 'true', (block) => block.boolean('x'), 'explicit true'],
  ['0 as text is false', '0', (block) => block.boolean('x'), 'explicit false'],
  ['1 as text is true', '1', (block) => block.boolean('x'), 'explicit true'],
  ['yes is no boolean', 'yes', (block) => block.boolean('x'), 'unresolved: a string stands where a boolean belongs'],
  ['a number is no boolean', 1, (block) => block.boolean('x'), 'unresolved: a number stands where a boolean belongs'],
  ['a text with a hole is no boolean', template('', unset('on')), (block) => block.boolean('x'), 'unresolved: variable "on" has no value'],
  ['a number', 22, (block) => block.number('x'), 'explicit 22'],
  ['a number as text', '65535', (block) => block.number('x'), 'explicit 65535'],
  ['a negative number as text', '-1', (block) => block.number('x'), 'explicit -1'],
  ['an empty text is no number', '', (block) => block.number('x'), 'unresolved: a string stands where a number belongs'],
  ['a hexadecimal text is no number', '0x16', (block) => block.number('x'), 'unresolved: a string stands where a number belongs'],
  ['a text with a hole is no number', template(unset('port')), (block) => block.number('x'), 'unresolved: variable "port" has no value'],
  ['a list of texts', ['a', 'b'], (block) => block.strings('x'), ['explicit "a"', 'explicit "b"']],
  ['a single text is a list of one', 'a', (block) => block.strings('x'), ['explicit "a"']],
  ['nulls in a list are left out', ['a', null], (block) => block.strings('x'), ['explicit "a"']],
  ['numbers in a list become texts', [22, true], (block) => block.strings('x'), ['explicit "22"', 'explicit "true"']],
  ['an empty list is no default', [], (block) => block.strings('x', { default: ['a'] }), []],
  ['an unknown list may hold anything', data, (block) => block.strings('x'), ['…']],
  ['an unknown element', ['a', unset('b')], (block) => block.strings('x'), ['explicit "a"', 'unresolved: variable "b" has no value']],
  ['an element with a hole', [template('a-', unset('b'))], (block) => block.strings('x'), [`explicit "a-${HOLE}"`]],
  ['a list that goes on', listValue([stringValue('a')], null, data), (block) => block.strings('x'), ['explicit "a"', '…']],
  ['a set', { ...listValue([stringValue('a')]), kind: 'set' }, (block) => block.strings('x'), ['explicit "a"']],
  ['a sensitive list has sensitive elements', sensitive(valueOf(['a'])), (block) => block.strings('x'), ['explicit "a"!']],
  ['a map of texts', { team: 'orders', size: 2 }, (block) => block.stringMap('x'), ['team: explicit "orders"', 'size: explicit "2"']],
  ['a null in a map is a key without value', { team: null }, (block) => block.stringMap('x'), ['team: absent']],
  ['a map that goes on', tagsWithMore, (block) => block.stringMap('x'), ['team: explicit "orders"', '…']],
  ['an unknown map', unset('tags'), (block) => block.stringMap('x'), ['…']],
  [
    'a sensitive map has sensitive values',
    sensitive(valueOf({ token: 't0p' })),
    (block) => block.stringMap('x'),
    ['token: explicit "t0p"!'],
  ],
  ['something is set', 'logs-bucket', (block) => block.isSet('x'), 'explicit true'],
  ['an empty text is not set', '', (block) => block.isSet('x'), 'explicit false'],
  ['null is not set', null, (block) => block.isSet('x'), 'default false'],
  ['what the provider decides is set', computed('aws_s3_bucket.logs#id'), (block) => block.isSet('x'), 'explicit true'],
  ['what is read from the cloud is set', data, (block) => block.isSet('x'), 'explicit true'],
  ['a variable without default must be given, and so is set', unset('x'), (block) => block.isSet('x'), 'explicit true'],
  ['a text with a hole is set', template(region, '-logs'), (block) => block.isSet('x'), 'explicit true'],
];

for (const [title, written, read, expected] of scalars) {
  test(`attribute: ${title}`, () => {
    assert.deepEqual(told(read(bucket({ x: written }))), expected);
  });
}

test('a nested block is read wherever it is written', () => {
  const written = { blocks: [blockOf('versioning', { enabled: true })] };
  const forms: readonly BlockReader[] = [
    bucket({}, written),
    bucket({ versioning: { enabled: true } }),
    bucket({ versioning: [{ enabled: true }] }),
  ];
  for (const form of forms) {
    assert.deepEqual(told(form.block('versioning').boolean('enabled')), 'explicit true');
    assert.deepEqual(told(form.has('versioning')), 'explicit true');
    assert.deepEqual(told(form.list<boolean>('versioning', (each) => each.boolean('enabled', { default: false }))), ['explicit true']);
  }
});

test('a list in a list is one list, as before Terraform 0.12', () => {
  const block = bucket({
    x: [['a', sensitive(stringValue('b'))], 'c', [], [['d']]],
    open: ['a', listValue([], undefined, computed('aws_vpc.main'))],
  });
  assert.deepEqual(told(block.strings('x')), ['explicit "a"', 'explicit "b"!', 'explicit "c"', 'explicit "d"']);
  assert.deepEqual(told(block.strings('open')), ['explicit "a"', '…']);
  assert.equal(bucket({ rule: [[{ id: 'a' }], { id: 'b' }] }).blocks('rule').readers.length, 2);
});

test('a map may be a block, as before Terraform 0.12', () => {
  const written = BlockReader.of(resourceAt('a.b', {}, { blocks: [blockOf('tags', { team: 'orders' })] }));
  assert.deepEqual(told(written.stringMap('tags')), ['team: explicit "orders"']);
  const unsure = BlockReader.of(resourceAt('a.b', {}, { blocks: [blockOf('tags', { team: 'orders' }, { uncertain: true })] }));
  assert.deepEqual(told(unsure.stringMap('tags')), ['…']);
});

test('of a dynamic block nobody knows the length of, nothing is certain', () => {
  const block = bucket({}, { blocks: [blockOf('versioning', { enabled: true }, { uncertain: true })] });
  const unsure = 'unresolved: it is not known whether there is a versioning block';
  assert.equal(told(block.block('versioning').boolean('enabled', { default: false })), unsure);
  assert.equal(told(block.has('versioning')), unsure);
  assert.deepEqual(told(block.list<boolean>('versioning', (each) => each.boolean('enabled', { default: false }))), [
    'explicit true perhaps',
  ]);
});

test('an object of which more keys may exist answers unknown for those it does not show', () => {
  const rule = mapValue(
    new Map([
      ['port', valueOf(22)],
      ['cidrs', valueOf(null)],
    ]),
    null,
    unset('rule'),
  );
  const block = bucket({ rule }).block('rule');
  const unknown = 'unresolved: variable "rule" has no value';
  assert.deepEqual(
    {
      written: told(block.number('port')),
      writtenNull: told(block.strings('cidrs', { default: ['a'] })),
      boolean: told(block.boolean('open', { default: false })),
      strings: told(block.strings('names', { default: ['a'] })),
      map: told(block.stringMap('tags')),
      isSet: told(block.isSet('description')),
      has: told(block.has('nested')),
      nested: told(block.block('nested').boolean('on', { default: false })),
      list: told(block.list<string>('nested', (each) => each.string('id', { default: '' }))),
      missing: told(block.missing('policy')),
    },
    {
      ...{ written: 'explicit 22', writtenNull: ['default "a"'], boolean: unknown, strings: ['…'], map: ['…'], isSet: unknown },
      ...{ has: unknown, nested: unknown, list: ['…'], missing: unknown },
    },
  );
});

test('elements of a list of blocks that are unknown may or may not hold anything', () => {
  const block = bucket({ rule: listValue([valueOf({ id: 'a' }), unset('rule'), valueOf(null)], null, unset('more')) });
  assert.deepEqual(told(block.list<string>('rule', (each) => each.string('id', { default: 'none' }))), [
    'explicit "a"',
    'unresolved: variable "rule" has no value perhaps',
    '…',
  ]);
});

test('what is nested in something sensitive is sensitive', () => {
  const block = bucket({ environment: sensitive(valueOf([{ variables: { token: 't0p' }, name: 'web', list: ['x'] }])) }).block(
    'environment',
  );
  assert.equal(told(block.string('name')), 'explicit "web"!');
  assert.deepEqual(told(block.stringMap('variables')), ['token: explicit "t0p"!']);
  assert.deepEqual(told(block.strings('list')), ['explicit "x"!']);
});

test('places: the attribute that is written, else the block that lacks it, always with the owner', () => {
  const block = bucket({ acl: 'private' });
  assert.equal(block.placeOf('acl').owner, 'aws_s3_bucket.orders');
  assert.deepEqual(block.placeOf('policy'), block.place);
  assert.deepEqual(absentBlock.place, block.place);
  assert.equal(absentBlock.string('status', { default: 'Disabled' }).place.owner, 'aws_s3_bucket.orders');
});

test('a companion block that is written goes before the inline one, one that may exist does too', () => {
  const inline = bucket({ x: 'inline' });
  assert.equal(firstPresent(absentBlock, inline), inline);
  assert.equal(firstPresent(unsureBlock, inline), unsureBlock);
  assert.equal(firstPresent(absentBlock, outsideBlock), absentBlock);
});
