import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Json } from '@kumomori/model';
import type { AttributeChange } from './plain-fields.ts';
import { fieldChanges } from './plain-fields.ts';

const rule = (cidr: string, port: number): Json => ({ cidr, port });
const change = (path: string, before: Json, after: Json, isCertain = true): AttributeChange => ({ path, before, after, isCertain });
const unknown = { $unknown: 'not called' };

const cases: readonly (readonly [name: string, before: Json, after: Json, expected: readonly AttributeChange[]])[] = [
  ['equal values do not differ', { a: 1, b: ['x'] }, { b: ['x'], a: 1 }, []],
  [
    'an attribute that comes, goes, changes',
    { a: 1, b: 2 },
    { b: 3, c: 4 },
    [change('a', 1, null), change('b', 2, 3), change('c', null, 4)],
  ],
  ['the order of a list does not count', { cidrs: ['a', 'b'] }, { cidrs: ['b', 'a'] }, []],
  ['how often an element is there does', { cidrs: ['a', 'a'] }, { cidrs: ['a'] }, [change('cidrs[]', 'a', null)]],
  [
    'the one element that differs is looked into',
    { ingress: [rule('192.0.2.0/24', 22), rule('192.0.2.0/24', 443)] },
    { ingress: [rule('192.0.2.0/24', 443), rule('0.0.0.0/0', 22)] },
    [change('ingress[].cidr', '192.0.2.0/24', '0.0.0.0/0')],
  ],
  [
    'several elements that differ are gone and come',
    { ingress: [rule('a', 1), rule('b', 2)] },
    { ingress: [rule('c', 3)] },
    [change('ingress[]', rule('a', 1), null), change('ingress[]', rule('b', 2), null), change('ingress[]', null, rule('c', 3))],
  ],
  ['what nobody knows is no certain change', { a: 1 }, { a: unknown }, [change('a', 1, unknown, false)]],
  ['equally unknown is no change', { a: unknown }, { a: unknown }, []],
  ['a list of which there may be more', { l: ['a', unknown] }, { l: ['a'] }, [change('l[]', unknown, null, false)]],
  [
    'an element may be what nobody knows',
    { l: ['a'] },
    { l: [unknown] },
    [change('l[]', 'a', null, false), change('l[]', null, unknown, false)],
  ],
  ['names of the prototype are names', { constructor: 'a' }, {}, [change('constructor', 'a', null)]],
];

for (const [name, before, after, expected] of cases) {
  test(`changes of fields: ${name}`, () => {
    assert.deepEqual(fieldChanges(before, after), expected);
  });
}
