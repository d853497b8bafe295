/** Which types fit where. */
import type { CelType } from '@kumomori/model';
import { celList, celMap, celOptional, celType } from '@kumomori/model';

/** Whether a value of type `actual` may stand where `wanted` is asked for. `bound`: types that variables (`T`) stand for; grows. */
export function matches(wanted: CelType, actual: CelType, bound: Map<string, CelType> = new Map()): boolean {
  if (wanted.kind === 'object' && /^[A-Z]$/.test(wanted.name)) {
    const known = bound.get(wanted.name);
    if (known && known.kind !== 'dyn' && actual.kind !== 'dyn') return matches(known, actual) || matches(actual, known);
    if (!known) bound.set(wanted.name, actual);
    return true;
  }
  if (wanted.kind === 'dyn' || actual.kind === 'dyn') return true;
  if (isNumeric(wanted) && isNumeric(actual)) return wanted.kind === actual.kind || wanted.kind === 'number' || actual.kind === 'number';
  if (wanted.kind === 'list' || wanted.kind === 'optional') return actual.kind === wanted.kind && matches(wanted.of, actual.of, bound);
  if (wanted.kind === 'map') return actual.kind === 'map' && matches(wanted.key, actual.key, bound) && matches(wanted.of, actual.of, bound);
  if (wanted.kind === 'object') return actual.kind === 'object' && actual.name === wanted.name;
  return wanted.kind === actual.kind;
}

function isNumeric({ kind }: CelType): boolean {
  return kind === 'int' || kind === 'uint' || kind === 'double' || kind === 'number';
}

/** The result type with its variables filled in. */
export function substituted(type: CelType, bound: ReadonlyMap<string, CelType>): CelType {
  switch (type.kind) {
    case 'object':
      return /^[A-Z]$/.test(type.name) ? (bound.get(type.name) ?? celType('dyn')) : type;
    case 'list':
      return celList(substituted(type.of, bound));
    case 'optional':
      return celOptional(substituted(type.of, bound));
    case 'map':
      return celMap(substituted(type.of, bound), substituted(type.key, bound));
    default:
      return type;
  }
}

/** One type for several values: theirs when it is the same, else any. */
export function joined(types: readonly CelType[]): CelType {
  const [first] = types;
  if (!first) return celType('dyn');
  return types.every((type) => matches(first, type) && matches(type, first)) ? first : celType('dyn');
}
