/** Calls of functions: the overload is chosen by the values, unknown and wrong arguments pass through. */
import type { CelExpr } from '@kumomori/model';
import { Unanswered } from '@kumomori/model';
import { faults } from './faults.ts';
import type { CelFunction } from './functions/index.ts';
import { accepts, functionsNamed } from './functions/index.ts';
import { charge } from './run.ts';
import type { CelRun } from './run.ts';
import type { CelClosure } from './scope.ts';
import type { CelFault, CelValue, KnownCelValue } from './values.ts';
import { CelPartial, isKnown, shortTypeName, worseOf } from './values.ts';

export function compileCall(
  { name, receiver, args }: Extract<CelExpr, { kind: 'call' }>,
  inner: (each: CelExpr) => CelClosure,
): CelClosure {
  const closures = [...(receiver ? [receiver] : []), ...args].map(inner);
  const overloads = functionsNamed(name, receiver !== null).filter(({ params }) => params.length === closures.length);
  return (run) => {
    const values: KnownCelValue[] = [];
    let undecided: Unanswered | CelFault | null = null;
    for (const closure of closures) {
      const value = closure(run);
      if (isKnown(value)) values.push(value);
      else if (value instanceof Unanswered) undecided = worseOf(undecided instanceof Unanswered ? undecided : null, value);
      else undecided ??= value;
    }
    return undecided ?? call({ name, overloads }, values, run);
  };
}

interface Called {
  readonly name: string;
  readonly overloads: readonly CelFunction[];
}

function call({ name, overloads }: Called, values: readonly KnownCelValue[], run: CelRun): CelValue {
  for (const overload of overloads) {
    if (!overload.params.every((type, index) => accepts(type, values[index] ?? null))) continue;
    charge(run, 1 + weight(values));
    const partial = overload.takesPartial ? undefined : values.find((value) => value instanceof CelPartial);
    return partial ? partial.unknown : overload.call(values, run);
  }
  return faults.noOverload(name, values.map(shortTypeName));
}

/** Long texts take work to look at. */
function weight(values: readonly KnownCelValue[]): number {
  let sum = 0;
  for (const value of values) if (typeof value === 'string') sum += value.length;
  return sum / 10;
}
