/** Values against a slow reference, sequences, decay, warning lists. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Observable, StixObservation } from '@kumomori/model';
import { addressNumber, rangeOf } from '@kumomori/model';
import { confirmed, IntelMatcher, intelSet, judgeIntel, OWN_WARNING_LISTS, sequenceSpans, warningOf } from './index.ts';
import type { Observed } from './index.ts';

function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

test('the table says what comparing one by one says', () => {
  const next = chance(3);
  const address = (): string => `192.0.${next(4)}.${next(256)}`;
  const name = (): string => `${['a', 'b', 'c.d'][next(3)]}.${['x', 'y'][next(2)]}.test`;
  const kinds: readonly (() => Observable)[] = [
    () => ({ kind: 'address', value: address() }),
    () => ({ kind: 'range', value: `192.0.${next(4)}.0/${24 + next(8)}` }),
    () => ({ kind: 'range', value: `2001:db8:0:${next(4)}::/${60 + next(8)}` }),
    () => ({ kind: 'domain', value: name() }),
    () => ({ kind: 'host', value: name() }),
  ];
  const observables = Array.from({ length: 60 }, (): Observable => kinds[next(kinds.length)]?.() ?? { kind: 'host', value: 'z.test' });
  const matcher = new IntelMatcher(
    intelSet(
      observables.map((each) => ({ observables: [each], pattern: null })),
      { seed: 9 },
    ),
  );
  for (let run = 0; run < 2000; run++) {
    const asked: Observed =
      run % 3 === 0
        ? { kind: 'host', value: `${next(2) === 0 ? 'deep.' : ''}${name()}`, role: null }
        : { kind: 'address', value: run % 3 === 1 ? address() : `2001:db8:0:${next(5)}::${next(9)}`, role: null };
    const slow = observables.flatMap((each, index) => (same(each, asked) ? [index] : []));
    const fast = matcher
      .ask([asked])
      .filter(({ owner }) => confirmed({ observables: [observables[owner] ?? { kind: 'host', value: '' }] }, asked))
      .map(({ owner }) => owner);
    // Of one value the table keeps sixteen owners.
    if (slow.length <= 16)
      assert.deepEqual(
        fast.toSorted((a, b) => a - b),
        slow,
        JSON.stringify(asked),
      );
  }
});

function same({ kind, value }: Observable, asked: Observed): boolean {
  if (asked.kind === 'host')
    return (kind === 'host' && value === asked.value) || (kind === 'domain' && `.${asked.value}`.endsWith(`.${value}`));
  const [range, address] = [kind === 'range' || kind === 'address' ? rangeOf(value) : null, addressNumber(asked.value)];
  return (
    range !== null && address !== null && range.family === address.family && address.number >= range.first && address.number <= range.last
  );
}

const part: StixObservation = { op: 'observe', test: { op: 'exists', path: { type: 'a', steps: [] }, negated: false, at: 0 }, at: 0 };
const points = (...list: readonly (readonly [number, number])[]): readonly { part: number; time: number; id: number }[] =>
  list.map(([of, seconds], id) => ({ part: of, time: seconds * 1000, id }));
const seconds = (pattern: StixObservation, ...list: readonly (readonly [number, number])[]): readonly (readonly number[])[] =>
  sequenceSpans(pattern, points(...list)).map((span) => span.points.map(({ time }) => time / 1000));

test('one after the other within a time, the nearest first', () => {
  const both: StixObservation = { op: 'followed-by', items: [part, part], at: 0 };
  assert.deepEqual(seconds(both, [1, 1], [0, 5], [0, 8], [1, 10]), [[8, 10]]);
  assert.deepEqual(seconds({ op: 'within', item: both, seconds: 1, at: 0 }, [0, 8], [1, 10]), []);
  assert.deepEqual(seconds({ op: 'and', items: [part, part], at: 0 }, [1, 1], [0, 5]), [[1, 5]]);
});

test('one event is not two', () => {
  const both: StixObservation = { op: 'and', items: [part, part], at: 0 };
  assert.deepEqual(
    sequenceSpans(both, [
      { part: 0, time: 1, id: 7 },
      { part: 1, time: 1, id: 7 },
    ]),
    [],
  );
});

test('repeated as often as asked, within the time, each event in one match', () => {
  const thrice: StixObservation = { op: 'within', item: { op: 'repeats', item: part, times: 3, at: 0 }, seconds: 10, at: 0 };
  assert.deepEqual(seconds(thrice, [0, 1], [0, 50], [0, 52], [0, 53], [0, 54], [0, 90]), [[50, 52, 53]]);
});

test('an address that nobody saw for half a year says nothing, a hash stays; a level falls on the way', () => {
  const plain = { confidence: 90, validFrom: null, validUntil: null, lastSeen: '2026-01-01T00:00:00Z', modified: null, observables: [] };
  const at = (day: number, kind: 'address' | 'hash'): string | undefined =>
    judgeIntel(plain, { time: Date.UTC(2026, 0, 1 + day), kind, toldAt: null })?.level;
  assert.deepEqual(
    [at(0, 'address'), at(120, 'address'), at(170, 'address'), at(181, 'address')],
    ['high', 'medium', 'informational', undefined],
  );
  assert.equal(at(2000, 'hash'), 'high');
});

test('what is everybody’s is warned of, and a list of the operator counts as well', () => {
  const warn = warningOf([{ name: 'our offices', type: 'hostname', values: ['.office.test'] }, ...OWN_WARNING_LISTS]);
  const asked: readonly Observable[] = [
    { kind: 'address', value: '10.1.2.3' },
    { kind: 'range', value: '10.0.0.0/16' },
    { kind: 'range', value: '0.0.0.0/0' },
    { kind: 'address', value: '8.8.8.8' },
    { kind: 'domain', value: 'vpn.office.test' },
    { kind: 'domain', value: 'evil.test' },
  ];
  assert.deepEqual(
    asked.map((each) => warn(each) !== null),
    [true, true, false, true, true, false],
  );
});
