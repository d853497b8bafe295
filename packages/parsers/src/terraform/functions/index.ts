/** Terraform's built-in functions over known, partly known and unknown values. The evaluator calls them by name. */
import { unknownValue, withDependencies } from '@kumomori/model';
import type { Value } from '@kumomori/model';
import type { FunctionContext, FunctionTable } from './context.ts';
import { conversionFunctions } from './conversions.ts';
import { listFunctions } from './lists.ts';
import { mapFunctions } from './maps.ts';
import { numericFunctions } from './numeric.ts';
import { setFunctions } from './sets.ts';
import { MAX_TEXT, deepDependencies, isFailure } from './support.ts';

export type { FileText, FunctionContext } from './context.ts';
export { textFromPieces, textPieces } from './text-pieces.ts';
export type { TextPiece } from './text-pieces.ts';

const table: FunctionTable = {
  ...numericFunctions,
  ...listFunctions,
  ...mapFunctions,
  ...setFunctions,
  ...conversionFunctions,
};

/** Names of all functions that exist in Terraform and are known here, sorted; provider-defined functions are not among them. */
export const functionNames: readonly string[] = Object.keys(table).toSorted();

/**
 * Calls a function by name; `core::length` is `length`. A call Terraform would refuse gives an unknown with code `failed-function`,
 * a name nobody knows one with code `unsupported`. Never throws; the work is bounded by the size limits in support.ts.
 */
export function callFunction(name: string, args: readonly Value[], context: FunctionContext): Value {
  const plainName = name.startsWith('core::') ? name.slice('core::'.length) : name;
  const spec = Object.hasOwn(table, plainName) ? table[plainName] : undefined;
  if (!spec) return unknown('unsupported', `function ${plainName}() is not supported`);
  if (args.length < spec.min || args.length > spec.max)
    return unknown('failed-function', `${plainName}() failed: ${arityReason(spec, args.length)}`);
  const result = spec.run(args, context);
  if (isFailure(result)) return unknown(result.code, `${plainName}() failed: ${result.failure}`);
  const tooLong = result.kind === 'string' && result.value.length > MAX_TEXT;
  return tooLong ? unknown('limit', `${plainName}() failed: the text is longer than ${MAX_TEXT} characters`) : result;

  function unknown(code: 'unsupported' | 'failed-function' | Extract<typeof result, { code: string }>['code'], detail: string): Value {
    return withDependencies(unknownValue(code, detail, context.range), [deepDependencies(args)]);
  }
}

function arityReason(spec: { min: number; max: number }, given: number): string {
  const wanted = spec.min === spec.max ? `${spec.min}` : spec.max === Infinity ? `at least ${spec.min}` : `${spec.min} to ${spec.max}`;
  return `it takes ${wanted} argument${wanted === '1' ? '' : 's'}, not ${given}`;
}
