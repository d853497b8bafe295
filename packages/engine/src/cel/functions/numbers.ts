/** `math.…` */
import { intOf } from '../arithmetic.ts';
import { compare, knownItems } from '../equality.ts';
import { faults } from '../faults.ts';
import type { CelValue, KnownCelValue } from '../values.ts';
import { CelFault, CelUint, shortTypeName } from '../values.ts';
import { Unanswered } from '@kumomori/model';
import type { CelFunction } from './define.ts';
import { define, list } from './define.ts';

export function numberFunctions(): readonly CelFunction[] {
  const doubles: readonly (readonly [string, (value: number) => CelValue])[] = [
    ['math.ceil(double): double', Math.ceil],
    ['math.floor(double): double', Math.floor],
    ['math.trunc(double): double', Math.trunc],
    ['math.round(double): double', (value) => Math.sign(value) * Math.round(Math.abs(value))],
    ['math.isNaN(double): bool', Number.isNaN],
    ['math.isInf(double): bool', (value) => Math.abs(value) === Number.POSITIVE_INFINITY],
    ['math.isFinite(double): bool', Number.isFinite],
    ['math.sqrt(double): double', Math.sqrt],
  ];
  return [
    ...doubles.map(([signature, apply]) => define(signature, ([a]) => (typeof a === 'number' ? apply(a) : null))),
    define('math.abs(number): number', ([a]) => absolute(a ?? null)),
    define('math.sign(number): number', ([a]) => (typeof a === 'bigint' ? (a > 0n ? 1n : a < 0n ? -1n : 0n) : Math.sign(Number(a)))),
    ...(['greatest', 'least'] as const).flatMap((name) => {
      const sign = name === 'greatest' ? 1 : -1;
      return [
        define(`math.${name}(list<number>): number`, ([a]) => {
          const items = knownItems(list(a));
          return items instanceof Unanswered || items instanceof CelFault ? items : best(items, { name, sign });
        }),
        ...[1, 2, 3, 4, 5].map((count) =>
          define(`math.${name}(${Array.from({ length: count }, () => 'number').join(', ')}): number`, (items) =>
            best(items, { name, sign }),
          ),
        ),
      ];
    }),
  ];
}

function absolute(value: KnownCelValue): CelValue {
  if (typeof value === 'bigint') return intOf(value < 0n ? -value : value);
  return typeof value === 'number' ? Math.abs(value) : value;
}

function best(items: readonly KnownCelValue[], { name, sign }: { readonly name: string; readonly sign: number }): CelValue {
  let found = items[0];
  if (found === undefined) return faults.badValue(`math.${name}`, 'the list is empty');
  for (const item of items) {
    if (typeof item !== 'bigint' && typeof item !== 'number' && !(item instanceof CelUint))
      return faults.noOverload(`math.${name}`, [shortTypeName(item)]);
    const order = compare(item, found);
    if (typeof order === 'number' && order * sign > 0) found = item;
  }
  return found;
}
