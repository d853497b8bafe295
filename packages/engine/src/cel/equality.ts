/** Equality and order, three-valued. */
import { HOLE, Unanswered } from '@kumomori/model';
import type { CelRun } from './run.ts';
import { charge } from './run.ts';
import type { CelValue, KnownCelValue } from './values.ts';
import {
  CelFault,
  CelList,
  CelMap,
  CelOpaque,
  CelOptional,
  CelPartial,
  CelTime,
  CelTypeValue,
  CelUint,
  isKnown,
  worseOf,
} from './values.ts';

export type Answer = boolean | Unanswered | CelFault;

/** Values of different kinds are unequal; numbers are compared by value whatever their kind. Charged for each element. */
export function equals(left: CelValue, right: CelValue, run: CelRun): Answer {
  if (left instanceof Unanswered) return right instanceof Unanswered ? worseOf(left, right) : left;
  if (right instanceof Unanswered) return right;
  if (left instanceof CelFault) return left;
  if (right instanceof CelFault) return right;
  return equalKnown(left, right, run);
}

function equalKnown(left: KnownCelValue, right: KnownCelValue, run: CelRun): Answer {
  if (left instanceof CelPartial) return equalPartial(left, right);
  if (right instanceof CelPartial) return equalPartial(right, left);
  if (typeof left === 'string' || typeof left === 'boolean' || left === null) return left === right;
  const a = numberOf(left);
  if (a !== undefined) {
    const b = numberOf(right);
    // A bigint and a number are compared by value, which is what CEL asks for.
    // oxlint-disable-next-line eqeqeq
    return b !== undefined && a == b;
  }
  if (left instanceof CelList) return right instanceof CelList ? equalLists(left, right, run) : false;
  if (left instanceof CelMap) return right instanceof CelMap ? equalMaps(left, right, run) : false;
  if (left instanceof CelTime) return right instanceof CelTime && left.kind === right.kind && left.nanoseconds === right.nanoseconds;
  if (left instanceof Uint8Array)
    return right instanceof Uint8Array && left.length === right.length && left.every((byte, i) => byte === right[i]);
  if (left instanceof CelTypeValue) return right instanceof CelTypeValue && left.name === right.name;
  if (left instanceof CelOpaque) return right instanceof CelOpaque && left.kind === right.kind && left.key === right.key;
  if (!(left instanceof CelOptional) || !(right instanceof CelOptional)) return false;
  if (left.value === undefined || right.value === undefined) return left.value === right.value;
  return equals(left.value, right.value, run);
}

/** The number that a value is; undefined for others. */
export function numberOf(value: KnownCelValue): bigint | number | undefined {
  if (typeof value === 'bigint' || typeof value === 'number') return value;
  return value instanceof CelUint ? value.value : undefined;
}

function equalLists(left: CelList, right: CelList, run: CelRun): Answer {
  const open = left.open ?? right.open;
  if (open === null && left.length !== right.length) {
    left.look();
    right.look();
    return false;
  }
  if (open !== null) return open;
  if (left.length === 0) left.look();
  return allEqual(left.length, (index) => equals(left.at(index), right.at(index), run), run);
}

function equalMaps(left: CelMap, right: CelMap, run: CelRun): Answer {
  const open = left.rest ?? right.rest;
  if (open) return open;
  const keys = left.keys();
  if (keys.length !== right.keys().length) return false;
  return allEqual(
    keys.length,
    (index) => {
      const key = keys[index] ?? '';
      const other = right.get(key);
      return other === undefined ? false : equals(left.get(key) ?? null, other, run);
    },
    run,
  );
}

function allEqual(length: number, at: (index: number) => Answer, run: CelRun): Answer {
  let undecided: Unanswered | CelFault | null = null;
  for (let index = 0; index < length; index++) {
    charge(run, 1);
    const same = at(index);
    if (same === false) return false;
    if (same !== true) undecided = firstUndecided(undecided, same);
  }
  return undecided ?? true;
}

function firstUndecided(known: Unanswered | CelFault | null, next: Unanswered | CelFault): Unanswered | CelFault {
  if (next instanceof Unanswered) return worseOf(known instanceof Unanswered ? known : null, next);
  return known ?? next;
}

/** Certainly different when the known parts do not fit; otherwise unknown. */
function equalPartial(partial: CelPartial, other: KnownCelValue): Answer {
  if (other instanceof CelPartial) return partial.unknown;
  if (typeof other !== 'string') return false;
  const { text, unknown } = partial;
  const first = text.indexOf(HOLE);
  const last = text.lastIndexOf(HOLE);
  const fits =
    other.length >= text.length - (text.split(HOLE).length - 1) &&
    other.startsWith(text.slice(0, first)) &&
    other.endsWith(text.slice(last + 1));
  return fits ? unknown : false;
}

/** Below 0, 0, above 0; NaN is below and above nothing. Undefined: the two have no order. */
export function compare(left: CelValue, right: CelValue): number | Unanswered | CelFault | undefined {
  if (left instanceof Unanswered) return right instanceof Unanswered ? worseOf(left, right) : left;
  if (right instanceof Unanswered) return right;
  if (left instanceof CelFault) return left;
  if (right instanceof CelFault) return right;
  if (left instanceof CelPartial) return left.unknown;
  if (right instanceof CelPartial) return right.unknown;
  const a = numberOf(left);
  const b = numberOf(right);
  if (a !== undefined && b !== undefined)
    return a < b ? -1 : a > b ? 1 : Number.isNaN(Number(a)) || Number.isNaN(Number(b)) ? Number.NaN : 0;
  if (typeof left === 'string' && typeof right === 'string') return compareTexts(left, right);
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right);
  if (left instanceof CelTime && right instanceof CelTime && left.kind === right.kind) {
    return left.nanoseconds < right.nanoseconds ? -1 : left.nanoseconds > right.nanoseconds ? 1 : 0;
  }
  if (left instanceof Uint8Array && right instanceof Uint8Array) {
    const at = left.findIndex((byte, index) => byte !== right[index]);
    return at === -1 ? left.length - right.length : (left[at] ?? 0) - (right[at] ?? -1);
  }
  return undefined;
}

/** By code points. */
function compareTexts(left: string, right: string): number {
  if (left === right) return 0;
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index++) {
    const [a, b] = [left.codePointAt(index) ?? 0, right.codePointAt(index) ?? 0];
    if (a !== b) return a - b;
  }
  return left.length - right.length;
}

/** The value of a list's element, or why it is not known. */
export function knownItems(list: CelList): readonly KnownCelValue[] | Unanswered | CelFault {
  if (list.open) return list.open;
  list.look();
  const items: KnownCelValue[] = [];
  let unknown: Unanswered | null = null;
  for (let index = 0; index < list.length; index++) {
    const item = list.at(index);
    if (item instanceof Unanswered) unknown = worseOf(unknown, item);
    else if (item instanceof CelFault) return unknown ?? item;
    else if (isKnown(item)) items.push(item);
  }
  return unknown ?? items;
}
