/** Values as they are written → values as they are deployed: intrinsic functions carried out, properties without value left out. */
import type { MapValue, UnknownValue, Value } from '@kumomori/model';
import { listValue, mapValue, unknownValue } from '@kumomori/model';
import { withStructure } from '../values/index.ts';
import { expandLoop, isLoop } from './for-each.ts';
import { functionNamed, transform } from './functions/index.ts';
import type { Scope } from './scope.ts';
import { NO_VALUE } from './scope.ts';

/** The value of what is written. Never throws: what cannot be known is unknown with the reason. */
export function evaluate(written: Value, scope: Scope): Value {
  if (!scope.run.spend(1, written.range)) return unknownValue('limit', 'the step limit of the evaluation was reached', written.range);
  switch (written.kind) {
    case 'map':
      return scope.run.deeper(written.range, () => evaluateMap(written, scope));
    case 'list':
      return scope.run.deeper(written.range, () => {
        const items = written.items.map((item) => evaluate(item, scope)).filter((item) => item !== NO_VALUE);
        return listValue(items, written.range);
      });
    case 'string':
      return scope.run.spend(written.value.length >> 6, written.range) ? withStructure(written) : written;
    default:
      return written;
  }
}

function evaluateMap(written: MapValue, scope: Scope): Value {
  const [only] = written.entries;
  if (only && written.entries.size === 1) {
    const [name, argument] = only;
    const carryOut = functionNamed(name, argument);
    if (carryOut) return carryOut({ argument, range: written.range, scope, evaluate: (value) => evaluate(value, scope) });
  }
  const { entries, rest } = evaluateEntries(written, scope);
  return mapValue(entries, written.range, rest);
}

export interface EvaluatedEntries {
  readonly entries: ReadonlyMap<string, Value>;
  readonly rest: UnknownValue | null;
}

/** Members of a mapping that is no function: loops are written out, what a transform adds is unknown. */
export function evaluateEntries(written: MapValue, scope: Scope): EvaluatedEntries {
  const entries = new Map<string, Value>();
  let { rest } = written;
  for (const [key, value] of written.entries) {
    if (isLoop(key)) {
      const { members, isOpen } = expandLoop(key, value, scope, (collection) => evaluate(collection, scope));
      for (const member of members) set(entries, member.key, evaluate(member.value, scope));
      if (isOpen) rest ??= unknownValue('computed', 'the collection of a Fn::ForEach is not known', value.range);
    } else if (key === 'Fn::Transform') {
      const included = transform({ argument: value, range: value.range, scope, evaluate: (each) => evaluate(each, scope) });
      if (included.kind === 'map') for (const [name, entry] of included.entries) set(entries, name, entry);
      else if (included.kind === 'unknown') rest ??= included;
    } else set(entries, key, evaluate(value, scope));
  }
  return { entries, rest };
}

function set(entries: Map<string, Value>, key: string, value: Value): void {
  if (value !== NO_VALUE) entries.set(key, value);
}
