/** `all`, `exists`, `filter`, `map` and their like, three-valued: one unknown element does not hide what another decides. */
import type { CelComprehension, CelExpr } from '@kumomori/model';
import { Unanswered } from '@kumomori/model';
import type { CelClosure, CelCompile, CelScope } from './scope.ts';
import { asCondition, undecidedBy, withVariable } from './scope.ts';
import { faults } from './faults.ts';
import type { CelRun } from './run.ts';
import { charge } from './run.ts';
import type { CelKey, CelValue } from './values.ts';
import { ArrayList, CelFault, CelList, CelMap, CelOptional, EntryMap, NO_VALUE, isKnown, shortTypeName } from './values.ts';

interface Compiled {
  readonly name: string;
  readonly over: CelClosure;
  /** Slot of the only variable, or of the second one. */
  readonly valueSlot: number;
  /** Slot of index or key when there are two variables. */
  readonly keySlot: number | null;
  readonly condition: CelClosure | null;
  readonly result: CelClosure | null;
  /** Nodes that each element evaluates. */
  readonly cost: number;
}

export function compileComprehension(expression: CelComprehension, scope: CelScope, compile: CelCompile): CelClosure {
  const compiled = compileParts(expression, scope, compile);
  switch (expression.macro) {
    case 'all':
      return (run) => walked(compiled, run, (items) => quantify(compiled, items, { run, decisive: false }));
    case 'exists':
      return (run) => walked(compiled, run, (items) => quantify(compiled, items, { run, decisive: true }));
    case 'exists_one':
      return (run) => walked(compiled, run, (items) => existsOne(compiled, items, run));
    case 'filter':
    case 'map':
    case 'transformList':
      return (run) => walked(compiled, run, (items) => select(compiled, items, run));
    case 'transformMap':
      return (run) => walked(compiled, run, (items) => transformMap(compiled, items, run));
    case 'optMap':
    case 'optFlatMap':
      return (run) => optMap(compiled, expression.macro === 'optFlatMap', run);
  }
}

function compileParts({ macro, over, variables, condition, result }: CelComprehension, scope: CelScope, compile: CelCompile): Compiled {
  const [first = '', second] = variables;
  const outer = withVariable(scope, first);
  const inner = second === undefined ? outer : withVariable(outer.scope, second);
  const body = (each: CelExpr | null): CelClosure | null => each && compile(each, inner.scope);
  return {
    name: macro,
    over: compile(over, scope),
    valueSlot: inner.slot,
    keySlot: second === undefined ? null : outer.slot,
    condition: body(condition),
    result: body(result),
    cost: 2 + (condition ? size(condition) : 0) + (result ? size(result) : 0),
  };
}

/** Characters stand for nodes: what is written within takes that much work at most. */
function size({ start, end }: CelExpr): number {
  return Math.ceil((end - start) / 4);
}

/** The elements of a list, or the keys of a map. */
interface Items {
  readonly list: CelList | null;
  readonly map: CelMap | null;
  readonly keys: readonly CelKey[];
  readonly length: number;
  /** There may be more. */
  readonly rest: Unanswered | null;
}

function walked({ over, name }: Compiled, run: CelRun, walk: (items: Items) => CelValue): CelValue {
  const value = over(run);
  if (value instanceof CelList) return walk({ list: value, map: null, keys: [], length: value.length, rest: value.rest });
  if (value instanceof CelMap) {
    const keys = value.keys();
    return walk({ list: null, map: value, keys, length: keys.length, rest: value.rest });
  }
  return isKnown(value) ? faults.noOverload(name, [shortTypeName(value)]) : value;
}

/** Puts an element into its slots; returns it. */
function enter(
  { valueSlot, keySlot, cost }: Compiled,
  items: Items,
  { run, index }: { readonly run: CelRun; readonly index: number },
): CelValue {
  charge(run, cost);
  const key = items.keys[index];
  const single = items.list ? items.list.at(index) : keyValue(key);
  const value = keySlot !== null && items.map && key !== undefined ? (items.map.get(key) ?? null) : single;
  run.slots[valueSlot] = value;
  if (keySlot !== null) run.slots[keySlot] = items.list ? BigInt(index) : keyValue(key);
  return value;
}

function keyValue(key: CelKey | undefined): CelValue {
  return key ?? null;
}

/** After the first element that decides, so many more are looked at for the evidence: people mend all of them at once. */
const MORE_EVIDENCE = 200;

interface Quantifying {
  readonly run: CelRun;
  /** The answer of one element that decides: false for `all`, true for `exists`. */
  readonly decisive: boolean;
}

function quantify(compiled: Compiled, items: Items, { run, decisive }: Quantifying): CelValue {
  const { reads } = run.tracker;
  const mark = reads.length;
  let undecided: Unanswered | CelFault | null = items.rest;
  let decidedAt = -1;
  for (let index = 0; index < items.length; index++) {
    if (decidedAt !== -1 && (index - decidedAt > MORE_EVIDENCE || run.cost * 2 > run.limit)) break;
    const before = reads.length;
    enter(compiled, items, { run, index });
    const value = compiled.condition?.(run) ?? null;
    const uncertain = items.list?.isUncertain(index) === true;
    if (value === decisive && !uncertain) {
      if (decidedAt === -1 && before > mark) reads.splice(mark, before - mark);
      if (decidedAt === -1) decidedAt = index;
    } else if (decidedAt !== -1) reads.length = before;
    else if (value === decisive) undecided = undecidedBy(undecided, items.list?.open ?? asCondition(null));
    else if (value !== !decisive) undecided = undecidedBy(undecided, asCondition(value));
  }
  if (reads.length === mark) items.list?.look();
  return decidedAt === -1 ? (undecided ?? !decisive) : decisive;
}

function existsOne(compiled: Compiled, items: Items, run: CelRun): CelValue {
  let undecided: Unanswered | CelFault | null = items.rest;
  let found = 0;
  for (let index = 0; index < items.length; index++) {
    enter(compiled, items, { run, index });
    const value = compiled.condition?.(run) ?? null;
    const uncertain = items.list?.isUncertain(index) === true;
    if (value === true && uncertain) undecided = undecidedBy(undecided, items.list?.open ?? asCondition(null));
    else if (value === true) found += 1;
    else if (value instanceof CelFault) return value;
    else if (value !== false) undecided = undecidedBy(undecided, asCondition(value));
    if (found > 1) return false;
  }
  return undecided ?? found === 1;
}

/** `filter` keeps elements, `map` makes others of them; one whose condition is unknown may or may not be there. */
function select(compiled: Compiled, items: Items, run: CelRun): CelValue {
  const { reads } = run.tracker;
  items.list?.look();
  const made: CelValue[] = [];
  const uncertain = new Set<number>();
  let why = items.list?.open ?? null;
  for (let index = 0; index < items.length; index++) {
    const before = reads.length;
    const element = enter(compiled, items, { run, index });
    const kept = compiled.condition ? compiled.condition(run) : true;
    if (kept === false) {
      reads.length = before;
      continue;
    }
    if (kept !== true && !(kept instanceof Unanswered)) return asCondition(kept);
    if (kept !== true) why ??= kept;
    if (kept !== true || items.list?.isUncertain(index) === true) uncertain.add(made.length);
    const value = compiled.result ? compiled.result(run) : element;
    if (value instanceof CelFault) return value;
    made.push(value);
  }
  return new FilteredList(made, { uncertain, rest: items.rest, why });
}

class FilteredList extends ArrayList {
  readonly #why: Unanswered | null;
  constructor(
    items: readonly CelValue[],
    {
      uncertain,
      rest,
      why,
    }: { readonly uncertain: ReadonlySet<number>; readonly rest: Unanswered | null; readonly why: Unanswered | null },
  ) {
    super(items, uncertain, rest);
    this.#why = rest ?? (uncertain.size > 0 ? why : null);
  }
  override get open(): Unanswered | null {
    return this.#why;
  }
}

function transformMap(compiled: Compiled, items: Items, run: CelRun): CelValue {
  if (items.rest) return items.rest;
  const made = new Map<CelKey, CelValue>();
  for (let index = 0; index < items.length; index++) {
    enter(compiled, items, { run, index });
    const kept = compiled.condition ? compiled.condition(run) : true;
    if (kept === false) continue;
    if (kept !== true) return asCondition(kept);
    const value = compiled.result?.(run) ?? null;
    if (value instanceof CelFault) return value;
    made.set(items.list ? BigInt(index) : (items.keys[index] ?? ''), value);
  }
  return new EntryMap(made);
}

function optMap({ over, valueSlot, result, name }: Compiled, flat: boolean, run: CelRun): CelValue {
  const value = over(run);
  if (!(value instanceof CelOptional)) return isKnown(value) ? faults.noOverload(name, [shortTypeName(value)]) : value;
  if (value.value === undefined) return NO_VALUE;
  run.slots[valueSlot] = value.value;
  const made = result?.(run) ?? null;
  if (!isKnown(made) || (flat && made instanceof CelOptional)) return made;
  return flat ? faults.noOverload(name, [shortTypeName(made)]) : new CelOptional(made);
}
