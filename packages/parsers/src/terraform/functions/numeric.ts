/** Numeric functions: abs ceil floor log max min parseint pow signum sum. Numbers are doubles; Terraform's are wider. */
import type { Value } from '@kumomori/model';
import { toNumberValue } from '../../values/index.ts';
import type { Failure, FunctionSpec, FunctionTable } from './context.ts';
import { define, fail, isFailure, isList, poison, variadic } from './support.ts';

export const numericFunctions: FunctionTable = {
  abs: define(['number'], ([n]) => Math.abs(n)),
  ceil: define(['number'], ([n]) => Math.ceil(n)),
  floor: define(['number'], ([n]) => Math.floor(n)),
  signum: define(['number'], ([n]) => Math.sign(n)),
  log: define(['number', 'number'], ([n, base]) => finite(logarithm(n, base))),
  pow: define(['number', 'number'], ([n, power]) => finite(n ** power)),
  max: extreme((numbers) => Math.max(...numbers)),
  min: extreme((numbers) => Math.min(...numbers)),
  parseint: define(['value', 'integer'], ([text, base]) => {
    if (text.kind === 'unknown' || text.kind === 'template') return poison(text, []);
    return text.kind === 'string' ? parseInteger(text.value, base) : fail('argument 1 must be a string');
  }),
  sum: define(['list'], ([list]) => {
    if (list.rest) return list.rest;
    if (list.items.length === 0) return fail('the list is empty');
    const numbers = knownNumbers(list.items);
    return Array.isArray(numbers) ? finite(numbers.reduce((total, n) => total + n, 0)) : numbers;
  }),
};

function logarithm(n: number, base: number): number {
  if (base === 2) return Math.log2(n);
  return base === 10 ? Math.log10(n) : Math.log(n) / Math.log(base);
}

function finite(n: number): number | Failure {
  return Number.isFinite(n) ? n : fail('the result is not a finite number');
}

function extreme(choose: (numbers: readonly number[]) => number): FunctionSpec {
  return variadic(1, 10_000, (args) => {
    // A single list (max(list...) without the dots) is refused by Terraform too.
    if (args.some(isList)) return fail('the arguments must be numbers, not a list');
    const numbers = knownNumbers(args);
    return Array.isArray(numbers) ? choose(numbers) : numbers;
  });
}

/** All values as numbers; the first that is none as a failure, otherwise the first unknown. */
function knownNumbers(values: readonly Value[]): number[] | Failure | Value {
  const numbers: number[] = [];
  let unknown: Value | Failure | null = null;
  for (const [at, value] of values.entries()) {
    const made = toNumberValue(value);
    if (made.kind === 'number') numbers.push(made.value);
    else if (made.kind === 'unknown' && (value.kind === 'unknown' || value.kind === 'template')) unknown ??= made;
    else return fail(`element ${at} is not a number`);
  }
  return unknown !== null && !isFailure(unknown) ? unknown : numbers;
}

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

function parseInteger(text: string, base: number): number | Failure {
  if (base < 2 || base > 62) return fail(`base ${base} is not between 2 and 62`);
  const digits = base <= 36 ? text.toLowerCase() : text;
  const start = /^[+-]/.test(digits) ? 1 : 0;
  if (digits.length === start) return fail(`"${text.slice(0, 60)}" is not a number in base ${base}`);
  let value = 0;
  for (let at = start; at < digits.length; at++) {
    const digit = DIGITS.indexOf(digits.charAt(at));
    if (digit === -1 || digit >= base) return fail(`"${text.slice(0, 60)}" is not a number in base ${base}`);
    value = value * base + digit;
  }
  return finite(digits.startsWith('-') ? -value : value);
}
