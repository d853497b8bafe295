/** All functions that expressions can call. */
import type { CelFunction } from './define.ts';
import { conversionFunctions } from './conversions.ts';
import { formatFunctions } from './format.ts';
import { kubernetesFunctions } from './kubernetes.ts';
import { listFunctions } from './lists.ts';
import { networkFunctions } from './network.ts';
import { numberFunctions } from './numbers.ts';
import { stringFunctions } from './strings.ts';
import { timeFunctions } from './times.ts';

export { accepts } from './define.ts';
export type { CelFunction } from './define.ts';

let index: ReadonlyMap<string, readonly CelFunction[]> | null = null;

/** Every overload, in the order of the reference. */
export function celFunctions(): readonly CelFunction[] {
  return [
    ...stringFunctions(),
    ...formatFunctions(),
    ...listFunctions(),
    ...numberFunctions(),
    ...conversionFunctions(),
    ...timeFunctions(),
    ...networkFunctions(),
    ...kubernetesFunctions(),
  ];
}

/** The overloads of a name; empty for one that is not known. Made when the first expression is compiled. */
export function functionsNamed(name: string, isMethod: boolean): readonly CelFunction[] {
  index ??= Map.groupBy(celFunctions(), (each) => keyOf(each.name, each.isMethod));
  return index.get(keyOf(name, isMethod)) ?? [];
}

function keyOf(name: string, isMethod: boolean): string {
  return isMethod ? `.${name}` : name;
}

/** For spelling help. */
export function functionNames(isMethod: boolean): readonly string[] {
  return [...new Set(celFunctions().flatMap((each) => (each.isMethod === isMethod ? [each.name] : [])))];
}
