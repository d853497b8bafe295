/** `count`, `for_each` and `enabled` of a block: which instances it has. */
import type { Range, UnknownValue, Value } from '@kumomori/model';
import { numberValue, unknownValue, withDependencies } from '@kumomori/model';
import { failure } from './access.ts';
import { toBoolValue, toNumberValue } from '../values/index.ts';
import type { MergedBody, SourcedAttribute } from './declarations.ts';
import type { Element } from './iterate.ts';
import { iterate } from './iterate.ts';
import type { InstanceScope, Scope } from './scope.ts';
import { NO_INSTANCE, rangeOf } from './scope.ts';

/** In steps: an instance is kept in memory with all it holds. */
const COST_OF_INSTANCE = 4;

export interface Expanded {
  readonly key: string | number | null;
  readonly uncertain: boolean;
  readonly scope: InstanceScope;
}

export interface Expansion {
  readonly kind: 'single' | 'count' | 'for_each';
  readonly items: readonly Expanded[];
  readonly rest: UnknownValue | null;
}

/**
 * The instances of a block. An unknown number gives one uncertain instance without key; a partly known one gives the known ones and
 * one uncertain one. More instances than the limit are cut off with a diagnostic.
 */
export function expand(body: MergedBody, scope: Scope): Expansion {
  const forEach = body.attributes.get('for_each');
  if (forEach) return expandForEach(evaluateHere(forEach, scope), scope);
  const count = body.attributes.get('count');
  if (count) return expandCount(evaluateHere(count, scope), scope);
  return expandEnabled(body, scope);
}

interface Steering {
  readonly value: Value;
  readonly range: Range;
}

function evaluateHere({ attribute, source }: SourcedAttribute, scope: Scope): Steering {
  const here = { ...scope, source };
  return { value: scope.run.evaluate(attribute.value, here), range: rangeOf(here, attribute.value) };
}

function expandCount({ value, range }: Steering, scope: Scope): Expansion {
  const number = value.kind === 'bool' ? numberValue(value.value ? 1 : 0, value.range) : toNumberValue(value);
  if (number.kind !== 'number') {
    const rest = number.kind === 'unknown' ? number : failure('count is null', range);
    const scopeOfOne = { ...NO_INSTANCE, countIndex: unknownValue(rest.reason.code, `count is not known: ${rest.reason.detail}`, range) };
    return { kind: 'count', items: [{ key: null, uncertain: true, scope: scopeOfOne }], rest };
  }
  const wanted = Math.max(0, Math.floor(number.value));
  const items: Expanded[] = [];
  const made = capped(wanted, scope, range);
  for (let index = 0; index < made; index++) {
    const countIndex = withDependencies(numberValue(index, value.range), [value]);
    items.push({ key: index, uncertain: false, scope: { ...NO_INSTANCE, countIndex } });
  }
  return { kind: 'count', items, rest: null };
}

/** How many of the wanted instances are made: up to the limit, and just one when the budget of the run is used up. */
function capped(wanted: number, scope: Scope, range: Range): number {
  const { instancesPerBlock } = scope.run.limits;
  const affordable = scope.run.spend(COST_OF_INSTANCE * Math.min(wanted, instancesPerBlock), range);
  if (!affordable) return Math.min(wanted, 1);
  if (wanted <= instancesPerBlock) return wanted;
  scope.run.report(range, {
    code: 'limit',
    message: `${wanted} instances of one block; only the first ${instancesPerBlock} are looked at`,
  });
  return instancesPerBlock;
}

function expandForEach({ value, range }: Steering, scope: Scope): Expansion {
  const elements = iterate(value, range);
  const items: Expanded[] = [];
  let rest = elements.rest ?? elements.failed;
  const seen = new Set<string>();
  for (const element of elements.items.slice(0, capped(elements.items.length, scope, range))) {
    const key = keyOf(element, value);
    if (typeof key === 'string') {
      if (!seen.has(key)) items.push({ key, uncertain: false, scope: eachScope(element, value) });
      seen.add(key);
    } else rest ??= key ?? failure('a key of for_each is not a text', range);
  }
  if (rest) items.push({ key: null, uncertain: true, scope: { ...NO_INSTANCE, eachKey: rest, eachValue: rest } });
  return { kind: 'for_each', items, rest };
}

/** Map keys and elements of sets; a list is an error in Terraform and is read as the set that was surely meant. */
function keyOf(element: Element, collection: Value): string | UnknownValue | null {
  const key = collection.kind === 'list' ? element.value : element.key;
  if (key.kind === 'string') return key.value;
  if (key.kind === 'number' || key.kind === 'bool') return String(key.value);
  if (key.kind === 'unknown') return key;
  return key.kind === 'template' ? (key.parts.find((part) => typeof part !== 'string') ?? null) : null;
}

function eachScope(element: Element, collection: Value): InstanceScope {
  const eachKey = collection.kind === 'list' ? element.value : element.key;
  return { eachKey, eachValue: element.value, countIndex: null };
}

/** OpenTofu's `lifecycle { enabled = … }`. */
function expandEnabled(body: MergedBody, scope: Scope): Expansion {
  const certain: Expanded = { key: null, uncertain: false, scope: NO_INSTANCE };
  for (const { block, source } of body.blocks) {
    const attribute = block.type === 'lifecycle' ? block.body.attributes.find(({ name }) => name === 'enabled') : undefined;
    if (attribute === undefined) continue;
    const enabled = toBoolValue(evaluateHere({ attribute, source }, scope).value);
    if (enabled.kind === 'bool' && !enabled.value) return { kind: 'single', items: [], rest: null };
    if (enabled.kind === 'unknown') return { kind: 'single', items: [{ ...certain, uncertain: true }], rest: enabled };
  }
  return { kind: 'single', items: [certain], rest: null };
}
