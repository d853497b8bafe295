/** Terraform's built-in functions over known, partly known and unknown values. The evaluator calls them by name. */
import { unknownValue, withDependencies } from '@kumomori/model';
import type { UnknownCode, Value } from '@kumomori/model';
import type { FunctionContext, FunctionTable } from './context.ts';
import { cidrFunctions } from './cidr.ts';
import { conversionFunctions } from './conversions.ts';
import { dateFunctions } from './dates.ts';
import { encodingFunctions } from './encoding.ts';
import { fileFunctions } from './files.ts';
import { formatFunctions } from './format.ts';
import { hashFunctions } from './hashes.ts';
import { jsonFunctions } from './json.ts';
import { listFunctions } from './lists.ts';
import { mapFunctions } from './maps.ts';
import { numericFunctions } from './numeric.ts';
import { patternFunctions } from './patterns.ts';
import { providerFunctions } from './provider.ts';
import { setFunctions } from './sets.ts';
import { stringFunctions } from './strings.ts';
import { MAX_TEXT, deepDependencies, isFailure, own } from './support.ts';

export type { FunctionContext } from './context.ts';
export { fileOf } from './file-source.ts';
export { textFromPieces, textPieces } from '../../values/index.ts';
export type { TextPiece } from '../../values/index.ts';

const table: FunctionTable = {
  ...numericFunctions,
  ...listFunctions,
  ...mapFunctions,
  ...setFunctions,
  ...conversionFunctions,
  ...jsonFunctions,
  ...stringFunctions,
  ...patternFunctions,
  ...formatFunctions,
  ...encodingFunctions,
  ...hashFunctions,
  ...cidrFunctions,
  ...dateFunctions,
  ...fileFunctions,
};

/** Names of all functions that exist in Terraform and are known here, sorted; provider-defined functions are not among them. */
export const functionNames: readonly string[] = Object.keys(table).toSorted();

/**
 * Calls a function by name; `core::length` is `length`. A call Terraform would refuse gives an unknown with code `failed-function`,
 * a name nobody knows one with code `unsupported`. Never throws; the work is bounded by the size limits in support.ts.
 */
export function callFunction(name: string, args: readonly Value[], context: FunctionContext): Value {
  const plainName = name.startsWith('core::') ? name.slice('core::'.length) : name;
  const spec = plainName.startsWith('provider::') ? own(providerFunctions, plainName.slice('provider::'.length)) : own(table, plainName);
  if (!spec) return unknown('unsupported', `function ${plainName}() is not supported`);
  if (args.length < spec.min || args.length > spec.max)
    return unknown('failed-function', `${plainName}() failed: ${arityReason(spec, args.length)}`);
  const result = spec.run(args, context);
  if (isFailure(result)) {
    // Reasons may quote arguments.
    const reason = deepDependencies(args).sensitive ? 'an argument is not valid (sensitive)' : result.failure;
    return unknown(result.code, `${plainName}() failed: ${reason}`);
  }
  const tooLong = result.kind === 'string' && result.value.length > MAX_TEXT;
  return tooLong ? unknown('limit', `${plainName}() failed: the text is longer than ${MAX_TEXT} characters`) : result;

  function unknown(code: UnknownCode, detail: string): Value {
    return withDependencies(unknownValue(code, detail, context.range), [deepDependencies(args)]);
  }
}

function arityReason(spec: { min: number; max: number }, given: number): string {
  const wanted = spec.min === spec.max ? `${spec.min}` : spec.max === Infinity ? `at least ${spec.min}` : `${spec.min} to ${spec.max}`;
  return `it takes ${wanted} argument${wanted === '1' ? '' : 's'}, not ${given}`;
}
export { fingerprintText } from './hashes.ts';
