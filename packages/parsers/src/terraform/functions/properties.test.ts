import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { listValue, mapValue, numberValue, stringValue, unknownValue } from '@kumomori/model';
import type { Value } from '@kumomori/model';
import { identityKey, toStringValue, valuesEqual } from '../../values/index.ts';
import { parseNetwork } from './cidr.ts';
import { callFunction, functionNames } from './index.ts';
import { md5 } from './hash-md5.ts';
import { sha1 } from './hash-sha1.ts';
import { sha256, sha512 } from './hash-sha2.ts';
import { computed, context, literal, openList, openMap, setOf, show, template, unset } from './testing.ts';
import type { Literal } from './testing.ts';

const call = (name: string, ...args: readonly Literal[]): Value => callFunction(name, args.map(literal), context);

const primitive = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => text.toWellFormed()),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
);
const known: fc.Arbitrary<Literal> = fc.letrec<{ value: Literal }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    primitive,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.string({ maxLength: 4 }).filter((key) => key !== '__proto__' && key !== 'refs'),
      tie('value'),
      { maxKeys: 4 },
    ),
  ),
})).value;
/** Also values of which some parts are unknown. */
const partly: fc.Arbitrary<Literal> = fc.oneof(
  known,
  fc.constant<Literal>(computed),
  fc.constant<Literal>(unset),
  fc.string({ maxLength: 6 }).map((text) => template(text, computed, text)),
  fc.array(primitive, { maxLength: 3 }).map((items) => openList(...items, computed)),
  fc.array(primitive, { maxLength: 3 }).map((items) => setOf(...items)),
  fc.dictionary(fc.constantFrom('a', 'b', 'c'), primitive).map(openMap),
);

test('a value survives jsonencode and jsondecode, by text alone too', () => {
  fc.assert(
    fc.property(known, (value) => {
      const text = call('jsonencode', value);
      assert.equal(text.kind, 'string');
      if (text.kind !== 'string') return;
      assert.equal(text.structure === null, false);
      assert.equal(show(call('jsondecode', text)), show(literal(value)));
      const byText = callFunction('jsondecode', [stringValue(text.value)], context);
      assert.equal(identityKey(byText), identityKey(literal(value)));
    }),
  );
});

test('the text of jsonencode is the one JavaScript reads', () => {
  fc.assert(
    fc.property(known, (value) => {
      const text = call('jsonencode', value);
      if (text.kind !== 'string') assert.fail(show(text));
      const read = literal(JSON.parse(text.value) as Literal);
      assert.equal(valuesEqual(read, literal(value)), true);
    }),
  );
});

test('splitting undoes joining when no element holds the separator', () => {
  const words = fc.array(
    fc.string({ maxLength: 6 }).filter((text) => !text.includes(',')),
    { minLength: 1, maxLength: 6 },
  );
  fc.assert(
    fc.property(words, (items) => {
      assert.equal(show(call('split', ',', call('join', ',', items))), show(literal(items)));
    }),
  );
});

test('distinct, sort, toset and compact change nothing the second time', () => {
  fc.assert(
    fc.property(fc.array(partly, { maxLength: 6 }), fc.constantFrom('distinct', 'toset', 'flatten'), (items, name) => {
      const once = call(name, items);
      if (once.kind === 'unknown') return;
      assert.equal(show(callFunction(name, [once], context)), show(once));
    }),
  );
});

test('a subnet lies inside its network, and different numbers give different subnets', () => {
  const network = fc.tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0, max: 255 }), fc.integer({ min: 1, max: 24 }));
  fc.assert(
    fc.property(network, fc.integer({ min: 1, max: 8 }), fc.nat(), fc.nat(), ([a, b, length], bits, first, second) => {
      const parent = `${a}.${b}.0.0/${length}`;
      const numbers = [first % 2 ** bits, second % 2 ** bits];
      const made = numbers.map((number) => call('cidrsubnet', parent, bits, number));
      const outer = parseNetwork(parent);
      for (const value of made) {
        const inner = value.kind === 'string' ? parseNetwork(value.value) : null;
        if (!inner || !outer) assert.fail(show(value));
        assert.equal(inner.length, length + bits);
        assert.equal(inner.address >> BigInt(32 - length) === outer.address >> BigInt(32 - length), true);
      }
      const [one, two] = made.map(show);
      assert.equal(one === two, numbers[0] === numbers[1]);
    }),
  );
});

test('hashes are those of an independent implementation', () => {
  const digest = (name: string, bytes: Uint8Array): Uint8Array => new Uint8Array(createHash(name).update(bytes).digest());
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      assert.deepEqual(md5(bytes), digest('md5', bytes));
      assert.deepEqual(sha1(bytes), digest('sha1', bytes));
      assert.deepEqual(sha256(bytes), digest('sha256', bytes));
      assert.deepEqual(sha512(bytes), digest('sha512', bytes));
    }),
  );
});

test('base64 agrees with the platform', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const encoded = Buffer.from(text, 'utf8').toString('base64');
      assert.equal(show(call('base64encode', text)), JSON.stringify(encoded));
      assert.equal(show(call('base64decode', encoded)), JSON.stringify(Buffer.from(encoded, 'base64').toString('utf8')));
    }),
  );
});

test('no function throws, whatever it is given', () => {
  fc.assert(
    fc.property(fc.constantFrom(...functionNames), fc.array(partly, { maxLength: 4 }), (name, args) => {
      assert.equal(typeof call(name, ...args).kind, 'string');
    }),
    { numRuns: 3000 },
  );
});

/** Functions of which the result for an unknown argument may be anything the argument turns out to be. */
const SHAPELESS = new Set([
  'timestamp',
  'plantimestamp',
  'uuid',
  'bcrypt',
  'rsadecrypt',
  'try',
  'can',
  'type',
  'issensitive',
  'templatefile',
  'templatestring',
]);

/** Whether a known result is one that the partly known result allows. */
function allows(general: Value, special: Value): boolean {
  if (general.kind === 'unknown') return true;
  if (general.kind === 'list' || general.kind === 'set') {
    if (special.kind !== general.kind) return false;
    if (general.rest === null && general.kind === 'list') {
      return general.items.length === special.items.length && general.items.every((item, at) => allows(item, special.items[at] ?? item));
    }
    return general.items.every((item) => special.items.some((other) => allows(item, other)));
  }
  if (general.kind === 'map') {
    if (special.kind !== 'map') return false;
    const { entries } = special;
    return [...general.entries].every(([key, value]) => allows(value, entries.get(key) ?? computedMarker));
  }
  // Among strings a number or boolean becomes one, which an unknown neighbor may turn out to be.
  const asText = general.kind === 'number' || general.kind === 'bool' ? toStringValue(general) : general;
  return valuesEqual(general, special) !== false || valuesEqual(asText, special) !== false;
}
const computedMarker = numberValue(Number.MIN_VALUE);

test('what is said about a partly known argument holds for whatever the unknown turns out to be', () => {
  const hole = unknownValue('computed', 'known after apply');
  const fillings: fc.Arbitrary<Literal> = fc.oneof(fc.constantFrom<Literal>('a', 'b', '', '-', 'x,y', 2, true), fc.constant<Literal>(null));
  const item = fc.constantFrom<Literal>('a', 'b', 'c', '', 1, 2);
  const shapes = fc.oneof(
    fc.tuple(fc.array(item, { maxLength: 3 }), fc.array(item, { maxLength: 2 })).map(
      ([before, after]) =>
        (value: Value): Value =>
          listValue([...before.map(literal), value, ...after.map(literal)]),
    ),
    fc.dictionary(fc.constantFrom('a', 'b'), item).map(
      (entries) =>
        (value: Value): Value =>
          mapValue(new Map([...Object.entries(entries).map(([key, known]) => [key, literal(known)] as const), ['c', value]])),
    ),
    fc.constant((value: Value): Value => value),
  );
  const more = fc.array(fc.oneof(item, fc.array(item, { maxLength: 3 }), fc.dictionary(fc.constantFrom('a', 'c'), item)), { maxLength: 2 });
  const calls = fc.record({
    name: fc.constantFrom(...functionNames),
    first: fc.array(known, { maxLength: 1 }),
    shape: shapes,
    filling: fillings,
    more,
  });
  fc.assert(
    fc.property(calls, ({ name, first, shape, filling, more: others }) => {
      if (SHAPELESS.has(name)) return;
      const rest = others.map(literal);
      for (const before of [first.map(literal), rest, []]) {
        const general = callFunction(name, [...before, shape(hole), ...rest], context);
        const special = callFunction(name, [...before, shape(literal(filling)), ...rest], context);
        if (special.kind === 'unknown') continue;
        assert.ok(allows(general, special), `${name}: ${show(general)} does not allow ${show(special)}`);
      }
    }),
    { numRuns: 5000 },
  );
});

test('a text with a hole says nothing about the known text that filling the hole refutes', () => {
  const hole = unknownValue('computed', 'known after apply');
  const piece = fc.string({ unit: fc.constantFrom('a', 'b', '-', ' ', '\n'), maxLength: 4 });
  const names = ['chomp', 'lower', 'upper', 'trimspace', 'jsonencode', 'length', 'compact', 'base64encode', 'strrev', 'title'];
  const withOption = ['trim', 'trimprefix', 'trimsuffix', 'startswith', 'endswith', 'strcontains', 'split', 'format', 'contains'];
  const calls = fc.record({
    name: fc.constantFrom(...names, ...withOption, 'replace', 'substr'),
    head: piece,
    tail: piece,
    filling: piece,
    option: piece,
  });
  fc.assert(
    fc.property(calls, ({ name, head, tail, filling, option }) => {
      const run = (text: Value): Value => {
        if (name === 'replace') return callFunction(name, [text, stringValue(option), stringValue('Z')], context);
        if (name === 'substr') return callFunction(name, [text, numberValue(option.length), numberValue(1)], context);
        if (name === 'compact') return callFunction(name, [listValue([text, stringValue(option)])], context);
        if (name === 'contains') return callFunction(name, [listValue([text, stringValue(option)]), stringValue(`${option}a`)], context);
        if (name === 'split') return callFunction(name, [stringValue(option), text], context);
        if (name === 'format') return callFunction(name, [stringValue(`${option}%s|%s`), text, stringValue('y')], context);
        return callFunction(name, withOption.includes(name) ? [text, stringValue(option)] : [text], context);
      };
      const general = run(template(head, hole, tail));
      const special = run(stringValue(head + filling + tail));
      assert.ok(allows(general, special), `${name}: ${show(general)} does not allow ${show(special)}`);
    }),
    { numRuns: 5000 },
  );
});
