/** What an intrinsic function is given, and the answers they share. */
import type { Range, UnknownCode, UnknownValue, Value } from '@kumomori/model';
import { unknownValue, withDependencies } from '@kumomori/model';
import type { Scope } from '../scope.ts';

export interface Call {
  /** As written. */
  readonly argument: Value;
  /** Of the whole call. */
  readonly range: Range | null;
  readonly scope: Scope;
  evaluate(written: Value): Value;
}

export type IntrinsicFunction = (call: Call) => Value;

export function failure(detail: string, range: Range | null): UnknownValue {
  return unknownValue('failed-function', detail, range);
}

/** Unknown for the reason of an input, with everything the inputs depend on. */
export function unknownBecause(
  { reason, via, refs, sensitive, range: own }: UnknownValue,
  inputs: readonly Value[],
  range: Range | null,
): UnknownValue {
  return withDependencies({ kind: 'unknown', reason, via, refs, sensitive, range: own ?? range }, inputs);
}

export function unknownFrom(
  code: UnknownCode,
  detail: string,
  { range, inputs }: { range: Range | null; inputs: readonly Value[] },
): UnknownValue {
  return withDependencies(unknownValue(code, detail, range), inputs);
}

/** The elements of a list argument, as written; null when it is none. */
export function written(argument: Value): readonly Value[] | null {
  return argument.kind === 'list' ? argument.items : null;
}
